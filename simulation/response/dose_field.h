#pragma once

#include <array>
#include <cstddef>
#include <glm/vec2.hpp>
#include <vector>

#include "simulation/plan/plan.h"
#include "simulation/response/model.h"

namespace simulation {

/// Equal parts of a muscle's end plates, from the best to the least reached, in which the local dose is
/// followed.
inline constexpr std::size_t kSamples = 12;
/// Factors on the assumed spread radius for which the field is worked out; people fall between them.
inline constexpr std::array<double, 7> kRadiusFactors{0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0};
inline constexpr std::size_t kNominalRadius = 3;  // where the factor is 1

/// Local dose at each sample for each radius factor, in the product's own units: what an even spread of that
/// many units over the whole muscle would give there. Its mean over the samples is what stays in the muscle.
using LocalDose = std::array<std::array<double, kSamples>, kRadiusFactors.size()>;

/// One product given on one day to one muscle of one side, all its points together.
struct DoseEvent {
  double day = 0.0;
  Product product = Product::onabotulinumtoxin_a;
  LocalDose local{};
  bool operator==(const DoseEvent&) const = default;
};

struct MuscleDose {
  Muscle muscle = Muscle::corrugator;
  BodySide side = BodySide::left;
  std::vector<DoseEvent> events;  // by day, then product
};

/// Where a free skin point lies over a muscle: sheet coordinates as in standard_sites, which may lie outside
/// 0 to 1. One point may reach several muscles. `session` and `injection` are indices of the plan.
struct FreePointReach {
  std::size_t session = 0;
  std::size_t injection = 0;
  Muscle muscle = Muscle::corrugator;
  BodySide side = BodySide::left;
  glm::dvec2 sheet{0.5};
};

/// Standard deviations of the kernel of one point.
struct SpreadRadius {
  double across_mm = 0.0;
  double along_mm = 0.0;  // the fibres
};

/// Kernel of a point of that many units of the product's own: the radius of four reference units times the
/// cube root of the dose. All radii are assumptions (`spread.*` of the model).
SpreadRadius spread_radius(Region region, Product product, double units, const ResponseModel& model);

/// Spreads every dose of the plan over the end plates. The kernel is a Gaussian, longer along the fibres,
/// whose width grows with the cube root of the dose at the point; what falls outside a muscle is lost to it,
/// so that no unit is counted twice. Doses of one product, day, muscle and set of points are one dose,
/// however they are written. A free point that no entry of `reach` names reaches no muscle. Only muscles that
/// get a dose are listed, in the order of Muscle and side.
std::vector<MuscleDose> dose_field(const Plan& plan, const ResponseModel& model,
                                   const std::vector<FreePointReach>& reach = {});

}  // namespace simulation
