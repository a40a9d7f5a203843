#include <algorithm>
#include <glm/common.hpp>

#include "app/scene/presenter.h"

namespace app {

render::Framing framing_of(const Body& body) {
  glm::vec3 low(1e9f);
  glm::vec3 high(-1e9f);
  for (const BodyPart& part : body.parts()) {
    for (const glm::vec3& point : part.rest_mm) {
      low = glm::min(low, point);
      high = glm::max(high, point);
    }
  }
  render::Framing framing;
  if (body.region() == simulation::Region::calf) {
    framing.orthographic = true;
    framing.quarter_from_behind = true;
    framing.margin = 0.04;
  } else {
    // The shoulders may be cut by the picture's edge: the face is what counts.
    const glm::dvec3 eyes = 0.5 * (body.landmarks().at("l-eye") + body.landmarks().at("r-eye"));
    low.y = static_cast<float>(eyes.y) - 190.0f;
    low.x = -105.0f;
    high.x = 105.0f;
    low.z = std::max(low.z, static_cast<float>(eyes.z) - 190.0f);
  }
  framing.centre_mm = 0.5 * (glm::dvec3(low) + glm::dvec3(high));
  framing.width_mm = high.x - low.x;
  framing.height_mm = high.y - low.y;
  framing.depth_mm = high.z - low.z;
  return framing;
}

}  // namespace app
