#pragma once

#include <optional>
#include <string_view>

#include "simulation/anatomy/atlas.h"
#include "simulation/plan/plan.h"

namespace simulation {

/// Generic name of a product, e.g. `onabotulinumtoxinA`.
std::string_view name(Product product);
/// `left` or `right`.
std::string_view name(BodySide side);

/// The product of that exact name; nothing when there is none.
std::optional<Product> product_named(std::string_view name);

}  // namespace simulation
