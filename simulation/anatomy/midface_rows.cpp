// Muscles of eyes, nose, cheeks and temples. Every length is one of the median head.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "simulation/anatomy/atlas_rows.h"
#include "simulation/anatomy/face_places.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using namespace on_face;
using Point = glm::dvec3;

constexpr double kSquintSlit = 0.55;  // at 1.0 the lids nearly cross
constexpr double kSquintBrow = 0.25;
constexpr double kPtosisClosure = 0.32;
// A lid is shut by its own part of the ring, before the plate of the lid, which no plan reaches: points of
// crow's feet lie outside the bone. The package's whole closure draws the
// edge of the upper lid a millimetre under the lower one.
constexpr double kShut = -0.92 / kPtosisClosure;
// How far the outer part of the ring holds the tail of the brow down at rest; over the pupil it is half of
// that. An assumption, set so that 7 to 10 units per side raise the brow over the pupil by about 1 mm (source
// key brow_lateral22). The same people had 4.8 mm over the outer corner of the eye; that is far above what
// else is told of brows, and less than half of it is taken.
constexpr double kTailHoldMm = 2.1;
constexpr double kCheekLiftMm = 2.6;
// A smile draws the corner of the mouth less far than the package's widest, and heaps up the cheek above the
// fold that runs from the nose past the corner; sizes are assumptions.
constexpr double kSmilePull = 0.75;
constexpr double kSmileCheekMm = 4.0, kSmileFoldMm = 1.5, kSmileRidgeMm = 1.4;
constexpr double kSmileLipsMm = 2.6;
// The ring of the orbicularis gathers the skin beside the eye, the nasalis that on the side of the nose; the
// package has neither. Sizes are assumptions: about an eighth of the length where it is most.
constexpr double kGatherMm = 2.3, kGatherBelowMm = 3.0;
constexpr double kGatherReachMm = 13.0, kGatherReachBelowMm = 17.0;
// The ring shortens: the skin beside and below it is drawn in toward the corner of the eye. An assumption.
constexpr double kDrawInMm = 2.4;
// The part of the ring in the lower lid bunches up to a roll below the lashes; its size is an assumption.
constexpr double kLidRollMm = 1.1;
constexpr double kNoseGatherMm = 1.3;

/// The cheekbone where the smile's muscle starts.
constexpr FacePoint kCheekbone{Mark::cheek_upper, {-1.0, -13.0, 2.0}};

/// Upward below the corner of the eye, downward above it.
double gathered_mm(const FaceFrame& f, const Point& p) {
  const double k = f.scale();
  const Point eye = f.at(Mark::eye);
  const double corner = f.out(eye) + k * 14.5;
  const double above_mm = p.y - (eye.y - k * 4.0);
  const double most_mm = above_mm > 0.0 ? kGatherMm : kGatherBelowMm;
  const double up = above_mm / (k * (above_mm > 0.0 ? kGatherReachMm : kGatherReachBelowMm));
  const double beside =
      ease(corner, corner + k * 5.0, f.out(p)) * gauss(p.z - (f.at(Mark::cheek_upper).z - k * 6.0), k * 22.0);
  return -k * most_mm * up * std::exp(0.5 - 0.5 * up * up) * beside;
}

/// Skin outside the rim of the orbit, drawn in along itself; so it is pleated along the rays of a fan.
Point drawn_in(const FaceFrame& f, const Point& p) {
  const double k = f.scale();
  const Point eye = f.at(Mark::eye);
  const double out = (f.out(p) - f.out(eye)) / k - 11.0, up = (p.y - eye.y) / k + 2.0;
  const double far = std::sqrt(out * out + up * up) + 1e-9;
  const double here = ease(3.0, 13.0, far) * (1.0 - ease(22.0, 46.0, far)) * ease(-16.0, 2.0, out) *
                      (1.0 - ease(8.0, 20.0, up)) *
                      ease(-18.0, -6.0, (p.z - f.at(Mark::cheek_upper).z) / k + 18.0);
  // Round the temple the skin runs backwards as much as outwards.
  const double backwards = 0.65 * ease(2.0, 24.0, out);
  return f.mm(-kDrawInMm * here * (1.0 - backwards) * out / far, -kDrawInMm * here * up / far,
              kDrawInMm * here * backwards * std::max(0.0, out) / far);
}

