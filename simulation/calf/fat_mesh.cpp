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
constexpr double kCutFrom = 0.14, kCutTo = 0.56;
// The sheet runs out over this many times its thickness, an assumption: a straight edge would be that of a pad.
constexpr double kRunOutAbove = 2.0, kRunOutBelow = 6.0;
constexpr double kCutInner = radians(2.0), kCutOuter = radians(74.0);
constexpr double kStepT = 0.016;
constexpr double kStepTheta = radians(4.0);

/// A line of points along or round the leg, beside `at` by so many thicknesses of the fat.
struct Line {
  double at = 0.0;
  double slopes = 0.0;
  bool open = false;  // on the floor of the cut or its edge
  bool end = false;   // where the sheet runs out
};

/// Lines between two, evenly spaced whatever the thickness: beside each of the two by its own slopes.
void add_even(std::vector<Line>& lines, const Line& from, const Line& to, double step) {
  const int count = std::max(2, static_cast<int>(std::lround((to.at - from.at) / step)));
  for (int i = 1; i < count; ++i) {
    const double share = static_cast<double>(i) / count;
    lines.push_back({from.at + (to.at - from.at) * share, from.slopes + (to.slopes - from.slopes) * share,
                     from.open && to.open, false});
  }
}

/// All of them in order, each pair of neighbours that is apart filled up.
std::vector<Line> filled(const std::vector<Line>& marks, double step) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    lines.push_back(marks[i]);
    if (i + 1 < marks.size() && marks[i + 1].at != marks[i].at) add_even(lines, marks[i], marks[i + 1], step);
  }
  return lines;
}

std::vector<Line> rows() {
  return filled({{kFrom, 0.0, false, true},
                 {kFrom, kRunOutAbove},
                 {kCutFrom, -1.0},
                 {kCutFrom, 0.0, true},
                 {kCutTo, 0.0, true},
                 {kCutTo, 1.0},
                 {kTo, -kRunOutBelow},
                 {kTo, 0.0, false, true}},
                kStepT);
}

std::vector<Line> columns() {
  std::vector<Line> lines = filled({{kCutInner, -1.0},
                                    {kCutInner, 0.0, true},
                                    {kCutOuter, 0.0, true},
                                    {kCutOuter, 1.0},
                                    {kCutInner + 2.0 * kPi, -1.0}},
                                   kStepTheta);
  lines.pop_back();  // the first again
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
