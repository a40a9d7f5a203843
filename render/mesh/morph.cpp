#include "render/mesh/morph.h"

#include <algorithm>
#include <stdexcept>

namespace render {

void add_scaled(std::span<glm::vec3> points, const MorphTarget& target, float weight) {
  if (weight == 0.0f) return;
  if (target.points.size() != target.deltas_mm.size()) {
    throw std::out_of_range("morph target " + target.name + ": indices and deltas differ in number");
  }
  for (const std::uint32_t point : target.points) {
    if (point >= points.size()) throw std::out_of_range("morph target " + target.name + ": no such point");
  }
  for (std::size_t i = 0; i < target.points.size(); ++i) {
    points[target.points[i]] += weight * target.deltas_mm[i];
  }
}

const MorphTarget* find_target(std::span<const MorphTarget> targets, std::string_view name) {
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const MorphTarget& t) { return t.name == name; });
  return found == targets.end() ? nullptr : &*found;
}

}  // namespace render
