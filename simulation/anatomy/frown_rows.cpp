// The muscles that lower the brows. Every length is one of the median head.
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/anatomy/atlas_rows.h"
#include "simulation/anatomy/face_places.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using namespace on_face;
using Point = glm::dvec3;

// Medial pull of the corrugator at the head of the brow; 3 to 6 mm is an assumption.
constexpr double kMedialPullMm = 3.4;
// Downward pull of the procerus on the root of the nose: an assumption.
constexpr double kRootPullMm = 0.5;
// What a muscle loses in length it gains in thickness: how far the shortened bellies push the skin forward
// at full effort. Assumptions.
constexpr double kCorrugatorBulkMm = 2.8;
constexpr double kProcerusBulkMm = 1.5;
// How far the corrugator, which ends in the skin over the middle of the brow, holds that down at rest. The
// package lowers the head of the brow alone. An assumption, set so that about half of people have a brow
// raised by half a millimetre over the pupil after 20 units in the glabella, as 12 of 25 had one raised
// (source key frankel_kamer).
constexpr double kMiddleHoldMm = 0.72;
constexpr double kMiddleHoldReachMm = 10.0;

double procerus_share(const FaceFrame& f, const Point& p) {
  const double head = f.out(f.at(Mark::brow_medial));
  return 0.45 * (1.0 - ease(0.4 * head, 1.5 * head, f.out(p)));
}

double depressor_share(const FaceFrame& f, const Point& p) {
  return 0.3 * (1.0 - procerus_share(f, p));
}

UnitField corrugator(const FaceFrame& f) {
  UnitField field;
  field.sources.push_back({target(f, "eyebrows", "down"), [f](const Point& p) {
                             return 1.0 - procerus_share(f, p) - depressor_share(f, p);
                           }});
  field.own = [f](const Point& p) {
    const double reach = bell(f, p, f.brow().head, 11.0, 9.0);
    // The pull dies out at the midline, where the two sides meet.
    const double from_midline = ease(0.0, 0.8 * f.out(f.at(Mark::brow_medial)), f.out(p));
    const double bulk = bell(f, p, f.brow().head + f.mm(2.0, 4.0), 7.0, 6.5) * from_midline;
    return f.mm(-kMedialPullMm * reach * from_midline, 0.0,
                0.25 * kMedialPullMm * reach * from_midline + kCorrugatorBulkMm * bulk);
  };
  return field;
}

UnitField corrugator_hold(const FaceFrame& f) {
  return {{}, {}, [f](const Point& p) {
            const double along = gauss(f.out(p) - f.out(f.brow().peak), f.scale() * kMiddleHoldReachMm);
            return f.mm(0.0, -kMiddleHoldMm * along * around_brow(f, p));
          }};
}

UnitField depressor_supercilii(const FaceFrame& f) {
  return {{}, {{target(f, "eyebrows", "down"), [f](const Point& p) { return depressor_share(f, p); }}}, {}};
}

UnitField procerus(const FaceFrame& f) {
  return {{},
          {{target(f, "eyebrows", "down"), [f](const Point& p) { return procerus_share(f, p); }}},
          [f](const Point& p) {
            // The package leaves the root of the nose, where the muscle starts, in its place.
            const Point root(0.0, f.at(Mark::eye).y - f.scale() * 2.0,
                             f.at(Mark::brow_medial).z - f.scale() * 4.0);
            const double half = ease(-4.0 * f.scale(), 4.0 * f.scale(), f.out(p));
            const Point belly = root + Point(0.0, f.scale() * 11.0, f.scale() * 4.0);
            return f.scale() * half *
                   Point(0.0, -kRootPullMm * bell(f, p, root, 7.0, 6.0),
                         kProcerusBulkMm * bell(f, p, belly, 5.0, 6.0));
          }};
}

constexpr AtlasRow kFrownRows[] = {
    {.key = "corrugator",
     .term = "corrugator",
     .structure = Structure::corrugator,
     .muscle = Muscle::corrugator,
     .offered = 2,
     .protocol = {2},
     .line = FaceLine::glabella,
     // Its head comes off the bone 4 to 14 from the midline, its belly is 12.6 wide, and it ends 43 out
     // [janis2007, park2003], above the middle of the brow. It used to end at 33, below its inner needle
     // points.
     .band = Band{Strip{{by_eye(4.0, 7.0), by_eye(8.0, 22.5)}, {by_eye(43.0, 19.0), by_eye(40.0, 28.0)}},
                  {4.6, 4.6},
                  {2.2, 2.2}},
     .sheet = SheetForm{between(Mark::brow_medial, Mark::brow_middle, 0.4),
                        Course::from_to,
                        Course::square_up,
                        {Mark::brow_medial},
                        {Mark::brow_middle}},
     .movement =
         Movement{
             "corrugator-%", corrugator, Tone::depressor, {0, 1, 0, 0.15, 0}, false, {LineGroup::glabella}},
     .hold = Movement{"corrugator_hold-%", corrugator_hold, Tone::always_on}},
    {.key = "depressor_supercilii",
     .term = "depressor supercilii",
     .muscle = Muscle::depressor_supercilii,
     .line = FaceLine::glabella,
     .sheet = SheetForm{{Mark::brow_medial, {0.0, -5.0, 0.0}}},
     .movement = Movement{"depressor_supercilii-%",
                          depressor_supercilii,
                          Tone::depressor,
                          {0, 1, 0, 0, 0},
                          false,
                          {LineGroup::glabella}}},
    {.key = "procerus",
     .term = "procerus",
     .midline = true,
     .structure = Structure::procerus,
     .muscle = Muscle::procerus,
     .offered = 1,
     .line = FaceLine::glabella,
     // 10.9 wide at the sellion (1 over the eye here) and 14.5 at the glabella (20); there 2.7 and 3.8
     // deep, 1.6 and 1.1 thick [procerus2019]. The rounded end takes a little of its width.
     .band = Band{Strip{{by_eye(-3.5, -11.0), by_eye(3.5, -11.0)}, {by_eye(-9.3, 25.0), by_eye(9.3, 25.0)}},
                  {2.0, 4.1},
                  {1.9, 1.0}},
     // Where the lines from the heads of the brows to the other eye's inner corner cross.
     .sheet = SheetForm{{Mark::glabella, {0.0, -13.0, 0.0}}},
     .movement = Movement{"procerus",
                          procerus,
                          Tone::depressor,
                          {0, 1, 0, 0, 0},
                          false,
                          {LineGroup::glabella, LineGroup::nose}}},
};

}  // namespace

std::span<const AtlasRow> frown_rows() {
  return kFrownRows;
}

}  // namespace simulation
