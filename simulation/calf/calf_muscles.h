#pragma once

#include <array>

#include "simulation/calf/leg_outline.h"
#include "simulation/calf/leg_response.h"
#include "simulation/plan/plan.h"

namespace simulation {

enum class CalfMuscle { medial, lateral, soleus };
inline constexpr CalfMuscle kCalfMuscles[] = {CalfMuscle::medial, CalfMuscle::lateral, CalfMuscle::soleus};

/// Parametric shape of one muscle belly: how thick it is along the leg and across its band. Powers of its
/// taper are an assumption, by eye.
struct MuscleBundle {
  double t_from = 0.0;
  double t_to = 1.0;
  double t_belly = 0.5;
  double theta_inner = 0.0;    // edge at the belly that faces the groove between the heads, radians
  double outward = 1.0;        // sign of theta from that edge to the other
  double half_width = 0.5;     // radians, at the belly
  double thickness_mm = 10.0;  // greatest
  double taper_from = 0.75;    // power of the taper toward t_from
  double taper_to = 0.75;
  // How much of the narrowing above and below the belly is taken from the inner edge.
  double inner_share_from = 0.5;
  double inner_share_to = 0.5;

  /// Share of the greatest thickness at t: 0 at both ends, 1 at the belly.
  double along(double t) const;
  /// Middle of the band at t: heads part toward the knee and keep to the groove below.
  double centre_at(double t) const;
  /// Half width in radians at t; 0 at both ends.
  double width_at(double t) const;
  /// Share across the band, q from -1 to 1: 0 at the edges, 1 in the middle.
  static double across(double q);
  double thickness_at(double t, double theta) const;
};

/// Muscles of one leg, sized for one person and laid under that person's skin.
///
/// Sizes. Both heads together: 85.3 T + 5.0 L - 104.9 mL with T mean thickness and L leg length in cm
/// [bandholm2007]; shares of the heads as measured, 179.5 : 90.2, and soleus 357.7 mL [frontiers2019], taken
/// for a leg of 36.4 cm girth and 7 mm fat and scaled with the square of the radius inside the fat (an
/// assumption).
/// The medial head is as thick at the level of largest girth as the person's gastrocnemius_mm; the lateral
/// head is 0.8 times as thick (an assumption); the width of each head follows from its volume. Where a leg
/// has no room for a volume (thick fat on a thin leg) the muscle is as large as fits.
class CalfMuscles {
 public:
  CalfMuscles(const LegOutline& skin, const Person& person, BodySide side, double girth_mm, double girth_t);

  const MuscleBundle& bundle(CalfMuscle muscle) const { return bundles_[static_cast<std::size_t>(muscle)]; }
  double volume_ml(CalfMuscle muscle) const { return volume_ml_[static_cast<std::size_t>(muscle)]; }
  /// Soleus of such a person, before it has to fit under the skin.
  static double usual_soleus_ml(const Person& person, double girth_mm);
  /// Section area at t, mm2, at week 0.
  double area_mm2(CalfMuscle muscle, double t) const;
  double girth_t() const { return girth_t_; }

  /// Skin and fat over the muscles, mm.
  double cover_mm(double t, double theta) const;
  /// The fat of it.
  double fat_mm(double t, double theta) const;
  /// Share of its thickness that each muscle still has, at one height.
  using Kept = std::array<double, 3>;
  /// Depth below the skin of a muscle's outer face. Heads round off toward their edges; the soleus lies
  /// under heads and tendon.
  double outer_depth_mm(CalfMuscle muscle, double t, double theta, const Kept& kept) const;
  /// Week-0 thickness.
  double thickness_mm(CalfMuscle muscle, double t, double theta) const;
  /// Achilles tendon with its sheet under the heads; half width in radians.
  double tendon_half_width(double t) const;
  double tendon_thickness_mm(double t, double theta) const;
  double tendon_depth_mm(double t, double theta, const Kept& kept) const;

  /// Shares of thickness that leave (1 - loss) of each week-0 section area at t under a skin of radius `now`.
  Kept kept_thickness(double t, const LegLoss& loss, const LegGrid& now) const;

 private:
  double head_depth_mm(const MuscleBundle& head, double t, double theta, double kept) const;
  double band_area_mm2(CalfMuscle muscle, double t, const Kept& kept, const LegGrid& skin) const;
  double band_volume_ml(CalfMuscle muscle) const;
  void fit_heads(const Person& person, BodySide side);
  void fit_soleus(const Person& person, double girth_mm);
  void lay_floor();

  LegFrame frame_;
  LegGrid skin_;
  double fat_mm_;
  double girth_t_;
  std::array<MuscleBundle, 3> bundles_;
  std::array<double, 3> volume_ml_{};
  std::array<LegGrid, 2> floor_;  // depth under the cover of each head's deep face, smoothed
};

}  // namespace simulation
