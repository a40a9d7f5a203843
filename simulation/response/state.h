#pragma once

#include <array>

#include "simulation/anatomy/muscle.h"
#include "simulation/plan/plan.h"
#include "simulation/sided.h"

namespace simulation {

/// low responds less than nine people in ten, high more than nine in ten, typical is the median.
enum class Responder { low, typical, high };

/// One muscle at one week.
struct MuscleState {
  double block = 0.0;           // share of fibres that cannot be driven, 0 to 1
  double volume = 1.0;          // share of its own week-0 volume
  double lifting_excess = 0.0;  // of a frontalis column: how much more its lower, lifting half is blocked
  bool operator==(const MuscleState&) const = default;
};

/// Facial lines, relative to week 0: depth at rest and at full effort (1 = as at week 0).
struct LineState {
  double rest_relief = 1.0;
  double effort_relief = 1.0;
  bool operator==(const LineState&) const = default;
};

/// Filler under the skin of a face: mL that lift it at each site, both sides together.
struct FillerState {
  std::array<double, kFillerSiteCount> lifting_ml{};
  double& operator[](FillerSite site) { return lifting_ml[static_cast<std::size_t>(site)]; }
  double operator[](FillerSite site) const { return lifting_ml[static_cast<std::size_t>(site)]; }
  bool none() const { return lifting_ml == decltype(lifting_ml){}; }
  bool operator==(const FillerState&) const = default;
};

/// Everything the surface needs to know about a week. Default constructed it is the untreated body.
struct TreatmentState {
  PerMuscle<MuscleState> muscles;
  LineState glabella;  // both sides as one, as a rater sees it
  LineState forehead;
  Sided<LineState> crows_feet;
  // Static depth of one side against the line as a whole: 1 unless the sides were treated differently.
  Sided<double> glabella_rest_share{1.0, 1.0};
  Sided<double> forehead_rest_share{1.0, 1.0};
  FillerState filler;
};

}  // namespace simulation
