#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "assets/bake/package.h"

namespace bake {

/// Turns each leg inwards about the forward axis through its hip joint, and the foot back by the same angle
/// at the ankle, so that the soles stay flat. Weights are fixed per vertex and the pivots are joint cubes, so
/// the map is linear: positions and displacements go through the same function.
class LegStance {
 public:
  LegStance(const Mesh& mesh, double angle_rad);

  /// Posed copy of a field over all vertices, in mm.
  std::vector<glm::dvec3> pose(const std::vector<glm::dvec3>& field_mm) const;

 private:
  struct Share {
    double leg = 0, foot = 0;  // the rest stays with the trunk
    bool left = true;
  };
  std::vector<Share> shares_;
  std::vector<std::uint32_t> hips_[2], ankles_[2];
  double angle_rad_;
};

}  // namespace bake
