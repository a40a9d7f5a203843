#include "simulation/response/muscle_places.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "simulation/plan/names.h"
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
  const auto over = [&](Muscle muscle, double t_centre, double theta_centre) {
    const double turn = std::remainder(theta - theta_centre, 2.0 * std::numbers::pi);
    return place(muscle, side, (t - t_centre) * leg.length_mm, turn * radius(side), model);
  };
  std::vector<MusclePlace> places = {over(Muscle::gastrocnemius_medial, 0.22, 31.0 * kDegree),
                                     over(Muscle::gastrocnemius_lateral, 0.20, -34.0 * kDegree)};
  // The heads cover the soleus; it is within a needle's way only where they do not lie over it.
  if (places[0].distance_mm > 0.0 && places[1].distance_mm > 0.0)
    places.push_back(over(Muscle::soleus, 0.50, 0.0));
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

}  // namespace simulation
