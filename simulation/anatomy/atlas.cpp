#include "simulation/anatomy/atlas.h"

#include <algorithm>
#include <vector>

#include "simulation/anatomy/atlas_rows.h"

namespace simulation {
namespace {

constexpr std::size_t kNamed = kMuscleCount + 1;  // with the plan-level frontalis
constexpr auto kShapes = static_cast<std::size_t>(kStructureCount);
constexpr std::size_t kLines = std::size(kFaceLines);

template <typename E>
constexpr std::size_t index(E value) {
  return static_cast<std::size_t>(value);
}

/// The rows with everything that is looked up by number, made once.
struct Atlas {
  std::vector<AtlasRow> rows;
  std::array<std::size_t, kNamed> of_muscle{};
  std::array<std::size_t, kShapes> of_structure{};
  std::array<std::vector<Muscle>, kNamed> columns;
  std::array<std::vector<Muscle>, kLines> makers;
  std::array<std::vector<Muscle>, 2> offered;

  Atlas() {
    for (const std::span<const AtlasRow> part :
         {calf_rows(), forehead_rows(), frown_rows(), midface_rows(), lower_face_rows()})
      rows.insert(rows.end(), part.begin(), part.end());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].muscle) of_muscle[index(*rows[i].muscle)] = i;
      if (rows[i].structure) of_structure[index(*rows[i].structure)] = i;
    }
    for (const AtlasRow& row : rows) {
      if (!row.muscle || index(*row.muscle) >= kMuscleCount) continue;
      columns[index(*row.muscle)] = {*row.muscle};
      if (row.group) {
        auto& parts = columns[index(*row.group)];
        parts.insert(parts.end(), static_cast<std::size_t>(row.columns), *row.muscle);
      }
      if (row.line) makers[index(*row.line)].push_back(*row.muscle);
    }
    for (const AtlasRow& row : rows)
      if (row.offered > 0) offered[index(row.region)].push_back(*row.muscle);
    for (auto& list : offered)
      std::sort(list.begin(), list.end(),
                [this](Muscle a, Muscle b) { return row(a).offered < row(b).offered; });
  }
  const AtlasRow& row(Muscle muscle) const { return rows[of_muscle[index(muscle)]]; }
};

const Atlas& prepared() {
  static const Atlas atlas;
  return atlas;
}

}  // namespace

std::span<const AtlasRow> atlas() {
  return prepared().rows;
}
const AtlasRow& row_of(Muscle muscle) {
  return prepared().row(muscle);
}
const AtlasRow& row_of(Structure structure) {
  return prepared().rows[prepared().of_structure[index(structure)]];
}

std::string_view name(Muscle muscle) {
  return row_of(muscle).key;
}

std::optional<Muscle> muscle_named(std::string_view name) {
  for (const AtlasRow& row : atlas())
    if (row.muscle && row.key == name) return row.muscle;
  return std::nullopt;
}

Region region_of(Muscle muscle) {
  return row_of(muscle).region;
}
bool can_be_target(Muscle muscle) {
  return row_of(muscle).planned;
}
bool is_midline(Muscle muscle) {
  return row_of(muscle).midline;
}
bool is_midline(Structure structure) {
  return row_of(structure).midline;
}
bool is_part_of(Muscle muscle, Muscle group) {
  return muscle == group || row_of(muscle).group == group;
}

std::span<const Muscle> columns_of(Muscle muscle) {
  return prepared().columns[index(muscle)];
}
std::span<const Muscle> columns_of(Structure structure) {
  const AtlasRow& row = row_of(structure);
  return row.muscle ? columns_of(*row.muscle) : std::span<const Muscle>();
}
std::span<const Muscle> muscles_of(FaceLine line) {
  return prepared().makers[index(line)];
}
std::optional<Structure> structure_of(Muscle muscle) {
  const AtlasRow& row = row_of(muscle);
  return row.structure || !row.group ? row.structure : row_of(*row.group).structure;
}
std::span<const Muscle> offered_muscles(Region region) {
  return prepared().offered[index(region)];
}

std::string unit_name(const Movement& movement, BodySide side) {
  std::string name(movement.unit);
  const std::size_t mark = name.find('%');
  if (mark != std::string::npos) name.replace(mark, 1, side == BodySide::left ? "left" : "right");
  return name;
}

}  // namespace simulation
