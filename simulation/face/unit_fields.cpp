#include "simulation/face/unit_fields.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/measure/smooth.h"

namespace simulation {
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

/// One side of the face: outward is the direction away from the midline.
struct Half {
  std::string name;
  double outward;
  Point eye, brow_medial, brow_middle, brow_lateral, cheek_upper, mouth;
  Brow brow;

  Half(const FaceLandmarks& l, BodySide side)
      : name(side == BodySide::left ? "left" : "right"),
        outward(side == BodySide::left ? 1.0 : -1.0),
        eye(l.eye[side]),
        brow_medial(l.brow_medial[side]),
        brow_middle(l.brow_middle[side]),
        brow_lateral(l.brow_lateral[side]),
        cheek_upper(l.cheek_upper[side]),
        mouth(l.mouth_corner[side]),
        brow(brow_of(l, side)) {}

  std::string target(const std::string& stem, const std::string& tail) const {
    return stem + "-" + name + "-" + tail;
  }
  /// Distance from the midline, positive on this side.
  double out(const Point& p) const { return p.x * outward; }
};

double medial_column(const Half& h, const Point& p) {
  const double inner = h.out(h.brow_medial);
  const double outer = h.out(h.brow_lateral);
  return 1.0 - ease(inner + 0.15 * (outer - inner), inner + 0.85 * (outer - inner), h.out(p));
}

double procerus_share(const Half& h, const Point& p) {
  return 0.45 * (1.0 - ease(0.4 * h.out(h.brow_medial), 1.5 * h.out(h.brow_medial), h.out(p)));
}

double depressor_share(const Half& h, const Point& p) {
  return 0.3 * (1.0 - procerus_share(h, p));
}

/// Bell about a point, wider across than along the face; depth keeps it off eyes and the back of the head.
double bell(const Point& p, const Point& centre, double across_mm, double up_mm) {
  const Point d = p - centre;
  return gauss(d.x, across_mm) * gauss(d.y, up_mm) * gauss(d.z, 14.0);
}

/// Lift of head of brow and forehead that the package's units do not have, both columns together.
double forehead_lift_mm(const Half& h, const Point& p) {
  const double front = ease(h.brow_lateral.z - 30.0, h.brow_lateral.z, p.z);
  const double own_half = ease(-6.0, 6.0, h.out(p));
  const double above = gauss(p.y - (h.brow.peak.y + 17.0), 12.0) * (1.0 - ease(46.0, 70.0, std::abs(p.x)));
  return own_half * (kRaiseForeheadMm * above * front +
                     kRaiseHeadMm * bell(p, h.brow.head - Point(2.0 * h.outward, 0.0, 0.0), 10.0, 10.0));
}

UnitField frontalis(const Half& h, bool medial) {
  const auto column = [h, medial](const Point& p) {
    const double share = medial_column(h, p);
    return medial ? share : 1.0 - share;
  };
  const auto scaled = [column](double strength) {
    return [column, strength](const Point& p) { return strength * column(p); };
  };
  return {"frontalis-" + h.name + (medial ? "-medial" : "-lateral"),
          {{h.target("eyebrows", "up"), scaled(kRaiseUp)},
           {h.target("eyebrows", "inner-up"), scaled(kRaiseInner)},
           {h.target("eyebrows", "extern-up"), scaled(kRaiseExtern)}},
          [h, column](const Point& p) { return Point(0.0, forehead_lift_mm(h, p) * column(p), 0.0); }};
}

UnitField corrugator(const Half& h) {
  UnitField field{"corrugator-" + h.name, {}, {}};
  field.sources.push_back({h.target("eyebrows", "down"), [h](const Point& p) {
                             return 1.0 - procerus_share(h, p) - depressor_share(h, p);
                           }});
  field.own = [h](const Point& p) {
    const double reach = bell(p, h.brow.head, 11.0, 9.0);
    // The pull dies out at the midline, where the two sides meet.
    const double from_midline = ease(0.0, 0.8 * h.out(h.brow_medial), h.out(p));
    return Point(-h.outward * kMedialPullMm * reach * from_midline, 0.0,
                 0.25 * kMedialPullMm * reach * from_midline);
  };
  return field;
}

/// Upward below the corner of the eye, downward above it.
double gathered_mm(const Half& h, const Point& p) {
  const double corner = h.out(h.eye) + 14.5;
  const double up = (p.y - (h.eye.y - 4.0)) / kGatherReachMm;
  const double beside = ease(corner, corner + 5.0, h.out(p)) * gauss(p.z - (h.cheek_upper.z - 6.0), 22.0);
  return -kGatherMm * up * std::exp(0.5 - 0.5 * up * up) * beside;
}

UnitField nasalis(const Half& h) {
  UnitField field{"nasalis-" + h.name, {}, {}};
  field.sources.push_back({h.target("nose", "elevation"), [](const Point&) { return 1.0; }});
  field.own = [h](const Point& p) {
    const Point side(h.outward * 9.0, h.eye.y - 17.0, h.brow_medial.z - 2.0);
    return Point(0.0, kNoseGatherMm * bell(p, side, 8.0, 6.0) * ease(-4.0, 4.0, h.out(p)), 0.0);
  };
  return field;
}

UnitField orbicularis(const Half& h) {
  UnitField field{"orbicularis_oculi-" + h.name, {}, {}};
  field.sources.push_back({h.target("eye", "slit"), [](const Point&) { return kSquintSlit; }});
  field.sources.push_back({h.target("eyebrows", "down"), [](const Point&) { return kSquintBrow; }});
  field.own = [h](const Point& p) {
    const Point below = h.eye + Point(h.outward * 6.0, -26.0, h.cheek_upper.z - h.eye.z + 12.0);
    const double cheek = bell(p, below, 15.0, 8.0);
    const double corner = bell(p, h.cheek_upper + Point(h.outward * 4.0, 8.0, -4.0), 9.0, 9.0);
    return Point(-h.outward * 1.2 * corner, kCheekLiftMm * cheek + gathered_mm(h, p), 0.7 * cheek);
  };
  return field;
}

UnitField zygomaticus(const Half& h) {
  const auto half = [h](const Point& p) { return ease(-22.0, 22.0, h.out(p)); };
  const Point cheek = h.mouth + Point(h.outward * 15.0, 24.0, -8.0);
  return {"zygomaticus-" + h.name,
          {{"mouth-corner-puller", [half](const Point& p) { return kSmilePull * half(p); }}},
          [h, cheek](const Point& p) {
            const double heaped = kSmileCheekMm * bell(p, cheek, 13.0, 13.0) * ease(8.0, 20.0, h.out(p));
            return heaped * Point(0.25 * h.outward, 0.65, 0.75);
          }};
}

/// Thinning of the whole muscle draws the cheek over the angle of the jaw inward.
UnitField masseter(const Half& h) {
  const Point belly = h.mouth + Point(h.outward * 27.0, -3.0, -55.0);
  const Point inward = glm::normalize(Point(-h.outward, 0.0, -0.25));
  return {"masseter-" + h.name, {}, [h, belly, inward](const Point& p) {
            const double over = gauss(p.y - belly.y, 15.0) * gauss(p.z - belly.z, 15.0);
            return inward * (kMasseterMm * over * ease(15.0, 35.0, h.out(p)));
          }};
}

/// The package lowers the corners of the mouth and raises the chin in one unit: the corners are the
/// depressor's, what lies between them the mentalis's.
double corner_share(const Half& h, const Point& p) {
  const double corner = h.out(h.mouth);
  return ease(0.45 * corner, 0.8 * corner, h.out(p));
}

std::function<double(const Point&)> own_half(const Half& h, double width_mm) {
  return [h, width_mm](const Point& p) { return ease(-width_mm, width_mm, h.out(p)); };
}

}  // namespace

