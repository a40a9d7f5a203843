#include "app/marks/injection_map.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "simulation/plan/protocol.h"
#include "simulation/response/dose_field.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Muscle;

/// Points that were given together: their units over all sites, and the injection that names them first.
struct Given {
  double units = 0.0;
  std::size_t injection = 0;
};
/// Muscle, side and number of points, as the dose field puts them together.
using GivenKey = std::tuple<Muscle, BodySide, int>;

std::vector<BodySide> sides_of(const simulation::MuscleTarget& target) {
  switch (target.side) {
    case simulation::Side::left:
    case simulation::Side::midline:  // drawn once: both halves share the place
      return {BodySide::left};
    case simulation::Side::right:
      return {BodySide::right};
    case simulation::Side::both:
      break;
  }
  return {BodySide::left, BodySide::right};
}

std::map<GivenKey, Given> given_to_muscles(const simulation::Session& session) {
  std::map<GivenKey, Given> given;
  for (std::size_t i = 0; i < session.injections.size(); ++i) {
    const auto* target = std::get_if<simulation::MuscleTarget>(&session.injections[i].target);
    if (!target || session.injections[i].units <= 0.0) continue;
    for (const simulation::MuscleShare& share : simulation::muscles_of(*target))
      for (const BodySide side : sides_of(*target)) {
        auto& entry = given.try_emplace({share.muscle, side, share.points}, Given{0.0, i}).first->second;
        entry.units += session.injections[i].units * share.share;
      }
  }
  return given;
}

void set_spread(InjectionPoint& point, const simulation::Session& session, simulation::Region region,
                const simulation::ResponseModel& model) {
  const auto radius = simulation::spread_radius(region, session.product, point.units, model);
  point.spread_across_mm = radius.across_mm;
  point.spread_along_mm = radius.along_mm;
}

void add_sites(const GivenKey& key, const Given& given, const simulation::Session& session, const Body& body,
               const simulation::ResponseModel& model, InjectionMap& map) {
  const auto [muscle, side, count] = key;
  const auto sites = simulation::standard_sites(muscle, count);
  for (const glm::dvec2& site : sites) {
    InjectionPoint point;
    point.units = given.units / static_cast<double>(sites.size());
    const auto place = simulation::region_of(muscle) == body.region()
                           ? body.skin_over(muscle, side, site, model)
                           : std::nullopt;
    if (!place) {
      map.unplaced_units += point.units;
      continue;
    }
    point.injection = given.injection;
    point.muscle = muscle;
    point.side = side;
    point.place = *place;
    point.along = body.sheet_along(muscle, side, model);
    set_spread(point, session, body.region(), model);
    map.points.push_back(point);
  }
}

void add_free(std::size_t injection, const simulation::Session& session, const Body& body,
              const simulation::ResponseModel& model, InjectionMap& map) {
  const simulation::Injection& given = session.injections[injection];
  const BodyPart& skin = body.parts().front();
  const auto place = place_at_uv(*skin.topology, std::get<simulation::SkinPoint>(given.target).uv);
  if (!place) {
    map.unplaced_units += given.units;
    return;
  }
  InjectionPoint point;
  point.injection = injection;
  point.place = *place;
  point.units = given.units;
  const auto near = body.muscle_places(point_of(*skin.topology, *place, skin.rest_mm), model);
  // Spill may reach others; the point itself lies along the fibres of the muscle it is meant for.
  const auto aim = std::find_if(near.begin(), near.end(), [](const simulation::MusclePlace& over) {
    return simulation::can_be_target(over.muscle);
  });
  if (aim != near.end()) {
    point.side = aim->side;
    point.along = body.sheet_along(aim->muscle, aim->side, model);
  }
  set_spread(point, session, body.region(), model);
  map.points.push_back(point);
}

}  // namespace

InjectionMap injection_map(const simulation::Plan& plan, std::size_t session, const Body& body,
                           const simulation::ResponseModel& model) {
  InjectionMap map;
  map.region = body.region();
  map.session = session;
  if (session >= plan.sessions.size()) return map;
  const simulation::Session& given = plan.sessions[session];
  auto groups = given_to_muscles(given);
  std::vector<std::pair<GivenKey, Given>> ordered(groups.begin(), groups.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.second.injection < b.second.injection; });
  for (const auto& [key, group] : ordered) add_sites(key, group, given, body, model, map);
  for (std::size_t i = 0; i < given.injections.size(); ++i)
    if (std::holds_alternative<simulation::SkinPoint>(given.injections[i].target))
      add_free(i, given, body, model, map);
  return map;
}

std::size_t session_at(const simulation::Plan& plan, double week) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    if (plan.sessions[i].week <= week) found = i;
  return found;
}

}  // namespace app
