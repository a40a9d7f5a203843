#pragma once

#include <array>
#include <cstddef>
#include <glm/vec2.hpp>
#include <vector>

#include "simulation/plan/plan.h"
#include "simulation/response/model.h"
#include "simulation/response/muscle_sheet.h"

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
  /// The same for the lower half of a column of the frontalis, which alone lifts the brow; empty for others.
  std::vector<DoseEvent> lower_events;
  bool aimed = true;  // some dose was meant for it: spread alone did not bring it here
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

/// Where on one body doses can go beside the muscle they are named for.
struct DoseReach {
  std::vector<FreePointReach> free_points;
  std::vector<MuscleSheet> sheets;  // of a face; without them a named dose stays with its muscle
};

/// Spreads every dose of the plan over the end plates. The kernel is a Gaussian, longer along the fibres,
/// whose width grows with the cube root of the dose at the point. A named muscle keeps what the kernel leaves
/// in it; of the rest, its neighbours get what the kernel lays over their sheets less what the fascia between
/// (`spread.fascia`) and before the levator the orbital septum (`spread.orbital_septum`) hold back; what is
/// left over is lost. Neighbours never get more than the muscle left, and the muscles under a free point
/// never more than it gave: no unit is counted twice. The midline procerus counts once, on the left.
///
/// Doses of one product, day, muscle and set of points are one dose, however they are written. A free point
/// that no entry of `reach` names reaches no muscle. Only muscles that get a dose are listed, in the order of
/// Muscle and side; a spill of less than a thousandth of the dose for half block is none.
std::vector<MuscleDose> dose_field(const Plan& plan, const ResponseModel& model, const DoseReach& reach = {});

}  // namespace simulation
