#pragma once

#include <array>

#include "simulation/response/state.h"

namespace simulation {

/// Share of week-0 volume each muscle of one leg has lost; negative is a gain. The deformation of the calf
/// depends on nothing else.
struct LegLoss {
  double medial = 0.0;   // gastrocnemius, medial head
  double lateral = 0.0;  // gastrocnemius, lateral head
  double soleus = 0.0;
};

LegLoss leg_loss(const TreatmentState& state, BodySide side);

/// What a tape and an ultrasound probe would read on the deformed mesh of one leg, as a quadratic in LegLoss
/// that was fitted to measured states of the very surface that is drawn. Cheap enough for a whole population.
struct LegResponse {
  double max_girth_cm = 0.0;  // week 0, measured on the mesh
  /// Coefficients of m, l, s, mm, ll, ss, ml, ms, ls (m medial, l lateral, s soleus).
  using Quadratic = std::array<double, 9>;
  Quadratic girth_cm{};  // change of the largest girth, wherever it then is
  Quadratic bulge_mm{};  // inward movement, inward positive, of the point over the medial head that its loss
                         // moves most
  Quadratic thickness_mm{};  // change of gastrocnemius thickness at the week-0 level of largest girth
  double thickness_week0_mm = 0.0;
  /// Week-0 volumes in mL.
  double medial_ml = 0.0;
  double lateral_ml = 0.0;
  double soleus_ml = 0.0;
};

/// Value of the quadratic; exactly 0 at zero loss.
double evaluate(const LegResponse::Quadratic& coefficients, const LegLoss& loss);

}  // namespace simulation
