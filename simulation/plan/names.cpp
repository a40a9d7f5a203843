#include "simulation/plan/names.h"

#include <array>

namespace simulation {
namespace {

constexpr std::array<std::string_view, 5> kProductNames{"onabotulinumtoxinA", "abobotulinumtoxinA",
                                                        "incobotulinumtoxinA", "prabotulinumtoxinA",
                                                        "daxibotulinumtoxinA"};

}  // namespace

std::string_view name(Product product) {
  return kProductNames[static_cast<std::size_t>(product)];
}
std::string_view name(BodySide side) {
  return side == BodySide::left ? "left" : "right";
}

std::optional<Product> product_named(std::string_view name) {
  for (std::size_t i = 0; i < kProductNames.size(); ++i)
    if (kProductNames[i] == name) return static_cast<Product>(i);
  return std::nullopt;
}

}  // namespace simulation
