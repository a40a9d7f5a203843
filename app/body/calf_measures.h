#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "app/body/outcome.h"
#include "app/body/tape_place.h"
#include "simulation/sided.h"

/// What tape, probe and scanner would read on the legs that are drawn. Calves only; skin points are those of
/// the first part of a Surface.
namespace app {

/// One figure at week 0 and at the moment looked at.
struct BeforeNow {
  double before = 0.0;
  double now = 0.0;
  bool operator==(const BeforeNow&) const = default;
};

/// Height of the tape: the wanted one held to 0 to 1, or where the two legs are widest at week 0 (the mean of
/// the two, which differ by little).
double tape_height(const Body& body, const TapePlace& place);

/// Girth of each leg at a height, cm. 0 where the skin is not closed round the leg.
simulation::Sided<double> tape_girth_cm(const Body& body, std::span<const glm::vec3> skin_mm, double t);

/// What a tape of that repeat error tells apart.
struct TapeReading {
  double before_cm = 0.0;  // as read: to 0.1 cm
  double now_cm = 0.0;
  double repeat_cm = 0.0;  // how far two readings differ, see tape_repeat_cm()
  /// How far one reading lies off, as often as two differ by repeat_cm: less, for both have their error.
  double one_reading_cm() const;
  double change_cm() const { return now_cm - before_cm; }
  /// The change is not 0 and less than the repeat error.
  bool within_error() const;
};
TapeReading read_tape(const BeforeNow& girth_cm, double repeat_cm);

/// How far two readings of one examiner's tape differ, cm, in all but 5 of 100 pairs (jamaiyah2008: 0.5):
/// from `tape.reading_sd` of the response model, to a tenth. A smaller change is less than a tape can tell.
double tape_repeat_cm(const Outcome& outcome);

/// Girth of one leg from knee (t 0) to ankle (t 1), cm, at equal steps.
std::vector<double> girth_curve_cm(const Body& body, simulation::BodySide side,
                                   std::span<const glm::vec3> skin_mm, int steps);

/// The other measures of one leg.
struct LegMeasures {
  BeforeNow gastrocnemius_mm;      // medial head at the week-0 level of largest girth, as ultrasound reads it
  double volume_change_ml = 0.0;   // between the two drawn skins; negative is a loss
  double largest_inward_mm = 0.0;  // of any skin point of the leg, along its normal before
};
/// `before` and `now` are the skin of the untreated and of the treated legs in one pose, `state` the state of
/// the treated ones. Thickness is that at rest.
LegMeasures measure_leg(const Body& body, const simulation::TreatmentState& state, const PartSurface& before,
                        const PartSurface& now, simulation::BodySide side);

}  // namespace app
