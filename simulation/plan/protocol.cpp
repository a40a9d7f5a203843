#include "simulation/plan/protocol.h"

#include <algorithm>

namespace simulation {
namespace {

int protocol_rows(Muscle muscle) {
  switch (muscle) {
    case Muscle::gastrocnemius_medial:
    case Muscle::gastrocnemius_lateral:
    case Muscle::soleus:
      return 2;
    default:
      return 1;
  }
}

}  // namespace

Region region_of(Muscle muscle) {
  return static_cast<int>(muscle) <= static_cast<int>(Muscle::soleus) ? Region::calf : Region::face;
}

bool can_be_target(Muscle muscle) {
  return muscle != Muscle::zygomaticus && muscle != Muscle::levator_palpebrae;
}

bool is_midline(Muscle muscle) {
  return muscle == Muscle::procerus;
}

int protocol_points(Muscle muscle) {
  switch (muscle) {
    case Muscle::gastrocnemius_medial:
      return 6;
    case Muscle::gastrocnemius_lateral:
    case Muscle::soleus:
      return 4;
    case Muscle::frontalis:
    case Muscle::orbicularis_oculi:
    case Muscle::masseter:
      return 3;
    case Muscle::frontalis_medial:
    case Muscle::corrugator:
      return 2;
    default:
      return 1;
  }
}

std::vector<glm::dvec2> standard_sites(Muscle muscle, int points) {
  points = std::clamp(points, 1, kMaxPoints);
  const int rows = std::min(protocol_rows(muscle), points);
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
  if (target.muscle != Muscle::frontalis) return {{target.muscle, 1.0, points}};
  // Two of the three columns of each side are medial.
  const int medial = points == 1 ? 1 : (2 * points + 1) / 3;
  const int lateral = points - medial;
  std::vector<MuscleShare> shares{{Muscle::frontalis_medial, static_cast<double>(medial) / points, medial}};
  if (lateral > 0)
    shares.push_back({Muscle::frontalis_lateral, static_cast<double>(lateral) / points, lateral});
  return shares;
}

}  // namespace simulation
