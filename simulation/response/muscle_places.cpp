#include "simulation/response/muscle_places.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "simulation/anatomy/atlas.h"
#include "simulation/response/muscle_sheet.h"

namespace simulation {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

/// `along` and `across` are millimetres from the sheet's centre.
MusclePlace place(Muscle muscle, BodySide side, double along, double across, const ResponseModel& model) {
  const std::string key = "muscle." + std::string(name(muscle));
  const double length = model.value(key + ".length");
  const double width = model.value(key + ".width");
  const double past_along = std::max(0.0, std::abs(along) - 0.5 * length);
  const double past_across = std::max(0.0, std::abs(across) - 0.5 * width);
  return {muscle, side, {0.5 + along / length, 0.5 + across / width}, std::hypot(past_along, past_across)};
}

void nearest_first(std::vector<MusclePlace>& places) {
  std::stable_sort(places.begin(), places.end(),
                   [](const MusclePlace& a, const MusclePlace& b) { return a.distance_mm < b.distance_mm; });
}

const MuscleSheet* find_sheet(const std::vector<MuscleSheet>& sheets, Muscle muscle, BodySide side) {
  const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const MuscleSheet& sheet) {
    return sheet.muscle == muscle && sheet.side == side;
  });
  return found == sheets.end() ? nullptr : &*found;
}

/// Millimetres of a place from its sheet's centre, along and across.
glm::dvec2 from_centre(Muscle muscle, const glm::dvec2& sheet, const ResponseModel& model) {
  const std::string key = "muscle." + std::string(name(muscle));
  return {(sheet.x - 0.5) * model.value(key + ".length"), (sheet.y - 0.5) * model.value(key + ".width")};
}

}  // namespace

std::vector<MusclePlace> calf_places(const glm::dvec3& skin_mm, const Sided<LegFrame>& legs,
                                     const ResponseModel& model) {
  // A point belongs to the leg whose axis is nearer.
  const auto radius = [&](BodySide side) {
    return glm::length(skin_mm - legs[side].axis_point_mm(legs[side].t_of(skin_mm)));
  };
  const BodySide side = radius(BodySide::left) <= radius(BodySide::right) ? BodySide::left : BodySide::right;
  const LegFrame& leg = legs[side];
  const double t = leg.t_of(skin_mm);
  const glm::dvec3 from_axis = skin_mm - leg.axis_point_mm(t);
  const double theta = std::atan2(glm::dot(from_axis, leg.medial), glm::dot(from_axis, leg.posterior));
  const auto over = [&](Muscle muscle) {
    const CalfSheet centre = row_of(muscle).calf_sheet.value();
    const double turn = std::remainder(theta - centre.degrees * kDegree, 2.0 * std::numbers::pi);
    return place(muscle, side, (t - centre.share) * leg.length_mm, turn * radius(side), model);
  };
  std::vector<MusclePlace> places = {over(Muscle::gastrocnemius_medial), over(Muscle::gastrocnemius_lateral)};
  // The heads cover the soleus; it is within a needle's way only where they do not lie over it.
  if (places[0].distance_mm > 0.0 && places[1].distance_mm > 0.0) places.push_back(over(Muscle::soleus));
  nearest_first(places);
  return places;
}

std::vector<MusclePlace> face_places(const glm::dvec3& skin_mm, const FaceLandmarks& landmarks,
                                     const ResponseModel& model) {
  std::vector<MusclePlace> places;
  for (const MuscleSheet& sheet : face_sheets(landmarks, model)) {
    const glm::dvec2 over = sheet.over(skin_mm);
    places.push_back({sheet.muscle, sheet.side, over, sheet.past_edge_mm(over)});
    // Over the same two directions a point at the back of the head would be near: depth counts as well.
    const double depth = sheet.depth_mm(skin_mm);
    if (depth > kSheetDepthMm) places.back().distance_mm = std::hypot(places.back().distance_mm, depth);
  }
  nearest_first(places);
  return places;
}

std::optional<glm::dvec3> calf_skin_point(Muscle muscle, BodySide side, const glm::dvec2& sheet,
                                          const Sided<LegFrame>& legs, const ResponseModel& model,
                                          const SkinRay& skin) {
  const std::optional<CalfSheet>& centre = row_of(muscle).calf_sheet;
  if (!centre) return std::nullopt;
  const LegFrame& leg = legs[side];
  const glm::dvec2 from = from_centre(muscle, sheet, model);
  const glm::dvec3 axis = leg.axis_point_mm(centre->share + from.x / leg.length_mm);
  // Across is an arc on the skin, whose radius is known only where the ray meets it.
  double radius = 50.0;
  std::optional<glm::dvec3> point;
  for (int round = 0; round < 40; ++round) {
    const double theta = centre->degrees * kDegree + from.y / radius;
    point = skin(axis, leg.posterior * std::cos(theta) + leg.medial * std::sin(theta));
    if (!point) return std::nullopt;
    const double met = glm::length(*point - axis);
    const double off_mm = from.y * (met / radius - 1.0);
    radius = met;
    constexpr double kNearEnoughMm = 0.005;
    if (std::abs(off_mm) < kNearEnoughMm) break;
  }
  return point;
}

std::optional<glm::dvec3> face_skin_point(Muscle muscle, BodySide side, const glm::dvec2& sheet,
                                          const FaceLandmarks& landmarks, const ResponseModel& model,
                                          const SkinRay& skin) {
  const auto sheets = face_sheets(landmarks, model);
  const MuscleSheet* found = find_sheet(sheets, muscle, side);
  if (!found) return std::nullopt;
  // All sheets face forward or to their own side.
  glm::dvec3 out = glm::cross(found->along, found->across);
  const glm::dvec3 open(side == BodySide::left ? 1.0 : -1.0, 0.0, 1.0);
  if (glm::dot(out, open) < 0.0) out = -out;
  constexpr double kOutsideMm = 60.0;
  return skin(found->site_mm(sheet) + out * kOutsideMm, -out);
}

glm::dvec3 calf_sheet_along(BodySide side, const Sided<LegFrame>& legs) {
  return legs[side].down;
}

glm::dvec3 face_sheet_along(Muscle muscle, BodySide side, const FaceLandmarks& landmarks,
                            const ResponseModel& model) {
  const auto sheets = face_sheets(landmarks, model);
  const MuscleSheet* found = find_sheet(sheets, muscle, side);
  return found ? found->along : glm::dvec3(0.0, 1.0, 0.0);
}

}  // namespace simulation
