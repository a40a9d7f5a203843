#include "simulation/calf/fat_mesh.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

// Where the sheet begins and ends, where it is cut open, and how fine it is: assumption, by eye.
constexpr double kFrom = 0.02, kTo = 0.96;
constexpr double kCutFrom = 0.10, kCutTo = 0.56;
constexpr double kCutInner = radians(2.0), kCutOuter = radians(74.0);
constexpr double kStepT = 0.016;
constexpr double kStep = radians(4.0);

/// A line of points along or round the leg, beside `at` by so many thicknesses of the fat.
struct Line {
  double at = 0.0;
  double slopes = 0.0;
  bool open = false;  // on the floor of the cut or its edge
  bool end = false;   // where the sheet runs out
};

void add_even(std::vector<Line>& lines, double from, double to, double step, bool open) {
  const int count = std::max(2, static_cast<int>(std::lround((to - from) / step)));
  for (int i = 1; i < count; ++i) lines.push_back({from + (to - from) * i / count, 0.0, open, false});
}

std::vector<Line> rows() {
  std::vector<Line> lines{{kFrom, 0.0, false, true}, {kFrom, 1.0}};
  // A thick sheet's slopes must not run into the lines beside them.
  constexpr double kRoom = 0.06;
  add_even(lines, kFrom + kRoom - kStepT, kCutFrom - kRoom + kStepT, kStepT, false);
  lines.push_back({kCutFrom, -1.0});
  lines.push_back({kCutFrom, 0.0, true});
  add_even(lines, kCutFrom, kCutTo, kStepT, true);
  lines.push_back({kCutTo, 0.0, true});
  lines.push_back({kCutTo, 1.0});
  add_even(lines, kCutTo + kRoom, kTo - kRoom, kStepT, false);
  lines.push_back({kTo, -1.0});
  lines.push_back({kTo, 0.0, false, true});
  return lines;
}

std::vector<Line> columns() {
  std::vector<Line> lines{{kCutInner, -1.0}, {kCutInner, 0.0, true}};
  add_even(lines, kCutInner, kCutOuter, kStep, true);
  lines.push_back({kCutOuter, 0.0, true});
  lines.push_back({kCutOuter, 1.0});
  constexpr double kRoom = radians(24.0);
  add_even(lines, kCutOuter + kRoom, kCutInner + 2.0 * kPi - kRoom, kStep, false);
  return lines;
}

}  // namespace

AnatomyMesh fat_mesh(const LegOutline& outline, const LegGrid& skin_mm, const CalfMuscles& muscles,
                     BodySide side) {
  AnatomyMesh mesh;
  mesh.structure = Structure::subcutaneous_fat;
  mesh.tissue = Tissue::fat;
  mesh.side = side;
  const std::vector<Line> down = rows(), round = columns();
  const double length_mm = outline.frame().length_mm;
  const auto wide = static_cast<std::uint32_t>(round.size());
  for (const Line& row : down)
    for (const Line& column : round) {
      const double fat = muscles.fat_mm(row.at, column.at);
      const double near_mm = skin_mm.sample(row.at, column.at);
      const double t = row.at + row.slopes * fat / length_mm;
      const double theta = column.at + column.slopes * fat / near_mm;
      const bool deep = row.end || (row.open && column.open);
      const double depth = muscles.cover_mm(t, theta) - (deep ? 0.0 : muscles.fat_mm(t, theta));
      mesh.positions_mm.emplace_back(outline.point_mm(t, theta, skin_mm.sample(t, theta) - depth));
      mesh.uvs.emplace_back(theta / (2.0 * kPi), t);
    }
  const auto put = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    // Theta turns the other way in space on the two sides.
    mesh.triangles.push_back(side == BodySide::left ? glm::uvec3(a, c, b) : glm::uvec3(a, b, c));
  };
  for (std::uint32_t i = 0; i + 1 < down.size(); ++i)
    for (std::uint32_t j = 0; j < wide; ++j) {
      const std::uint32_t k = (j + 1) % wide;
      if (down[i].open && down[i + 1].open && round[j].open && round[k].open) continue;
      put(i * wide + j, i * wide + k, (i + 1) * wide + k);
      put(i * wide + j, (i + 1) * wide + k, (i + 1) * wide + j);
    }
  mesh.normals.resize(mesh.positions_mm.size());
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
  mesh.fleshiness.assign(mesh.positions_mm.size(), 0.0F);
  return mesh;
}

}  // namespace simulation
