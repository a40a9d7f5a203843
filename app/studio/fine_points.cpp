#include "app/studio/fine_points.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>

namespace app {
namespace {

// From the hem's end under the cloth, 9 mm above its lowest line (assets/bake/cap.cpp), past the shade that
// it throws. Assumption, by eye.
constexpr float kReachMm = 18;

/// Cells of a box around places, each marked where a place is within reach; up to half a cell is given to
/// either side.
class NearCells {
 public:
  explicit NearCells(std::span<const glm::vec3> places_mm) {
    if (places_mm.empty()) return;
    glm::vec3 high = low_ = places_mm.front();
    for (const glm::vec3& place : places_mm) low_ = glm::min(low_, place), high = glm::max(high, place);
    low_ -= kReachMm + kCellMm;
    size_ = glm::ivec3((high + kReachMm + kCellMm - low_) / kCellMm) + 1;
    marks_.resize(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y * size_.z));
    // A hem's points lie closer together than that: one of a cell stands for all of them.
    std::vector<bool> seen(marks_.size());
    for (const glm::vec3& place : places_mm) {
      const glm::ivec3 cell((place - low_) / kCellMm);
      if (seen[at(cell)]) continue;
      seen[at(cell)] = true;
      mark(cell);
    }
  }

  bool holds(glm::vec3 place_mm) const {
    const glm::vec3 cell = glm::floor((place_mm - low_) / kCellMm);
    if (marks_.empty() || glm::any(glm::lessThan(cell, glm::vec3(0))) ||
        glm::any(glm::greaterThanEqual(cell, glm::vec3(size_))))
      return false;
    return marks_[at(glm::ivec3(cell))];
  }

 private:
  static constexpr float kCellMm = 4;
  static constexpr int kCells = static_cast<int>(kReachMm / kCellMm);

  std::size_t at(glm::ivec3 cell) const {
    return static_cast<std::size_t>((cell.z * size_.y + cell.y) * size_.x + cell.x);
  }
  void mark(glm::ivec3 middle) {
    for (int z = -kCells; z <= kCells; ++z)
      for (int y = -kCells; y <= kCells; ++y)
        for (int x = -kCells; x <= kCells; ++x)
          if (x * x + y * y + z * z <= kCells * kCells) marks_[at(middle + glm::ivec3(x, y, z))] = true;
  }

  glm::vec3 low_{0};
  glm::ivec3 size_{0};
  std::vector<bool> marks_;
};

}  // namespace

std::vector<glm::vec3> open_edge_mm(const render::Topology& topology, std::span<const glm::vec3> rest_mm) {
  std::vector<std::uint64_t> edges;
  edges.reserve(topology.point_triangles.size() * 3);
  for (const glm::uvec3& t : topology.point_triangles)
    for (int i = 0; i < 3; ++i) {
      const auto [low, high] = std::minmax(t[i], t[(i + 1) % 3]);
      edges.push_back(std::uint64_t{low} << 32 | high);
    }
  std::sort(edges.begin(), edges.end());
  std::vector<glm::vec3> places;
  for (auto edge = edges.begin(); edge != edges.end();) {
    auto next = edge + 1;
    while (next != edges.end() && *next == *edge) ++next;
    if (next - edge == 1) {
      places.push_back(rest_mm[*edge >> 32]);
      places.push_back(rest_mm[*edge & 0xffffffffU]);
    }
    edge = next;
  }
  return places;
}

std::vector<bool> fine_points(std::span<const glm::vec3> rest_mm, std::span<const float> hair,
                              std::span<const glm::vec3> hem_mm) {
  const NearCells hem(hem_mm);
  std::vector<bool> fine(rest_mm.size());
  for (std::size_t i = 0; i < fine.size(); ++i)
    fine[i] = (!hair.empty() && hair[i] > 0 && hair[i] < 1) || hem.holds(rest_mm[i]);
  return fine;
}

}  // namespace app
