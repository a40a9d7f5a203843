#include "render/scene/heat_colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>

namespace render {

glm::vec3 heat_colour(float mm, float limit_mm) {
  // Mirrored in shaders/heat.glsl.
  constexpr std::array<glm::vec3, 5> kStops{
      glm::vec3(0.129f, 0.263f, 0.576f), glm::vec3(0.455f, 0.620f, 0.820f), glm::vec3(0.925f, 0.925f, 0.925f),
      glm::vec3(0.965f, 0.678f, 0.345f), glm::vec3(0.702f, 0.345f, 0.024f)};
  const float t = std::clamp(mm / limit_mm, -1.0f, 1.0f) * 2.0f + 2.0f;
  const float step = std::min(std::floor(t), 3.0f);
  const auto i = static_cast<std::size_t>(step);
  return glm::mix(kStops[i], kStops[i + 1], t - step);
}

}  // namespace render
