#include "simulation/response/muscle_sheet.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <string>

#include "simulation/anatomy/atlas.h"

namespace simulation {

using Point = glm::dvec3;

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
  for (const BodySide side : kBodySides) {
    const FaceFrame face(landmarks, side);
    for (const AtlasRow& row : atlas()) {
      if (!row.sheet) continue;
      const std::string key = "muscle." + std::string(row.key);
      const SheetAxes axes = axes_of(*row.sheet, face);
      sheets.push_back({*row.muscle, side, face.at(row.sheet->centre), axes.along, axes.across,
                        face.scale() * model.value(key + ".length"),
                        face.scale() * model.value(key + ".width")});
    }
  }
  return sheets;
}

}  // namespace simulation
