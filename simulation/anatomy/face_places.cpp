#include "simulation/anatomy/face_places.h"

#include "simulation/measure/smooth.h"

namespace simulation::on_face {

std::string target(const FaceFrame& face, const std::string& stem, const std::string& tail) {
  return stem + (face.side() == BodySide::left ? "-left-" : "-right-") + tail;
}

double bell(const FaceFrame& face, const glm::dvec3& at_mm, const glm::dvec3& centre_mm, double across_mm,
            double up_mm) {
  const glm::dvec3 d = at_mm - centre_mm;
  const double k = face.scale();
  return gauss(d.x, k * across_mm) * gauss(d.y, k * up_mm) * gauss(d.z, k * 14.0);
}

double around_brow(const FaceFrame& face, const glm::dvec3& at_mm) {
  const double k = face.scale();
  const glm::dvec3 eye = face.at(Mark::eye);
  const Brow& brow = face.brow();
  const double height = brow.peak.y - eye.y;
  // Outside the corner of the eye no lid is in the way, and the brow's tail comes down.
  const double lower = k * 9.0 * ease(k * 15.0, k * 26.0, face.out(at_mm) - face.out(eye));
  const double over_lid = ease(eye.y + 0.2 * height - lower, eye.y + 0.58 * height - lower, at_mm.y);
  const double under_hairline = 1.0 - ease(brow.peak.y + k * 2.0, brow.peak.y + k * 34.0, at_mm.y);
  const double front = ease(brow.tail.z - k * 28.0, brow.tail.z - k * 6.0, at_mm.z);
  return over_lid * under_hairline * front;
}

}  // namespace simulation::on_face
