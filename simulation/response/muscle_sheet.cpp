#include "simulation/response/muscle_sheet.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <string>

#include "simulation/plan/names.h"

namespace simulation {
namespace {

using Point = glm::dvec3;

void add_side(std::vector<MuscleSheet>& sheets, const FaceLandmarks& marks, BodySide side) {
  const double out = side == BodySide::left ? 1.0 : -1.0;
  const Point up(0.0, 1.0, 0.0);
  const Point lateral(out, 0.0, 0.0);
  const Point temple = glm::normalize(Point(out, 0.0, -1.0));
  const auto offset = [out](double x, double y, double z = 0.0) { return Point(out * x, y, z); };
  const auto add = [&](Muscle muscle, const Point& centre, const Point& along, const Point& across) {
    sheets.push_back({muscle, side, centre, along, across});
  };
  const Point& medial = marks.brow_medial[side];
  const Point& middle = marks.brow_middle[side];
  const Point& mouth = marks.mouth_corner[side];
  const Point brow = glm::normalize(middle - medial);
  const Point between = 0.5 * (marks.brow_medial.left + marks.brow_medial.right);
  const Point nose = 0.25 * (marks.eye.left + marks.eye.right) + 0.5 * marks.nose_base;
  const auto over_brow = [](const Point& a, const Point& b) { return 0.4 * a + 0.6 * b; };

  add(Muscle::corrugator, 0.6 * medial + 0.4 * middle, brow, glm::normalize(up - brow * brow.y));
  add(Muscle::depressor_supercilii, medial + offset(0.0, -5.0), up, lateral);
  add(Muscle::procerus, between + offset(0.0, -6.0), up, lateral);
  // The two inner columns nearly meet in the midline.
  add(Muscle::frontalis_medial, 0.85 * medial + 0.15 * middle + offset(0.0, 26.0), up, lateral);
  add(Muscle::frontalis_lateral, over_brow(middle, marks.brow_lateral[side]) + offset(0.0, 22.0), up,
      lateral);
  add(Muscle::orbicularis_oculi, marks.eye[side] + offset(30.0, 0.0, -5.0), up, temple);
  // From the cheekbone to the corner of the mouth.
  const Point cheekbone = marks.cheek_upper[side] + offset(-1.0, -13.0, 2.0);
  const Point smile = glm::normalize(mouth - cheekbone);
  add(Muscle::zygomaticus, 0.5 * (cheekbone + mouth), smile,
      glm::normalize(glm::cross(smile, Point(0.0, 0.0, 1.0))));
  // The belly lies under the roof of the orbit; what is reached from in front is the upper lid below the rim.
  add(Muscle::levator_palpebrae, Point(marks.eye[side].x, marks.eye[side].y + 9.0, middle.z), up, lateral);
  add(Muscle::nasalis, nose + offset(10.0, 0.0), up, lateral);
  add(Muscle::depressor_anguli_oris, mouth + offset(2.0, -12.0), up, lateral);
  add(Muscle::mentalis, Point(out * 7.0, mouth.y - 25.0, mouth.z), up, lateral);
  add(Muscle::masseter, mouth + offset(28.0, -8.0, -45.0), up, {0.0, 0.0, -1.0});
}

}  // namespace

glm::dvec2 MuscleSheet::over(const Point& point_mm) const {
  const Point from = point_mm - centre_mm;
  return {0.5 + glm::dot(from, along) / length_mm, 0.5 + glm::dot(from, across) / width_mm};
}

Point MuscleSheet::site_mm(const glm::dvec2& sheet) const {
  return centre_mm + along * ((sheet.x - 0.5) * length_mm) + across * ((sheet.y - 0.5) * width_mm);
}

double MuscleSheet::depth_mm(const Point& point_mm) const {
  return std::abs(glm::dot(point_mm - centre_mm, glm::cross(along, across)));
}

double MuscleSheet::past_edge_mm(const glm::dvec2& sheet) const {
  const double past_along = std::max(0.0, std::abs(sheet.x - 0.5) - 0.5) * length_mm;
  const double past_across = std::max(0.0, std::abs(sheet.y - 0.5) - 0.5) * width_mm;
  return std::hypot(past_along, past_across);
}

std::vector<MuscleSheet> face_sheets(const FaceLandmarks& landmarks, const ResponseModel& model) {
  std::vector<MuscleSheet> sheets;
  for (const BodySide side : kBodySides) add_side(sheets, landmarks, side);
  for (MuscleSheet& sheet : sheets) {
    const std::string key = "muscle." + std::string(name(sheet.muscle));
    sheet.length_mm = model.value(key + ".length");
    sheet.width_mm = model.value(key + ".width");
  }
  return sheets;
}

}  // namespace simulation