UnitField orbicularis_oculi(const FaceFrame& f) {
  UnitField field;
  field.sources.push_back({target(f, "eye", "slit"), [](const Point&) { return kSquintSlit; }});
  field.sources.push_back({target(f, "eyebrows", "down"), [](const Point&) { return kSquintBrow; }});
  field.own = [f](const Point& p) {
    const double k = f.scale();
    const Point eye = f.at(Mark::eye);
    const Point upper = f.at(Mark::cheek_upper);
    const Point below = eye + f.mm(6.0, -26.0, 12.0) + Point(0.0, 0.0, upper.z - eye.z);
    const double cheek = bell(f, p, below, 15.0, 8.0);
    // A crescent that follows the lid's edge.
    const double across = (p.x - eye.x) / k;
    const double under = (p.y - eye.y) / k + 9.5 - 0.012 * across * across;
    const double roll = gauss(under, 2.6) * (1.0 - ease(9.0, 17.0, std::abs(across))) *
                        ease(eye.z - k * 4.0, eye.z + k * 4.0, p.z);
    return drawn_in(f, p) + Point(0.0, gathered_mm(f, p), 0.0) +
           f.mm(0.0, kCheekLiftMm * cheek + 0.5 * kLidRollMm * roll, 0.7 * cheek + kLidRollMm * roll);
  };
  return field;
}

UnitField orbicularis_hold(const FaceFrame& f) {
  return {{}, {}, [f](const Point& p) {
            const double head = f.out(f.brow().head) + f.scale() * 2.0;
            const double along = ease(head, f.out(f.brow().tail), f.out(p));
            return f.mm(0.0, -kTailHoldMm * along * around_brow(f, p));
          }};
}

UnitField nasalis(const FaceFrame& f) {
  UnitField field;
  field.sources.push_back({target(f, "nose", "elevation"), [](const Point&) { return 1.0; }});
  field.own = [f](const Point& p) {
    const double k = f.scale();
    const Point side(f.outward() * k * 9.0, f.at(Mark::eye).y - k * 17.0,
                     f.at(Mark::brow_medial).z - k * 2.0);
    return Point(0.0, k * kNoseGatherMm * bell(f, p, side, 8.0, 6.0) * ease(-4.0 * k, 4.0 * k, f.out(p)),
                 0.0);
  };
  return field;
}

/// The fold that a smile makes from the wing of the nose past the corner of the mouth: mm forward.
double cheek_fold_mm(const FaceFrame& f, const Point& p) {
  const double k = f.scale();
  const glm::dvec2 mouth(f.out(f.at(Mark::mouth_corner)), f.at(Mark::mouth_corner).y);
  const glm::dvec2 wing(16.0 * k, f.at(Mark::nose_base).y + 8.0 * k);
  const glm::dvec2 course[] = {wing, glm::mix(wing, mouth, 0.5) + glm::dvec2(4.0, 1.0) * k,
                               mouth + glm::dvec2(8.5, 0.0) * k, mouth + glm::dvec2(10.0, -11.0) * k};
  const glm::dvec2 at(f.out(p), p.y);
  double nearest = 1e9, outside = 0.0, along = 0.0;
  for (int i = 0; i < 3; ++i) {
    const glm::dvec2 run = course[i + 1] - course[i], to = at - course[i];
    const double t = std::clamp(glm::dot(to, run) / glm::dot(run, run), 0.0, 1.0);
    const double distance = glm::length(to - t * run);
    if (distance >= nearest) continue;
    nearest = distance;
    outside = std::copysign(distance / k, run.x * to.y - run.y * to.x);
    along = (i + t) / 3.0;
  }
  const double end = ease(-0.12, 0.16, along) * (1.0 - ease(0.65, 1.0, along));
  const double front = ease(-46.0, -30.0, (p.z - f.at(Mark::nose_base).z) / k);
  return k * end * front *
         (kSmileRidgeMm * gauss(outside - 6.0, 3.6) - kSmileFoldMm * gauss(nearest / k, 2.6));
}

UnitField zygomaticus(const FaceFrame& f) {
  const double k = f.scale();
  const auto half = [f, k](const Point& p) { return ease(-22.0 * k, 22.0 * k, f.out(p)); };
  const Point cheek = f.at(Mark::mouth_corner) + f.mm(15.0, 24.0, -8.0);
  return {{},
          {{"mouth-corner-puller", [half](const Point& p) { return kSmilePull * half(p); }}},
          [f, k, cheek, half](const Point& p) {
            const double heaped =
                kSmileCheekMm * bell(f, p, cheek, 13.0, 13.0) * ease(8.0 * k, 20.0 * k, f.out(p));
            // Lips that are drawn wide lie flat on the teeth.
            const double lips =
                bell(f, p, f.at(Mark::mouth_midline) + f.mm(0.0, 0.0, 8.0), 15.0, 10.0) * half(p);
            return heaped * f.mm(0.25, 0.65, 0.75) +
                   Point(0.0, 0.0, cheek_fold_mm(f, p) - k * kSmileLipsMm * lips);
          }};
}

