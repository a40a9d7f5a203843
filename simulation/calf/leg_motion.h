#pragma once

#include <array>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/leg_fields.h"
#include "simulation/calf/muscle_relief.h"
#include "simulation/measure/blended_surface.h"
#include "simulation/measure/leg_frame.h"

namespace simulation {

/// Assumption: more than any treatment takes or compensation gives; fields are made for this range.
inline constexpr double kMostLoss = 0.4;
inline constexpr double kMostGain = -0.3;

/// Values of the whole-muscle parameters: losses, then contractions, each brought into the range that fields
/// are made for (loss kMostGain to kMostLoss, contraction 0 to 1).
std::array<double, leg_parameters::kWhole> whole_values(const LegDrive& drive);

/// One prepared leg whose muscles are treated in one pattern: how any of its points move. With the pattern
/// given, only whole-muscle parameters are left, so that a frame sums few fields.
class LegMotion {
 public:
  LegMotion(const LegFields& fields, const LegFrame& frame, const CompartmentPattern& pattern);

  /// Borders of muscles that show on a surface, and where its points lie in the leg.
  struct Shown {
    const LegOutline* outline = nullptr;
    const MuscleRelief* relief = nullptr;  // null: none
  };
  /// A surface given in world mm that moves with the leg; on a skin the borders of the muscles move too.
  BlendedSurface surface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                         std::span<const glm::uvec3> triangles, const Shown& borders) const;
  BlendedSurface surface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                         std::span<const glm::uvec3> triangles) const {
    return surface(rest_mm, rest_normals, triangles, {});
  }
  /// Movement of single points at a drive, mm.
  std::vector<glm::dvec3> moved_mm(std::span<const glm::dvec3> points_mm, const LegDrive& drive) const;

 private:
  std::vector<Eigen::Vector3d> to_leg(std::span<const glm::dvec3> points_mm) const;
  /// The points of a surface that the leg moves, ascending, and how much of the movement each takes part in.
  struct OwnSkin {
    std::vector<std::uint32_t> points;
    std::vector<float> shares;
  };
  OwnSkin own_skin(std::span<const glm::vec3> points_mm) const;
  std::vector<float> sampled(std::span<const glm::vec3> points_mm,
                             std::span<const std::uint32_t> needed) const;

  void add_borders(std::span<const glm::vec3> rest_mm, const OwnSkin& own, const Shown& borders,
                   std::vector<BlendedSurface::Field>& linear,
                   std::vector<BlendedSurface::Field>& second) const;

  FieldGrid grid_;
  LegFrame frame_;
  CompartmentPattern pattern_;
  std::vector<std::vector<float>> linear_;
  std::vector<std::pair<int, int>> pairs_;
  std::vector<std::vector<float>> second_;
};

}  // namespace simulation
