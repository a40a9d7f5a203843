#include "simulation/anatomy/face_movements.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/measure/smooth.h"

namespace simulation::movement {
namespace {

using Point = glm::dvec3;

// Shares of the package's units at full effort, chosen by eye on the mesh.
constexpr double kRaiseUp = 0.9;
constexpr double kRaiseInner = 0.5;
constexpr double kRaiseExtern = 0.85;
constexpr double kRaiseHeadMm = 1.8;  // the package's units leave the head of the brow behind
constexpr double kRaiseForeheadMm =
    1.8;                              // skin over the brow follows it and comes to rest below the hairline
constexpr double kSquintSlit = 0.55;  // at 1.0 the lids nearly cross
constexpr double kSquintBrow = 0.25;
constexpr double kPtosisClosure = 0.32;
// Medial pull of the corrugator at the head of the brow; 2 to 3 mm is an assumption.
constexpr double kMedialPullMm = 2.6;
constexpr double kCheekLiftMm = 1.8;
// A smile draws the corner of the mouth less far than the package's widest, and heaps up the cheek above the
// fold that runs from the nose past the corner; sizes are assumptions.
constexpr double kSmilePull = 0.75;
constexpr double kSmileCheekMm = 3.0;
// Thickness of the masseter in people who had it treated, before the first time (source key kim2010). The
// skin over it sinks by what it loses; the bone behind it stays.
constexpr double kMasseterMm = 13.3;
// The ring of the orbicularis gathers the skin beside the eye, the nasalis that on the side of the nose; the
// package has neither. Sizes are assumptions: about an eighth of the length where it is most.
constexpr double kGatherMm = 1.9;
constexpr double kGatherReachMm = 9.0;
constexpr double kNoseGatherMm = 1.3;

std::string target(const FaceFrame& f, const std::string& stem, const std::string& tail) {
  return stem + (f.side() == BodySide::left ? "-left-" : "-right-") + tail;
}

double medial_column(const FaceFrame& f, const Point& p) {
  const double inner = f.out(f.at(Mark::brow_medial));
  const double outer = f.out(f.at(Mark::brow_lateral));
  return 1.0 - ease(inner + 0.15 * (outer - inner), inner + 0.85 * (outer - inner), f.out(p));
}

double procerus_share(const FaceFrame& f, const Point& p) {
  const double head = f.out(f.at(Mark::brow_medial));
  return 0.45 * (1.0 - ease(0.4 * head, 1.5 * head, f.out(p)));
}

double depressor_share(const FaceFrame& f, const Point& p) {
  return 0.3 * (1.0 - procerus_share(f, p));
}

/// Bell about a point, wider across than along the face; depth keeps it off eyes and the back of the head.
double bell(const FaceFrame& f, const Point& p, const Point& centre, double across_mm, double up_mm) {
  const Point d = p - centre;
  const double k = f.scale();
  return gauss(d.x, k * across_mm) * gauss(d.y, k * up_mm) * gauss(d.z, k * 14.0);
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

/// The package lowers the corners of the mouth and raises the chin in one unit: the corners are the
/// depressor's, what lies between them the mentalis's.
double corner_share(const FaceFrame& f, const Point& p) {
  const double corner = f.out(f.at(Mark::mouth_corner));
  return ease(0.45 * corner, 0.8 * corner, f.out(p));
}

}  // namespace

UnitField frontalis_medial(const FaceFrame& face) {
  return frontalis(face, true);
}
UnitField frontalis_lateral(const FaceFrame& face) {
  return frontalis(face, false);
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
    return f.mm(-kMedialPullMm * reach * from_midline, 0.0, 0.25 * kMedialPullMm * reach * from_midline);
  };
  return field;
}

UnitField depressor_supercilii(const FaceFrame& f) {
  return {{}, {{target(f, "eyebrows", "down"), [f](const Point& p) { return depressor_share(f, p); }}}, {}};
}

UnitField procerus(const FaceFrame& f) {
  return {{}, {{target(f, "eyebrows", "down"), [f](const Point& p) { return procerus_share(f, p); }}}, {}};
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
  const Point belly = f.at(Mark::mouth_corner) + f.mm(27.0, -3.0, -55.0);
  const Point inward = glm::normalize(Point(-f.outward(), 0.0, -0.25));
  return {{}, {}, [f, k, belly, inward](const Point& p) {
            const double over = gauss(p.y - belly.y, k * 15.0) * gauss(p.z - belly.z, k * 15.0);
            return inward * (k * kMasseterMm * over * ease(k * 15.0, k * 35.0, f.out(p)));
          }};
}

}  // namespace simulation::movement