std::vector<UnitField> unit_fields(const FaceLandmarks& landmarks) {
  std::vector<UnitField> units;
  UnitField procerus{"procerus", {}, {}};
  for (const BodySide side : kBodySides) {
    const Half h(landmarks, side);
    units.push_back(frontalis(h, true));
    units.push_back(frontalis(h, false));
    units.push_back(corrugator(h));
    units.push_back({"depressor_supercilii-" + h.name,
                     {{h.target("eyebrows", "down"), [h](const Point& p) { return depressor_share(h, p); }}},
                     {}});
    procerus.sources.push_back(
        {h.target("eyebrows", "down"), [h](const Point& p) { return procerus_share(h, p); }});
    units.push_back(orbicularis(h));
    units.push_back(nasalis(h));
    units.push_back(zygomaticus(h));
    units.push_back({"depressor_anguli_oris-" + h.name,
                     {{"mouth-depression", [h](const Point& p) { return corner_share(h, p); }}},
                     {}});
    units.push_back({"mentalis-" + h.name,
                     {{"mouth-depression",
                       [h, half = own_half(h, 6.0)](const Point& p) {
                         const double other_corner = corner_share(h, {-p.x, p.y, p.z});
                         return half(p) * (1.0 - corner_share(h, p) - other_corner);
                       }}},
                     {}});
    units.push_back(masseter(h));
    units.push_back({"levator_palpebrae-" + h.name,
                     {{h.target("eye", "closure"), [](const Point&) { return -kPtosisClosure; }}},
                     {}});
  }
  units.push_back(std::move(procerus));
  return units;
}

}  // namespace simulation
