#include "simulation/anatomy/face_form.h"

#include <glm/geometric.hpp>

namespace simulation {
namespace {

constexpr glm::dvec3 kUp(0.0, 1.0, 0.0);
constexpr glm::dvec3 kFront(0.0, 0.0, 1.0);

glm::dvec3 direction(Course course, const SheetForm& sheet, const FaceFrame& face, const glm::dvec3& along) {
  const double out = face.outward();
  switch (course) {
    case Course::up:
      break;
    case Course::outward:
      return {out, 0.0, 0.0};
    case Course::back:
      return {0.0, 0.0, -1.0};
    case Course::temple:
      return glm::normalize(glm::dvec3(out, 0.0, -1.0));
    case Course::from_to:
      return glm::normalize(face.at(sheet.to) - face.at(sheet.from));
    case Course::square_up:
      return glm::normalize(kUp - along * along.y);
    case Course::square_back:
      return glm::normalize(-kFront + along * along.z);
    case Course::square_front:
      return glm::normalize(glm::cross(along, kFront));
  }
  return kUp;
}

}  // namespace

SheetAxes axes_of(const SheetForm& sheet, const FaceFrame& face) {
  const glm::dvec3 along = direction(sheet.along, sheet, face, kUp);
  return {along, direction(sheet.across, sheet, face, along)};
}

}  // namespace simulation
