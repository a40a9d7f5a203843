// Muscles of mouth, chin and jaw, and the skull. Every length is one of the median head.
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/anatomy/atlas_rows.h"
#include "simulation/anatomy/face_places.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using namespace on_face;
using Point = glm::dvec3;

// Thickness of the masseter in people who had it treated, before the first time (source key kim2010). The
// skin over it sinks by what it loses; the bone behind it stays.
constexpr double kMasseterMm = 13.3;

/// The package lowers the corners of the mouth and raises the chin in one unit: the corners are the
/// depressor's, what lies between them the mentalis's.
double corner_share(const FaceFrame& f, const Point& p) {
  const double corner = f.out(f.at(Mark::mouth_corner));
  return ease(0.45 * corner, 0.8 * corner, f.out(p));
}

UnitField depressor_anguli_oris(const FaceFrame& f) {
  return {{}, {{"mouth-depression", [f](const Point& p) { return corner_share(f, p); }}}, {}};
}

UnitField mentalis(const FaceFrame& f) {
  const auto share = [f](const Point& p) {
    const double half = ease(-6.0 * f.scale(), 6.0 * f.scale(), f.out(p));
    const double other_corner = corner_share(f, {-p.x, p.y, p.z});
    return half * (1.0 - corner_share(f, p) - other_corner);
  };
  return {{}, {{"mouth-depression", share}}, {}};
}

/// Thinning of the whole muscle draws the cheek over the angle of the jaw inward.
UnitField masseter(const FaceFrame& f) {
  const double k = f.scale();
  const Point belly = f.at(row_of(Muscle::masseter).sheet->centre);
  const Point inward = glm::normalize(Point(-f.outward(), 0.0, -0.25));
  return {{}, {}, [f, k, belly, inward](const Point& p) {
            const double over = gauss(p.y - belly.y, k * 15.0) * gauss(p.z - belly.z, k * 15.0);
            return inward * (k * kMasseterMm * over * ease(k * 15.0, k * 35.0, f.out(p)));
          }};
}

constexpr AtlasRow kLowerFaceRows[] = {
    {.key = "depressor_anguli_oris",
     .term = "depressor anguli oris",
     .structure = Structure::depressor_anguli_oris,
     .muscle = Muscle::depressor_anguli_oris,
     // From the edge of the jaw, broad, to the corner of the mouth.
     .band = Band{Strip{{by_mouth(-9.0, -29.0), by_mouth(9.0, -25.0)},
                        {by_mouth(-4.0, -3.0), by_mouth(2.0, -3.0)}},
                  {3.0, 3.0},
                  {2.0, 2.0}},
     .sheet = SheetForm{by_mouth(2.0, -12.0)},
     // No expression asks for these two: what shows is the loss of their resting pull.
     .movement = Movement{"depressor_anguli_oris-%", depressor_anguli_oris, Tone::mouth}},
    {.key = "mentalis",
     .term = "mentalis",
     .structure = Structure::mentalis,
     .muscle = Muscle::mentalis,
     // From below the lower lip down to the skin of the chin.
     .band = Band{Strip{{FacePoint{Mark::mouth_midline, {2.0, -17.0, 0.0}},
                         FacePoint{Mark::mouth_midline, {8.0, -17.0, 0.0}}},
                        {FacePoint{Mark::mouth_midline, {1.0, -37.0, 0.0}},
                         FacePoint{Mark::mouth_midline, {12.0, -36.0, 0.0}}}},
                  {3.0, 3.0},
                  {2.4, 2.4}},
     .sheet = SheetForm{{Mark::mouth_midline, {7.0, -25.0, 0.0}}},
     .movement = Movement{"mentalis-%", mentalis, Tone::mouth}},
    {.key = "masseter",
     .term = "masseter",
     .structure = Structure::masseter,
     .muscle = Muscle::masseter,
     .protocol = {3},
     // From the lower edge of the cheekbone down and back to the outer face of the jaw's angle, as the drawn
     // skull has them (assumption). It used to lie 14 to 20 behind its needle points.
     .band = Band{Strip{.origin = {by_eye(0.0, -28.0, -3.0), by_eye(0.0, -23.5, -42.0)},
                        .insertion = {by_jaw(7.0, -22.0), by_jaw(22.0, -54.0)},
                        .seen = Seen::from_side},
                  {7.0, 7.0},
                  {7.0, 7.0}},
     // Its middle lies 43 below the line from orbit to ear, where 50, within 10, are to be aimed at
     // [kaya2014], and on the line from the middle of that one to the jaw's angle.
     .sheet = SheetForm{between(Mark::eye, Mark::jaw, 0.631, {42.0, 0.0, -42.0}), Course::from_to,
                        Course::square_back, by_jaw(14.5, -38.0), by_eye(0.0, -25.7, -22.5)},
     .movement = Movement{"masseter-%", masseter, Tone::none, {}, true}},
    {.key = "orbicularis_oris",
     .term = "orbicularis oris",
     .midline = true,
     .structure = Structure::orbicularis_oris,
     .band = Band{Ring{{Mark::mouth_midline},
                       {by_mouth(-6.0, 0.0), by_mouth(-6.0, 0.0), {Mark::mouth_midline, {0.0, 3.5, 0.0}}},
                       {by_mouth(5.0, 0.0), by_mouth(5.0, 0.0), {Mark::mouth_midline, {0.0, 14.5, 0.0}}}},
                  {3.0, 3.0},
                  {2.2, 2.2}}},
    {.key = "skull",
     .term = "cranium, mandibula",
     .tissue = Tissue::bone,
     .midline = true,
     .structure = Structure::skull},
};

}  // namespace

std::span<const AtlasRow> lower_face_rows() {
  return kLowerFaceRows;
}

}  // namespace simulation
