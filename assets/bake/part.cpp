#include "assets/bake/part.h"

#include <map>

namespace bake {
namespace {

glm::dvec3 scale_of(const AxisScale& scale, std::span<const glm::dvec3> field) {
  glm::dvec3 s;
  for (int axis = 0; axis < 3; ++axis)
    s[axis] = (field[scale.high[std::size_t(axis)]][axis] - field[scale.low[std::size_t(axis)]][axis]) /
              scale.divisor_mm[axis];
  return s;
}

glm::dvec3 linear_sum(const Blend& blend, const glm::dvec3& scale, std::span<const glm::dvec3> field) {
  glm::dvec3 sum = blend.scaled_offset_mm * scale;
  for (const auto& [vertex, weight] : blend.terms) sum += weight * field[vertex];
  return sum;
}

}  // namespace

Blend mix(std::span<const std::pair<const Blend*, double>> blends) {
  std::map<std::uint32_t, double> terms;
  Blend out;
  for (const auto& [blend, share] : blends) {
    for (const auto& [vertex, weight] : blend->terms) terms[vertex] += share * weight;
    out.scaled_offset_mm += share * blend->scaled_offset_mm;
    out.fixed_offset_mm += share * blend->fixed_offset_mm;
  }
  out.terms.assign(terms.begin(), terms.end());
  return out;
}

Blend mix(const Blend& a, const Blend& b, double share_of_b) {
  const std::array<std::pair<const Blend*, double>, 2> pair = {{{&a, 1.0 - share_of_b}, {&b, share_of_b}}};
  return mix(pair);
}

std::vector<glm::dvec3> positions(const Part& part, std::span<const glm::dvec3> base_mm) {
  std::vector<glm::dvec3> out = displacements(part, base_mm);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += part.points[i].fixed_offset_mm;
  return out;
}

std::vector<glm::dvec3> displacements(const Part& part, std::span<const glm::dvec3> deltas_mm) {
  const glm::dvec3 scale = scale_of(part.scale, deltas_mm);
  std::vector<glm::dvec3> out;
  out.reserve(part.points.size());
  for (const Blend& point : part.points) out.push_back(linear_sum(point, scale, deltas_mm));
  return out;
}

}  // namespace bake
