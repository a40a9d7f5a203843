#include "simulation/response/muscle_places.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "simulation/plan/names.h"

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

/// A sheet of the face: its centre and two directions in the skin.
struct FaceSheet {
  Muscle muscle;
  glm::dvec3 centre_mm;
  glm::dvec3 along;
  glm::dvec3 across;
};

std::vector<FaceSheet> face_sheets(const FaceLandmarks& marks, BodySide side) {
  const double out = side == BodySide::left ? 1.0 : -1.0;
  const glm::dvec3 up(0.0, 1.0, 0.0);
  const glm::dvec3 lateral(out, 0.0, 0.0);
  const glm::dvec3 temple = glm::normalize(glm::dvec3(out, 0.0, -1.0));
  const auto offset = [out](double x, double y, double z = 0.0) { return glm::dvec3(out * x, y, z); };
  const glm::dvec3 brow = glm::normalize(marks.brow_middle[side] - marks.brow_medial[side]);
  const glm::dvec3 between = 0.5 * (marks.brow_medial.left + marks.brow_medial.right);
  const glm::dvec3 nose = 0.25 * (marks.eye.left + marks.eye.right) + 0.5 * marks.nose_base;
  const glm::dvec3& mouth = marks.mouth_corner[side];
  const auto over_brow = [&](const glm::dvec3& a, const glm::dvec3& b) { return 0.4 * a + 0.6 * b; };
  return {{Muscle::corrugator, 0.6 * marks.brow_medial[side] + 0.4 * marks.brow_middle[side], brow,
           glm::normalize(up - brow * brow.y)},
          {Muscle::depressor_supercilii, marks.brow_medial[side] + offset(0.0, -5.0), up, lateral},
          {Muscle::procerus, between + offset(0.0, -6.0), up, lateral},
          {Muscle::frontalis_medial,
           over_brow(marks.brow_medial[side], marks.brow_middle[side]) + offset(0.0, 26.0), up, lateral},
          {Muscle::frontalis_lateral,
           over_brow(marks.brow_middle[side], marks.brow_lateral[side]) + offset(0.0, 22.0), up, lateral},
          {Muscle::orbicularis_oculi, marks.eye[side] + offset(30.0, 0.0, -5.0), up, temple},
          {Muscle::nasalis, nose + offset(10.0, 0.0), up, lateral},
          {Muscle::depressor_anguli_oris, mouth + offset(2.0, -12.0), up, lateral},
          {Muscle::mentalis, glm::dvec3(out * 7.0, mouth.y - 25.0, mouth.z), up, lateral},
          {Muscle::masseter, mouth + offset(28.0, -8.0, -45.0), up, {0.0, 0.0, -1.0}}};
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
  for (const BodySide side : kBodySides) {
    for (const FaceSheet& sheet : face_sheets(landmarks, side)) {
      const glm::dvec3 from = skin_mm - sheet.centre_mm;
      places.push_back(
          place(sheet.muscle, side, glm::dot(from, sheet.along), glm::dot(from, sheet.across), model));
      // Over the same two directions a point at the back of the head would be near: depth counts as well.
      const glm::dvec3 out = glm::cross(sheet.along, sheet.across);
      const double depth = std::abs(glm::dot(from, out));
      constexpr double kCurvatureMm = 20.0;
      if (depth > kCurvatureMm) places.back().distance_mm = std::hypot(places.back().distance_mm, depth);
    }
  }
  nearest_first(places);
  return places;
}

}  // namespace simulation
