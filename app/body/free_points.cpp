#include "app/body/free_points.h"

#include <algorithm>

#include "app/body/skin_place.h"

namespace app {
bool has_free_points(const simulation::Plan& plan) {
  return std::any_of(plan.sessions.begin(), plan.sessions.end(), [](const auto& session) {
    return std::any_of(session.injections.begin(), session.injections.end(), [](const auto& injection) {
      return std::holds_alternative<simulation::SkinPoint>(injection.target);
    });
  });
}

std::vector<FreePoint> free_points(const simulation::Plan& plan, const Body& body,
                                   const simulation::ResponseModel& model) {
  std::vector<FreePoint> points;
  for (std::size_t s = 0; s < plan.sessions.size(); ++s) {
    const auto& injections = plan.sessions[s].injections;
    for (std::size_t i = 0; i < injections.size(); ++i) {
      const auto* target = std::get_if<simulation::SkinPoint>(&injections[i].target);
      if (!target) continue;
      FreePoint point{s, i, {}, {}};
      const BodyPart& skin = body.parts().front();
      if (const auto place = place_at_uv(*skin.topology, target->uv))
        point.skin_mm = point_of(*skin.topology, *place, skin.rest_mm);
      if (point.skin_mm) point.places = body.muscle_places(*point.skin_mm, model);
      points.push_back(std::move(point));
    }
  }
  return points;
}

simulation::DoseReach reach_of(const simulation::Plan& plan, const Body& body,
                               const simulation::ResponseModel& model) {
  const double far = kFarFromMuscleMm[static_cast<std::size_t>(plan.region)];
  simulation::DoseReach reach;
  reach.sheets = body.muscle_sheets(model);
  for (const FreePoint& point : free_points(plan, body, model))
    for (const auto& place : point.places)
      if (place.distance_mm <= far)
        reach.free_points.push_back({point.session, point.injection, place.muscle, place.side, place.sheet});
  return reach;
}

namespace {

std::optional<simulation::CalfMuscle> calf_muscle(simulation::Muscle muscle) {
  if (muscle == simulation::Muscle::gastrocnemius_medial) return simulation::CalfMuscle::medial;
  if (muscle == simulation::Muscle::gastrocnemius_lateral) return simulation::CalfMuscle::lateral;
  if (muscle == simulation::Muscle::soleus) return simulation::CalfMuscle::soleus;
  return std::nullopt;
}

bool reaches(simulation::Side target, simulation::BodySide side) {
  return target == simulation::Side::both ||
         target == (side == simulation::BodySide::left ? simulation::Side::left : simulation::Side::right);
}

}  // namespace

simulation::Sided<std::vector<simulation::CalfDose>> calf_doses(const simulation::Plan& plan,
                                                                const Body& body,
                                                                const simulation::ResponseModel& model) {
  simulation::Sided<std::vector<simulation::CalfDose>> doses;
  for (const auto& session : plan.sessions) {
    for (const auto& injection : session.injections) {
      const auto* named = std::get_if<simulation::MuscleTarget>(&injection.target);
      const auto muscle = named ? calf_muscle(named->muscle) : std::nullopt;
      if (!muscle) continue;
      for (const simulation::BodySide side : simulation::kBodySides) {
        if (reaches(named->side, side)) doses[side].push_back({*muscle, injection.units, std::nullopt});
      }
    }
  }
  const double far = kFarFromMuscleMm[static_cast<std::size_t>(simulation::Region::calf)];
  for (const FreePoint& point : free_points(plan, body, model)) {
    const double units = plan.sessions[point.session].injections[point.injection].units;
    const auto near =
        static_cast<double>(std::count_if(point.places.begin(), point.places.end(),
                                          [&](const auto& place) { return place.distance_mm <= far; }));
    for (const auto& place : point.places) {
      const auto muscle = calf_muscle(place.muscle);
      if (muscle && place.distance_mm <= far)
        doses[place.side].push_back({*muscle, units / near, point.skin_mm});
    }
  }
  return doses;
}

}  // namespace app
