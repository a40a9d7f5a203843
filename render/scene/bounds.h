#pragma once

#include <glm/common.hpp>
#include <glm/vec3.hpp>

namespace render {

/// Corners of the box around a shape; empty until something was included.
struct Bounds {
  glm::vec3 low{1e30f};
  glm::vec3 high{-1e30f};
  void include(glm::vec3 point) {
    low = glm::min(low, point);
    high = glm::max(high, point);
  }
  void include(const Bounds& other);
  bool empty() const { return low.x > high.x; }
  glm::vec3 centre() const { return (low + high) * 0.5f; }
  float radius() const;
};

}  // namespace render
