#pragma once

#include <glm/vec2.hpp>
#include <string>

#include "render/scene/scene_view.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_surface.h"

namespace app {

/// Everything of one shot that light, camera or pose could fake a result with.
struct Shot {
  render::SceneView view;
  glm::ivec2 size{0};
  simulation::Expression expression = simulation::Expression::neutral;
  double effort = 0.0;
  simulation::CalfPose pose = simulation::CalfPose::standing;
  std::string materials;
};

/// SHA-256 of the shot: camera, lens, light, exposure, fade, pose, materials and size.
std::string studio_hash(const Shot& shot);

/// Throws InputError naming what differs unless both shots have one studio hash. Every before-and-after goes
/// through it.
void require_comparable(const Shot& before, const Shot& after);

}  // namespace app
