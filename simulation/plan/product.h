#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace simulation {

/// Products whose figures stand in the clinical data. A new one is a value and a row of the table, here, and
/// its data. Units of one product are that product's own and are never converted for display.
enum class Product {
  onabotulinumtoxin_a,
  abobotulinumtoxin_a,
  incobotulinumtoxin_a,
  prabotulinumtoxin_a,
  daxibotulinumtoxin_a
};
/// Generic names, as plans, parameters and quantities use them, in the order of Product.
inline constexpr auto kProductNames = std::to_array<std::pair<Product, std::string_view>>(
    {{Product::onabotulinumtoxin_a, "onabotulinumtoxinA"},
     {Product::abobotulinumtoxin_a, "abobotulinumtoxinA"},
     {Product::incobotulinumtoxin_a, "incobotulinumtoxinA"},
     {Product::prabotulinumtoxin_a, "prabotulinumtoxinA"},
     {Product::daxibotulinumtoxin_a, "daxibotulinumtoxinA"}});

/// A figure per product.
using PerProduct = std::array<double, kProductNames.size()>;
constexpr PerProduct for_every_product(double value) {
  PerProduct values{};
  values.fill(value);
  return values;
}

}  // namespace simulation
