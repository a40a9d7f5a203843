#include "assets/bake/hem.h"

namespace bake {

std::size_t HemLevel::add_rim(Blend level) {
  rims_.push_back(std::move(level));
  return rims_.size() - 1;
}

void HemLevel::add_point(std::uint32_t point, std::size_t rim, std::uint32_t rim_point, double share,
                         glm::dvec2 slope) {
  members_.push_back({point, rim_point, rim, share, slope});
}

void HemLevel::apply(std::span<glm::dvec3> field_mm, std::span<const glm::dvec3> base_mm) const {
  std::vector<double> level(rims_.size(), 0.0);
  for (std::size_t rim = 0; rim < rims_.size(); ++rim)
    for (const auto& [vertex, weight] : rims_[rim].terms) level[rim] += weight * base_mm[vertex].y;
  std::vector<double> rise(members_.size());  // all from the field as it came, before any point moves
  for (std::size_t i = 0; i < members_.size(); ++i)
    rise[i] = members_[i].share * (level[members_[i].rim] - field_mm[members_[i].rim_point].y);
  for (std::size_t i = 0; i < members_.size(); ++i)
    field_mm[members_[i].point] += rise[i] * glm::dvec3(members_[i].slope.x, 1.0, members_[i].slope.y);
}

}  // namespace bake
