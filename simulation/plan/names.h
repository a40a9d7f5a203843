#pragma once

#include <optional>
#include <string_view>

#include "simulation/plan/plan.h"

namespace simulation {

/// Name of a muscle in plans, parameters and quantities, e.g. `gastrocnemius_medial`.
std::string_view name(Muscle muscle);
/// Generic name of a product, e.g. `onabotulinumtoxinA`.
std::string_view name(Product product);
/// `left` or `right`.
std::string_view name(BodySide side);

/// The muscle or product of that exact name; nothing when there is none.
std::optional<Muscle> muscle_named(std::string_view name);
std::optional<Product> product_named(std::string_view name);

inline constexpr Product kProducts[] = {Product::onabotulinumtoxin_a, Product::abobotulinumtoxin_a,
                                        Product::incobotulinumtoxin_a, Product::prabotulinumtoxin_a,
                                        Product::daxibotulinumtoxin_a};

}  // namespace simulation
