#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/calf/calf_muscles.h"

namespace simulation {

/// How the skin of one leg follows its muscles. At each height the section loses exactly
/// sum(loss_m * area_m) mm2 (bone, fat and skin keep theirs), taken radially: a point at radius r comes to
/// sqrt(r^2 - 2 r sum(loss_m * inward_m)). inward_m is the muscle's own thickness, blurred over 22 degrees
/// and 15 mm as fat and skin do, 0 at the shin, the knee and the ankle.
class LossField {
 public:
  LossField(const LegOutline& rest, const CalfMuscles& muscles, std::span<const glm::vec3> points_mm);

  /// Moves the points of this leg in `points_mm`, which must hold the rest positions. Points that no treated
  /// muscle reaches keep their bytes.
  void apply(const LegLoss& loss, std::span<glm::vec3> points_mm) const;
  /// Skin radius at a loss.
  LegGrid radius_mm(const LegLoss& loss) const;
  /// Area a muscle gives per unit of loss at t, mm2: its section area, faded out at the knee.
  double yielded_area_mm2(CalfMuscle muscle, double t) const;

  /// Share of a muscle at t that may thin: 1 in the shank, fading to 0 at the knee and the ankle.
  static double knee_fade(double t);
  /// Volume of a muscle that may thin, mm3.
  static double yielded_volume_mm3(const CalfMuscles& muscles, CalfMuscle muscle, double length_mm);

 private:
  struct Mover {
    std::uint32_t point;
    float radius_mm;
    glm::vec3 outward;
    std::array<float, 3> inward_mm;
  };

  LegGrid rest_radius_;
  std::array<LegGrid, 3> inward_;
  std::vector<Mover> movers_;
  const CalfMuscles* muscles_ = nullptr;
};

}  // namespace simulation
