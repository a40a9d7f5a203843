#include "simulation/anatomy/face_places.h"

#include "simulation/measure/smooth.h"

namespace simulation::face_places {

std::string target(const FaceFrame& face, const std::string& stem, const std::string& tail) {
  return stem + (face.side() == BodySide::left ? "-left-" : "-right-") + tail;
}

double bell(const FaceFrame& face, const glm::dvec3& at_mm, const glm::dvec3& centre_mm, double across_mm,
            double up_mm) {
  const glm::dvec3 d = at_mm - centre_mm;
  const double k = face.scale();
  return gauss(d.x, k * across_mm) * gauss(d.y, k * up_mm) * gauss(d.z, k * 14.0);
}

}  // namespace simulation::face_places
