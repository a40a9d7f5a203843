#include "simulation/response/dose_groups.h"

#include <cmath>
#include <tuple>

#include "simulation/plan/protocol.h"

namespace simulation {
namespace {

// The muscle, side, day and product of a group; then its points (0 and the injection's number: a free point);
// then how it was given.
using GroupKey = std::tuple<Muscle, BodySide, double, Product, int, std::size_t, std::size_t,
                            std::optional<double>, std::optional<double>>;
using Groups = std::map<GroupKey, DoseGroup>;

/// Beyond this no usual dose leaves anything worth counting.
constexpr double kFarMm = 25.0;

MuscleSide held_by(Muscle muscle, BodySide side) {
  return {muscle, is_midline(muscle) ? BodySide::left : side};
}

/// Left and right of a mirrored face must give the same bits.
glm::dvec2 rounded(const glm::dvec2& sheet) {
  constexpr double kSteps = 1e6;
  return {std::round(sheet.x * kSteps) / kSteps, std::round(sheet.y * kSteps) / kSteps};
}

const MuscleSheet* sheet_of(const std::vector<MuscleSheet>& sheets, const MuscleSide& which) {
  for (const MuscleSheet& sheet : sheets)
    if (sheet.muscle == which.first && sheet.side == which.second) return &sheet;
  return nullptr;
}

/// Where the named muscle's points lie over the other sheets of the face.
void add_neighbours(DoseGroup& group, const std::vector<MuscleSheet>& sheets) {
  const MuscleSheet* own = sheet_of(sheets, *group.named);
  if (!own) return;
  std::vector<glm::dvec3> points_mm;
  for (const glm::dvec2& site : group.sites.at(*group.named)) points_mm.push_back(own->site_mm(site));
  for (const MuscleSheet& sheet : sheets) {
    const MuscleSide which{sheet.muscle, sheet.side};
    if (which == *group.named || which != held_by(sheet.muscle, sheet.side)) continue;
    bool near = false;
    std::vector<glm::dvec2> over;
    for (const glm::dvec3& point : points_mm) {
      over.push_back(rounded(sheet.over(point)));
      const bool beside = sheet.depth_mm(point) <= kSheetDepthMm;
      near = near || (beside && sheet.past_edge_mm(over.back()) <= kFarMm);
      if (!beside) over.back() = glm::dvec2(-1e3);
    }
    if (near) group.sites[which] = std::move(over);
  }
}

void add_target(Groups& groups, const MuscleTarget& target, const Injection& injection,
                const Session& session) {
  const double day = session.week * 7.0;
  for (const MuscleShare& share : muscles_of(target)) {
    for (BodySide side : kBodySides) {
      const bool other_side = (target.side == Side::left && side == BodySide::right) ||
                              (target.side == Side::right && side == BodySide::left);
      if (other_side || held_by(share.muscle, side).second != side) continue;
      DoseGroup& group = groups[{share.muscle, side, day, session.product, share.points, 0, 0,
                                 session.dilution_ml, injection.depth_mm}];
      group.named = MuscleSide{share.muscle, side};
      group.sites[*group.named] = standard_sites(share.muscle, share.points);
      group.points = static_cast<std::size_t>(share.points);
      group.units += injection.units * share.share;
      group.dilution_ml = session.dilution_ml;
      group.depth_mm = injection.depth_mm;
    }
  }
}

}  // namespace

std::vector<DoseGroup> dose_groups(const Plan& plan, const DoseReach& reach) {
  Groups groups;
  for (std::size_t s = 0; s < plan.sessions.size(); ++s) {
    const Session& session = plan.sessions[s];
    const double day = session.week * 7.0;
    for (std::size_t i = 0; i < session.injections.size(); ++i) {
      const Injection& injection = session.injections[i];
      if (injection.units <= 0.0) continue;
      if (const auto* target = std::get_if<MuscleTarget>(&injection.target)) {
        add_target(groups, *target, injection, session);
        continue;
      }
      DoseGroup point;
      point.units = injection.units;
      point.dilution_ml = session.dilution_ml;
      point.depth_mm = injection.depth_mm;
      for (const FreePointReach& place : reach.free_points)
        if (place.session == s && place.injection == i)
          point.sites[held_by(place.muscle, place.side)] = {rounded(place.sheet)};
      if (!point.sites.empty())
        groups[{Muscle::frontalis, BodySide::left, day, session.product, 0, s, i, session.dilution_ml,
                injection.depth_mm}] = std::move(point);
    }
  }
  std::vector<DoseGroup> list;
  for (auto& [key, group] : groups) {
    group.day = std::get<double>(key);
    group.product = std::get<Product>(key);
    if (group.named) add_neighbours(group, reach.sheets);
    list.push_back(std::move(group));
  }
  return list;
}

}  // namespace simulation
