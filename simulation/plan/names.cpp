#include "simulation/plan/names.h"

namespace simulation {
std::string_view name(Product product) {
  return kProductNames[static_cast<std::size_t>(product)].second;
}
std::string_view name(BodySide side) {
  return side == BodySide::left ? "left" : "right";
}

std::optional<Product> product_named(std::string_view name) {
  for (const auto& [product, known] : kProductNames)
    if (known == name) return product;
  return std::nullopt;
}

}  // namespace simulation
