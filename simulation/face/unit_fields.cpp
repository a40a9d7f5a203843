#include "simulation/face/unit_fields.h"

#include "simulation/anatomy/atlas.h"

namespace simulation {
namespace {

/// One unit for both sides of a muscle of the midline.
UnitField joined(UnitField left, const UnitField& right) {
  left.sources.insert(left.sources.end(), right.sources.begin(), right.sources.end());
  if (left.own)
    left.own = [a = left.own, b = right.own](const glm::dvec3& rest_mm) { return a(rest_mm) + b(rest_mm); };
  return left;
}

}  // namespace

std::vector<UnitField> unit_fields(const FaceLandmarks& landmarks) {
  const Sided<FaceFrame> face{FaceFrame(landmarks, BodySide::left), FaceFrame(landmarks, BodySide::right)};
  std::vector<UnitField> units;
  const auto add = [&](const Movement& movement, bool midline) {
    const Sided<UnitField> sides{movement.field(face.left), movement.field(face.right)};
    if (midline) {
      units.push_back(joined(sides.left, sides.right));
      units.back().name = unit_name(movement, BodySide::left);
      return;
    }
    for (const BodySide side : kBodySides) {
      units.push_back(sides[side]);
      units.back().name = unit_name(movement, side);
    }
  };
  for (const AtlasRow& row : atlas())
    for (const auto* movement : {&row.movement, &row.hold})
      if (*movement) add(**movement, row.midline);
  return units;
}

}  // namespace simulation
