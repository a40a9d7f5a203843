#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "app/body/treatment.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_surface.h"
#include "simulation/response/state.h"

namespace app {

/// What to look at: all that a surface depends on beside plan, model and person.
struct Moment {
  double week = 0.0;
  simulation::Responder responder = simulation::Responder::typical;
  simulation::Expression expression = simulation::Expression::neutral;  // face only
  double effort = 1.0;  // of the expression or of standing on tip-toe, 0 to 1
  simulation::CalfPose pose = simulation::CalfPose::standing;  // calf only
  Treatment treatment = Treatment::both;
  bool operator==(const Moment&) const = default;
};

struct PartSurface {
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec3> normals;  // unit, one per point
};

/// Shape of every part of a body, in the order of Body::parts().
struct Surface {
  std::vector<PartSurface> parts;
  std::vector<float> line_depths_mm;  // face only, per sample of Body::lines()
  /// Whose body may write only what moves the next time, or null; for Body alone.
  std::shared_ptr<const void> partly;
};

}  // namespace app
