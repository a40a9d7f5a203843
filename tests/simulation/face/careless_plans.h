#pragma once

#include "simulation/face/brow_gauge.h"
#include "simulation/prediction/course.h"
#include "simulation/response/cohort.h"
#include "simulation/response/muscle_places.h"
#include "tests/simulation/clinical.h"
#include "tests/simulation/face/mask.h"

/// Good and careless face plans on the mask, and what the skin of a typical person does weeks later.
namespace careless {

using namespace simulation;

inline const std::vector<MuscleSheet>& sheets() {
  static const std::vector<MuscleSheet> all = face_sheets(mask::landmarks(), clinical::model());
  return all;
}

/// Places on the mask's left side are given by x and y in mm; z follows its surface or the landmarks nearby.
class Treatment {
 public:
  Treatment() {
    plan_.region = Region::face;
    plan_.sessions.resize(1);
    reach_.sheets = sheets();
  }
  Treatment& named(Muscle muscle, Side side, double units, int points) {
    plan_.sessions[0].injections.push_back({MuscleTarget{muscle, side, points}, units});
    return *this;
  }
  Treatment& glabella(double units) {
    named(Muscle::procerus, Side::midline, 0.2 * units, 1);
    return named(Muscle::corrugator, Side::both, 0.4 * units, 2);
  }
  Treatment& free_point(const glm::dvec3& skin_mm, double units) {
    const std::size_t index = plan_.sessions[0].injections.size();
    plan_.sessions[0].injections.push_back({SkinPoint{{0.5, 0.5}}, units});
    for (const MusclePlace& place : face_places(skin_mm, mask::landmarks(), clinical::model()))
      if (place.distance_mm <= 15.0)
        reach_.free_points.push_back({0, index, place.muscle, place.side, place.sheet});
    return *this;
  }
  Treatment& both_sides(const glm::dvec3& left_mm, double units) {
    free_point(left_mm, units);
    return free_point({-left_mm.x, left_mm.y, left_mm.z}, units);
  }

  const Plan& plan() const { return plan_; }
  const DoseReach& reach() const { return reach_; }
  TreatmentState state(double week = 4.0, Responder responder = Responder::typical) const {
    return OutcomeCourse(plan_, clinical::model(), 400, 1, reach_).state(week, responder);
  }

 private:
  Plan plan_;
  DoseReach reach_;
};

inline const FacePart& face() {
  static const FacePart part = mask::part();
  return part;
}

inline std::vector<glm::vec3> posed(const TreatmentState& state, Expression expression, double effort = 1.0) {
  std::vector<glm::vec3> out(face().rest_mm().size());
  face().deform(face_pose(expression, effort, state, {}), out);
  return out;
}

/// Height of a brow place (0 head, 1 middle, 2 tail) against the relaxed untreated face, mm.
inline double brow(const TreatmentState& state, Expression expression, int place,
                   BodySide side = BodySide::left) {
  static const BrowGauge gauge(face().rest_mm(), mask::landmarks());
  return gauge.height_mm(posed(state, expression), place)[side] -
         gauge.height_mm(face().rest_mm(), place)[side];
}

/// Upward movement of the skin point nearest a place, mm.
inline double lift(const TreatmentState& state, Expression expression, double x, double y) {
  const std::vector<glm::vec3> now = posed(state, expression);
  std::size_t best = 0;
  double least = 1e9;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const double d = std::hypot(face().rest_mm()[i].x - x, face().rest_mm()[i].y - y);
    if (d < least) {
      least = d;
      best = i;
    }
  }
  return now[best].y - face().rest_mm()[best].y;
}

}  // namespace careless
