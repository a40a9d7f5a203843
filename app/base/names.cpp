#include "app/base/names.h"

#include <vector>

#include "simulation/anatomy/atlas.h"

namespace app {

std::span<const std::pair<simulation::Muscle, std::string_view>> muscle_names() {
  static const std::vector<std::pair<simulation::Muscle, std::string_view>> names = [] {
    std::vector<std::pair<simulation::Muscle, std::string_view>> all;
    for (const simulation::AtlasRow& row : simulation::atlas())
      if (row.muscle && row.planned) all.emplace_back(*row.muscle, row.key);
    return all;
  }();
  return names;
}

}  // namespace app