UnitField levator_palpebrae(const FaceFrame& f) {
  return {{}, {{target(f, "eye", "closure"), [](const Point&) { return -kPtosisClosure; }}}, {}};
}

constexpr AtlasRow kMidfaceRows[] = {
    {.key = "orbicularis_oculi",
     .term = "orbicularis oculi",
     .structure = Structure::orbicularis_oculi,
     .muscle = Muscle::orbicularis_oculi,
     .offered = 4,
     .protocol = {3},
     .line = FaceLine::crows_feet,
     // Its outer edge lies at 34 % of the way from the lateral canthus to the tragus [park2011], 12.5 outside
     // the frontal process [orbicularis2022]: both 30.5 from the eye in front view. It ends beside the nose,
     // in front of its bones, and above at the brow (assumptions).
     .band = Band{Ring{.centre = {Mark::eye, {1.5, -1.5, 0.0}},
                       .inner = {{Mark::eye, {20.0, 0.0, 0.0}},
                                 {Mark::eye, {-17.0, 0.0, 0.0}},
                                 {Mark::eye, {1.5, 9.0, 0.0}}},
                       .outer = {{Mark::eye, {30.5, 0.0, 0.0}},
                                 {Mark::eye, {-23.0, 0.0, 0.0}},
                                 {Mark::eye, {1.5, 23.5, 0.0}}},
                       .counted_deg = 60.0},
                  {2.2, 2.2},
                  {1.2, 1.2}},
     // Points 15 to 20 outside the lateral canthus and 5 outside the bone [orbicularis2022].
     .sheet = SheetForm{{Mark::eye, {26.2, -2.0, -0.6}}, Course::up, Course::temple},
     .movement = Movement{"orbicularis_oculi-%",
                          orbicularis_oculi,
                          Tone::none,
                          {0, 0.35, 0, 1, 0.7},
                          false,
                          {LineGroup::crows_feet, LineGroup::nose}},
     .hold = Movement{"orbicularis_oculi_hold-%", orbicularis_hold, Tone::always_on}},
    {.key = "nasalis",
     .term = "nasalis",
     .structure = Structure::nasalis,
     .muscle = Muscle::nasalis,
     // Over the bridge of the nose, from the cheek beside the wing up to the midline.
     .band = Band{Strip{{by_eye(13.0, -37.0), by_eye(17.0, -31.0)}, {by_eye(2.0, -20.0), by_eye(2.0, -13.0)}},
                  {1.6, 1.6},
                  {1.0, 1.0}},
     .sheet = SheetForm{between(Mark::eyes_middle, Mark::nose_base, 0.5, {10.0, 0.0, 12.0})},
     .movement =
         Movement{"nasalis-%", nasalis, Tone::none, {0, 0.3, 0, 0.45, 0.15}, false, {LineGroup::nose}}},
    {.key = "zygomaticus",
     .term = "zygomaticus major",
     .structure = Structure::zygomaticus,
     .muscle = Muscle::zygomaticus,
     .planned = false,
     .band =
         Band{Strip{{by_eye(48.0, -17.0), by_eye(57.0, -24.0)}, {by_mouth(-2.0, 6.0), by_mouth(5.0, 0.0)}},
              {4.5, 4.5},
              {2.8, 2.8}},
     // From the cheekbone to the corner of the mouth.
     .sheet = SheetForm{between(Mark::cheek_upper, Mark::mouth_corner, 0.5, {-0.5, -6.5, 1.0}),
                        Course::from_to,
                        Course::square_front,
                        kCheekbone,
                        {Mark::mouth_corner}},
     .movement =
         Movement{
             "zygomaticus-%", zygomaticus, Tone::none, {0, 0, 0, 0, 0.8}, false, {LineGroup::crows_feet}}},
    {.key = "temporalis",
     .term = "temporalis",
     .structure = Structure::temporalis,
     // Fans from the side of the skull in under the cheekbone.
     .band = Band{Fan{68.0, 21.0, 7.0, 0.65, 46.0, 20.0, -16.0}, {5.0, 5.0}, {4.0, 4.0}}},
    {.key = "levator_palpebrae",
     .term = "levator palpebrae superioris",
     .muscle = Muscle::levator_palpebrae,
     .planned = false,
     // The belly lies under the roof of the orbit; what is reached from in front is the upper lid below the
     // rim.
     .sheet = SheetForm{{Mark::upper_lid, {0.0, 9.0, 0.0}}},
     .movement = Movement{"levator_palpebrae-%", levator_palpebrae, Tone::always_on, {0, 0, 0, 0, 0, kShut}}},
};

}  // namespace

std::span<const AtlasRow> midface_rows() {
  return kMidfaceRows;
}

}  // namespace simulation
