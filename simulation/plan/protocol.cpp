#include "simulation/plan/protocol.h"

#include <algorithm>

namespace simulation {

int protocol_points(Muscle muscle) {
  return row_of(muscle).protocol.points;
}

std::vector<glm::dvec2> standard_sites(Muscle muscle, int points) {
  points = std::clamp(points, 1, kMaxPoints);
  const int rows = std::min(row_of(muscle).protocol.rows, points);
  std::vector<glm::dvec2> sites;
  sites.reserve(static_cast<std::size_t>(points));
  for (int row = 0; row < rows; ++row) {
    const int in_row = points / rows + (row < points % rows ? 1 : 0);
    for (int i = 0; i < in_row; ++i) sites.emplace_back((i + 0.5) / in_row, (row + 0.5) / rows);
  }
  return sites;
}

std::vector<MuscleShare> muscles_of(const MuscleTarget& target) {
  const int points = std::clamp(target.points.value_or(protocol_points(target.muscle)), 1, kMaxPoints);
  const std::span<const Muscle> columns = columns_of(target.muscle);
  const int count = static_cast<int>(columns.size());
  std::vector<MuscleShare> shares;
  int given = 0;
  // Points go to the columns in turn, as evenly as whole points allow; a column between two belongs to both.
  for (int first = 0; first < count;) {
    int end = first;
    while (end < count && columns[end] == columns[first]) ++end;
    const int up_to = (2 * end * points + count) / (2 * count);
    if (up_to > given)
      shares.push_back({columns[first], static_cast<double>(up_to - given) / points, up_to - given});
    given = up_to;
    first = end;
  }
  return shares;
}

}  // namespace simulation
