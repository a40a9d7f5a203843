// The muscle that raises the brows. Every length is one of the median head.
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/anatomy/atlas_rows.h"
#include "simulation/anatomy/face_places.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using namespace on_face;
using Point = glm::dvec3;

// Shares of the package's units at full effort, chosen by eye on the mesh.
constexpr double kRaiseUp = 0.9;
constexpr double kRaiseInner = 0.5;
constexpr double kRaiseExtern = 0.85;
constexpr double kRaiseHeadMm = 1.8;  // the package's units leave the head of the brow behind
// the package's units leave the head of the brow behind
constexpr double kRaiseForeheadMm =
    1.8;  // skin over the brow follows it and comes to rest below the hairline

double medial_column(const FaceFrame& f, const Point& p) {
  const double inner = f.out(f.at(Mark::brow_medial));
  const double outer = f.out(f.at(Mark::brow_lateral));
  return 1.0 - ease(inner + 0.15 * (outer - inner), inner + 0.85 * (outer - inner), f.out(p));
}

/// Lift of head of brow and forehead that the package's units do not have, both columns together.
double forehead_lift_mm(const FaceFrame& f, const Point& p) {
  const double k = f.scale();
  const double tail_z = f.at(Mark::brow_lateral).z;
  const double front = ease(tail_z - k * 30.0, tail_z, p.z);
  const double own_half = ease(-6.0 * k, 6.0 * k, f.out(p));
  const double above =
      gauss(p.y - (f.brow().peak.y + k * 17.0), k * 12.0) * (1.0 - ease(46.0 * k, 70.0 * k, std::abs(p.x)));
  return own_half * k *
         (kRaiseForeheadMm * above * front +
          kRaiseHeadMm * bell(f, p, f.brow().head - f.mm(2.0, 0.0), 10.0, 10.0));
}

UnitField frontalis(const FaceFrame& f, bool medial) {
  const auto column = [f, medial](const Point& p) {
    const double share = medial_column(f, p);
    return medial ? share : 1.0 - share;
  };
  const auto scaled = [column](double strength) {
    return [column, strength](const Point& p) { return strength * column(p); };
  };
  return {{},
          {{target(f, "eyebrows", "up"), scaled(kRaiseUp)},
           {target(f, "eyebrows", "inner-up"), scaled(kRaiseInner)},
           {target(f, "eyebrows", "extern-up"), scaled(kRaiseExtern)}},
          [f, column](const Point& p) { return Point(0.0, forehead_lift_mm(f, p) * column(p), 0.0); }};
}

UnitField frontalis_medial(const FaceFrame& face) {
  return frontalis(face, true);
}

UnitField frontalis_lateral(const FaceFrame& face) {
  return frontalis(face, false);
}

constexpr AtlasRow kForeheadRows[] = {
    {.key = "frontalis",
     .term = "frontalis",
     .structure = Structure::frontalis,
     .muscle = Muscle::frontalis,
     .offered = 3,
     .protocol = {3},
     // One sheet in the midline up to 47 above the supraorbital notch, split by 90 degrees from there
     // [costin2015]; the notch lies 15 over the eye in the drawn skull. Outward to the temporal line
     // (assumption).
     .band = Band{Strip{.origin = {by_eye(0.3, 71.0), by_eye(44.0, 62.0)},
                        .insertion = {by_eye(0.3, 19.0), by_eye(52.0, 13.0)},
                        .split = by_eye(0.0, 62.0),
                        .split_deg = 90.0},
                  {2.6, 2.6},
                  {1.6, 1.6}}},
    {.key = "frontalis_medial",
     .term = "frontalis, medial columns",
     .muscle = Muscle::frontalis_medial,
     .group = Muscle::frontalis,
     .columns = 2,
     .protocol = {2},
     .line = FaceLine::forehead,
     // The two inner columns nearly meet in the midline.
     .sheet = SheetForm{between(Mark::brow_medial, Mark::brow_middle, 0.15, {0.0, 26.0, 0.0})},
     .movement = Movement{"frontalis-%-medial",
                          frontalis_medial,
                          Tone::frontalis,
                          {0, 0, 1, 0, 0},
                          false,
                          {LineGroup::forehead}}},
    {.key = "frontalis_lateral",
     .term = "frontalis, lateral column",
     .muscle = Muscle::frontalis_lateral,
     .group = Muscle::frontalis,
     .line = FaceLine::forehead,
     .sheet = SheetForm{between(Mark::brow_middle, Mark::brow_lateral, 0.6, {0.0, 22.0, 0.0})},
     .movement = Movement{"frontalis-%-lateral",
                          frontalis_lateral,
                          Tone::frontalis,
                          {0, 0, 1, 0, 0},
                          false,
                          {LineGroup::forehead}}},
};

}  // namespace

std::span<const AtlasRow> forehead_rows() {
  return kForeheadRows;
}

}  // namespace simulation
