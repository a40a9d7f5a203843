#include "simulation/prediction/main_quantity.h"

#include <algorithm>
#include <optional>
#include <span>

#include "simulation/anatomy/atlas.h"
#include "simulation/plan/doses.h"
#include "simulation/prediction/quantities.h"

namespace simulation {
namespace {

double units_on(const Plan& plan, Muscle muscle, BodySide side) {
  const Side given = side == BodySide::left ? Side::left : Side::right;
  return units_of(plan, muscle, is_midline(muscle) ? Side::midline : given);
}

double leg_units(const Plan& plan, BodySide side) {
  return units_on(plan, Muscle::gastrocnemius_medial, side) +
         units_on(plan, Muscle::gastrocnemius_lateral, side);
}

/// Muscles of the face as a plan names them, groups before their parts.
std::vector<Muscle> face_muscles() {
  std::vector<Muscle> groups, single;
  for (const AtlasRow& row : atlas())
    if (row.region == Region::face && row.muscle)
      (columns_of(*row.muscle).size() > 1 ? groups : single).push_back(*row.muscle);
  std::sort(single.begin(), single.end());
  groups.insert(groups.end(), single.begin(), single.end());
  return groups;
}

std::string thickness_of(Muscle muscle, BodySide side) {
  return key_of("face.MUSCLE.SIDE.thickness_change", {.side = side, .muscle = muscle});
}

/// Nothing when no muscle of the face gets any units.
std::optional<std::string> thickness_of_most_treated(const Plan& plan) {
  std::optional<std::string> key;
  double most = 0.0;
  for (const Muscle muscle : face_muscles())
    for (const BodySide side : kBodySides)
      if (const double units = units_on(plan, muscle, side); units > most) {
        most = units;
        key = thickness_of(muscle, side);
      }
  return key;
}

/// The rows of a region that the timeline offers place by place, in their turns.
std::vector<const Quantity*> timeline_rows(Region region) {
  std::vector<const Quantity*> rows;
  for (const Quantity& quantity : quantities(region))
    if (quantity.timeline > 0 && quantity.per != Per::muscle) rows.push_back(&quantity);
  std::sort(rows.begin(), rows.end(),
            [](const Quantity* a, const Quantity* b) { return a->timeline < b->timeline; });
  return rows;
}

std::vector<QuantityPlace> places_by_dose(const Plan& plan) {
  std::vector<QuantityPlace> places;
  if (plan.region == Region::calf)
    for (const BodySide side : sides_by_dose(plan)) places.push_back({.side = side});
  else
    for (const FaceLine line : lines_by_dose(plan)) places.push_back({.line = line});
  return places;
}

}  // namespace

std::vector<BodySide> sides_by_dose(const Plan& plan) {
  std::vector<BodySide> sides(std::begin(kBodySides), std::end(kBodySides));
  std::stable_sort(sides.begin(), sides.end(),
                   [&](BodySide a, BodySide b) { return leg_units(plan, a) > leg_units(plan, b); });
  return sides;
}

double line_units(const Plan& plan, FaceLine line) {
  double left = 0.0, right = 0.0;
  for (const Muscle muscle : planned_muscles_of(line)) {
    left += units_on(plan, muscle, BodySide::left);
    right += units_on(plan, muscle, BodySide::right);
  }
  return std::max(left, right);
}

std::vector<FaceLine> lines_by_dose(const Plan& plan) {
  std::vector<FaceLine> lines(std::begin(kFaceLines), std::end(kFaceLines));
  std::stable_sort(lines.begin(), lines.end(),
                   [&](FaceLine a, FaceLine b) { return line_units(plan, a) > line_units(plan, b); });
  return lines;
}

std::string relief_quantity(FaceLine line) {
  return key_of("face.LINE.relief_effort_change", {.line = line});
}

std::string main_quantity(const Plan& plan) {
  if (plan.region == Region::calf)
    return key_of("calf.SIDE.max_girth_change", {.side = sides_by_dose(plan).front()});
  const FaceLine line = lines_by_dose(plan).front();
  if (line_units(plan, line) <= 0.0)
    if (auto thickness = thickness_of_most_treated(plan)) return *thickness;
  return relief_quantity(line);
}

std::vector<std::string> thickness_quantities(const Plan& plan) {
  std::vector<std::string> keys;
  if (plan.region == Region::calf) {
    for (const BodySide side : sides_by_dose(plan))
      keys.push_back(key_of("calf.SIDE.gastrocnemius.thickness_change", {.side = side}));
    const Muscle medial = Muscle::gastrocnemius_medial;
    if (units_on(plan, medial, BodySide::left) == units_on(plan, medial, BodySide::right)) keys.resize(1);
    return keys;
  }
  for (const Muscle muscle : face_muscles()) {
    const double left = units_on(plan, muscle, BodySide::left);
    const double right = units_on(plan, muscle, BodySide::right);
    if (left > 0.0) keys.push_back(thickness_of(muscle, BodySide::left));
    if (right > 0.0 && right != left) keys.push_back(thickness_of(muscle, BodySide::right));
  }
  return keys;
}

std::vector<std::string> timeline_quantities(const Plan& plan) {
  std::vector<std::string> keys;
  for (const QuantityPlace& place : places_by_dose(plan))
    for (const Quantity* row : timeline_rows(plan.region)) keys.push_back(key_of(*row, place));
  if (plan.region == Region::face)
    for (std::string& key : thickness_quantities(plan)) keys.push_back(std::move(key));
  const auto main = std::find(keys.begin(), keys.end(), main_quantity(plan));
  std::rotate(keys.begin(), main, main + 1);
  return keys;
}

}  // namespace simulation
