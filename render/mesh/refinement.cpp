#include "render/mesh/refinement.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace render {

glm::vec3 Refinement::Rows::mix(std::span<const glm::vec3> parents, std::uint32_t row) const {
  glm::vec3 sum(0.0f);
  for (std::uint32_t k = start[row]; k < start[row + 1]; ++k) sum += weight[k] * parents[index[k]];
  return sum;
}

void Refinement::refine(std::span<const glm::vec3> cage, std::span<glm::vec3> points) const {
  if (cage.size() != cage_point_count_ || points.size() != point_count()) {
    throw std::invalid_argument("subdivision: got " + std::to_string(cage.size()) +
                                " cage points and room for " + std::to_string(points.size()) + ", expected " +
                                std::to_string(cage_point_count_) + " and " + std::to_string(point_count()));
  }
  if (steps_.empty()) std::copy(cage.begin(), cage.end(), points.begin());
  std::vector<glm::vec3> coarse;
  for (std::size_t step = 0; step < steps_.size(); ++step) {
    const Rows& rows = steps_[step];
    const std::span<const glm::vec3> from = step == 0 ? cage : std::span<const glm::vec3>(coarse);
    const bool last = step + 1 == steps_.size();
    std::vector<glm::vec3> fine(last ? 0 : rows.size());
    const std::span<glm::vec3> to = last ? points : std::span<glm::vec3>(fine);
    for (std::uint32_t row = 0; row < to.size(); ++row) to[row] = rows.mix(from, row);
    coarse = std::move(fine);
  }
}

}  // namespace render
