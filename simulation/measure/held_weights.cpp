#include "simulation/measure/held_weights.h"

#include <algorithm>
#include <utility>

namespace simulation {

void add_runs(std::vector<glm::uvec2>& runs, std::span<const std::uint32_t> points) {
  for (const std::uint32_t point : points) {
    if (runs.empty() || point >= runs.back().y + kApart || point < runs.back().x) {
      runs.emplace_back(point, point + 1);
    } else if (point >= runs.back().y) {
      runs.back().y = point + 1;
    }
  }
}

void join_runs(std::vector<glm::uvec2>& runs) {
  std::sort(runs.begin(), runs.end(), [](const glm::uvec2& a, const glm::uvec2& b) { return a.x < b.x; });
  std::vector<glm::uvec2> joined;
  for (const glm::uvec2& run : runs) {
    if (joined.empty() || run.x >= joined.back().y + kApart) {
      joined.push_back(run);
    } else {
      joined.back().y = std::max(joined.back().y, run.y);
    }
  }
  runs = std::move(joined);
}

}  // namespace simulation
