#pragma once

#include <array>

#include "simulation/calf/calf_muscles.h"
#include "simulation/calf/compartment_pattern.h"

namespace simulation {

/// How far the borders of the calf muscles show through the fat of one person: a term of the skin's surface,
/// mm outward, worked out from where the muscles of that leg begin and end, how thick they are and how thick
/// the fat over them is. It makes the step at the lower ends of both heads (the medial lower and fuller), the
/// groove between them, the sides of the soleus, and the tendon's edges; the tissue's lattice is too coarse
/// to carry any of these.
///
/// Each muscle stands out as a flat mound with its own outline. Fat blurs the mounds, more the thicker it is;
/// what a blur over the width of a head would leave too belongs to the shape of the leg and is taken off, so
/// that no section gains or loses area. A full contraction draws the lower end of a head up and makes it
/// stand out more; a loss of volume flattens the mound where it is. The last two hold once the tissue is
/// solved.
///
/// All heights and widths are assumptions. No source gives the groove in mm; the figures aimed at are 1-4 mm
/// deep and 8-15 mm wide in a lean calf on tip-toe, little from 8 mm of fat and none from 9. Fat classes of
/// 5.5 and 8.5 mm are published [calf_fat2024], what shows at which is not.
class MuscleRelief {
 public:
  /// `skin` is the leg without this term.
  MuscleRelief(const LegOutline& skin, const CalfMuscles& muscles, const Person& person, BodySide side);

  /// False where fat or slim muscles hide all of it, at rest and tensed.
  bool shows() const { return shows_; }
  /// Outward, standing relaxed at week 0, mm.
  double rest_mm(double t, double theta) const;

  /// What drives change at one place, mm outward per unit; muscles in their order.
  struct Change {
    std::array<double, 3> lost{};    // per loss of volume
    std::array<double, 3> tensed{};  // per contraction
    std::array<double, 3> both{};    // per product of the two
  };
  Change change(double t, double theta, const CompartmentPattern& pattern) const;

 private:
  struct Own {
    LegGrid rest, tensed;
    double softening = 0.0;  // share lost of both per loss of volume
  };
  std::array<MuscleBundle, 3> bundles_;
  std::array<Own, 3> own_;
  bool shows_ = false;
};

}  // namespace simulation
