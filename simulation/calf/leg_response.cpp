#include "simulation/calf/leg_response.h"

namespace simulation {

LegLoss leg_loss(const TreatmentState& state, BodySide side) {
  return {1.0 - state.muscles.at(Muscle::gastrocnemius_medial, side).volume,
          1.0 - state.muscles.at(Muscle::gastrocnemius_lateral, side).volume,
          1.0 - state.muscles.at(Muscle::soleus, side).volume};
}

double evaluate(const LegResponse::Quadratic& c, const LegLoss& loss) {
  const double m = loss.medial;
  const double l = loss.lateral;
  const double s = loss.soleus;
  return c[0] * m + c[1] * l + c[2] * s + c[3] * m * m + c[4] * l * l + c[5] * s * s + c[6] * m * l +
         c[7] * m * s + c[8] * l * s;
}

}  // namespace simulation
