#pragma once

#include <filesystem>

#include "app/files/clinical_file.h"
#include "simulation/calf/leg_response.h"
#include "simulation/plan/plan.h"
#include "simulation/prediction/prediction.h"

/// Plans and a leg with known measures for tests of the drug response.
namespace clinical {

inline const simulation::ResponseModel& model() {
  static const simulation::ResponseModel model =
      app::read_response_model(std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical/response.json");
  return model;
}

inline simulation::Plan calf(double units_per_leg, simulation::Side side = simulation::Side::both,
                             simulation::Product product = simulation::Product::onabotulinumtoxin_a) {
  using namespace simulation;
  Plan plan;
  plan.region = Region::calf;
  Session session;
  session.product = product;
  session.injections.push_back({MuscleTarget{Muscle::gastrocnemius_medial, side, 6}, 0.6 * units_per_leg});
  session.injections.push_back({MuscleTarget{Muscle::gastrocnemius_lateral, side, 4}, 0.4 * units_per_leg});
  plan.sessions = {session};
  return plan;
}

/// Label pattern: a fifth of the units in the procerus, two fifths in each corrugator.
inline simulation::Plan glabella(double units, int effort_grade = 3,
                                 simulation::Product product = simulation::Product::onabotulinumtoxin_a) {
  using namespace simulation;
  Plan plan;
  plan.region = Region::face;
  plan.person.face.glabella = {1, effort_grade};
  Session session;
  session.product = product;
  session.injections.push_back({MuscleTarget{Muscle::procerus, Side::midline, 1}, 0.2 * units});
  session.injections.push_back({MuscleTarget{Muscle::corrugator, Side::both, 2}, 0.4 * units});
  plan.sessions = {session};
  return plan;
}

/// The left leg of the default person, as the surface model measured it.
inline simulation::LegResponse leg() {
  simulation::LegResponse leg;
  leg.max_girth_cm = 36.4;
  leg.girth_cm = {-2.37, -1.10, -3.15, 0.23, 0.19, 0.44, 0.17, -0.87, -0.57};
  leg.bulge_mm = {14.0, 0.0, 4.9, 2.0, 0.0, 0.2, 0.0, 1.4, 0.0};
  leg.thickness_mm = {-18.9, 0.2, 4.1, -0.9, 0.0, 1.1, -0.2, -3.8, 0.1};
  leg.thickness_week0_mm = 20.0;
  leg.medial_ml = 158.0;
  leg.lateral_ml = 80.0;
  leg.soleus_ml = 358.0;
  return leg;
}

inline simulation::RegionResponse region() {
  return {{leg(), leg()}, {}};
}

}  // namespace clinical
