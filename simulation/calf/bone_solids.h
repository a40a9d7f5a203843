#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/leg_outline.h"
#include "simulation/shape/solid.h"

namespace simulation {

/// One bone in bone coordinates of its leg: x medial, y up from the knee, z forward, mm.
struct BoneSolid {
  Structure structure = Structure::tibia;
  Solid solid;
  Solid::Box box;  // holds the surface
};

/// Bones of one leg as rounded solids under the skin given: tibia, fibula, lower femur, kneecap, ankle and
/// heel bones and, where the skin has a foot, its other bones. Sizes are those of an adult with a 380 mm
/// shank (assumed) and scale with the shank; places follow the skin. Where a bone would come nearer to the
/// skin than 3 mm it is pressed flat under it. Illustrative shapes, not for aiming.
class LegBones {
 public:
  /// `points_mm` holds the skin of both legs; the outline is kept as a copy.
  LegBones(const LegOutline& skin, std::span<const glm::vec3> points_mm);

  const std::vector<BoneSolid>& solids() const { return solids_; }
  const LegFrame& frame() const { return skin_.frame(); }

  /// Distance from a point of the world to the nearest bone as shown, mm, negative inside. The sign is exact;
  /// near a surface the size is right to about a millimetre, and more than kFarMm outside it is no more than
  /// the true distance.
  double distance_mm(const glm::dvec3& world) const;
  static constexpr double kFarMm = 12.0;

  /// World point of a point in bone coordinates, pressed under the skin.
  glm::dvec3 world_mm(const glm::dvec3& bone) const;
  /// The same without the press.
  glm::dvec3 unpressed_mm(const glm::dvec3& bone) const;

 private:
  /// Greatest radius of a bone at t and theta.
  double most_radius_mm(double t, double theta) const;

  LegOutline skin_;
  std::vector<BoneSolid> solids_;
};

}  // namespace simulation
