// Muscles of eyes, nose, cheeks and temples. Every length is one of the median head.
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/anatomy/atlas_rows.h"
#include "simulation/anatomy/face_places.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

using namespace on_face;
using Point = glm::dvec3;

// skin over the brow follows it and comes to rest below the hairline
constexpr double kSquintSlit = 0.55;  // at 1.0 the lids nearly cross
// at 1.0 the lids nearly cross
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
constexpr double kCheekLiftMm = 1.8;
// A smile draws the corner of the mouth less far than the package's widest, and heaps up the cheek above the
// fold that runs from the nose past the corner; sizes are assumptions.
constexpr double kSmilePull = 0.75;
constexpr double kSmileCheekMm = 3.0;
// The ring of the orbicularis gathers the skin beside the eye, the nasalis that on the side of the nose; the
// package has neither. Sizes are assumptions: about an eighth of the length where it is most.
constexpr double kGatherMm = 1.9;
constexpr double kGatherReachMm = 9.0;
constexpr double kNoseGatherMm = 1.3;

/// The cheekbone where the smile's muscle starts.
constexpr FacePoint kCheekbone{Mark::cheek_upper, {-1.0, -13.0, 2.0}};

/// Upward below the corner of the eye, downward above it.
double gathered_mm(const FaceFrame& f, const Point& p) {
  const double k = f.scale();
  const Point eye = f.at(Mark::eye);
  const double corner = f.out(eye) + k * 14.5;
  const double up = (p.y - (eye.y - k * 4.0)) / (k * kGatherReachMm);
  const double beside =
      ease(corner, corner + k * 5.0, f.out(p)) * gauss(p.z - (f.at(Mark::cheek_upper).z - k * 6.0), k * 22.0);
  return -k * kGatherMm * up * std::exp(0.5 - 0.5 * up * up) * beside;
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
    const double corner = bell(f, p, upper + f.mm(4.0, 8.0, -4.0), 9.0, 9.0);
    return Point(-f.outward() * k * 1.2 * corner, k * kCheekLiftMm * cheek + gathered_mm(f, p),
                 k * 0.7 * cheek);
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

UnitField zygomaticus(const FaceFrame& f) {
  const double k = f.scale();
  const auto half = [f, k](const Point& p) { return ease(-22.0 * k, 22.0 * k, f.out(p)); };
  const Point cheek = f.at(Mark::mouth_corner) + f.mm(15.0, 24.0, -8.0);
  return {{},
          {{"mouth-corner-puller", [half](const Point& p) { return kSmilePull * half(p); }}},
          [f, k, cheek](const Point& p) {
            const double heaped =
                kSmileCheekMm * bell(f, p, cheek, 13.0, 13.0) * ease(8.0 * k, 20.0 * k, f.out(p));
            return heaped * f.mm(0.25, 0.65, 0.75);
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
