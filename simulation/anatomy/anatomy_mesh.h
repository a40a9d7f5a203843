#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "simulation/anatomy/muscle.h"

namespace simulation {

/// One closed, outward-facing mesh under the skin. Count and order of points and triangles depend on the
/// structure alone, never on the loss, so that a frame only moves points.
struct AnatomyMesh {
  Structure structure = Structure::tibia;
  Tissue tissue = Tissue::bone;
  BodySide side = BodySide::left;  // midline structures: left
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec3> normals;
  /// u across the fibres, v along them from origin (0) to insertion (1).
  std::vector<glm::vec2> uvs;
  /// Per point: 1 is muscle, 0 is tendon; a muscle fades into tendon at its ends.
  std::vector<float> fleshiness;
  std::vector<glm::uvec3> triangles;
};

}  // namespace simulation
