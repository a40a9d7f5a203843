#include "render/scene/bounds.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace render {

void Bounds::include(const Bounds& other) {
  low = glm::min(low, other.low);
  high = glm::max(high, other.high);
}

float Bounds::radius() const {
  return empty() ? 0.0f : glm::length(high - low) * 0.5f;
}

}  // namespace render
