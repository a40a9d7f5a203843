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
  for (const AtlasRow& row : atlas()) {
    if (!row.movement) continue;
    const Sided<UnitField> sides{row.movement->field(face.left), row.movement->field(face.right)};
    if (row.midline) {
      units.push_back(joined(sides.left, sides.right));
      units.back().name = unit_name(*row.movement, BodySide::left);
      continue;
    }
    for (const BodySide side : kBodySides) {
      units.push_back(sides[side]);
      units.back().name = unit_name(*row.movement, side);
    }
  }
  return units;
}

}  // namespace simulation
