#include "simulation/face/turn_terms.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace simulation {
namespace {

/// Turns of a triangle by a pair below this share of its area are none.
constexpr double kLeastPair = 2e-5;

/// Both edges of a triangle from its first corner as one target moves them.
struct EdgeMove {
  int target = 0;
  glm::dvec3 first_mm{0.0};
  glm::dvec3 second_mm{0.0};
};

}  // namespace

TurnTerms::TurnTerms(std::span<const glm::vec3> rest_mm, std::span<const glm::uvec3> triangles,
                     std::span<const FacePart::Movement* const> movements)
    : rest_(rest_mm),
      triangles_(triangles),
      target_count_(movements.size()),
      first_move_(rest_mm.size() + 1, 0),
      first_corner_(rest_mm.size() + 1, 0) {
  for (const FacePart::Movement* movement : movements)
    for (const std::uint32_t point : movement->points) ++first_move_[point + 1];
  for (const glm::uvec3& t : triangles)
    for (int k = 0; k < 3; ++k) ++first_corner_[t[k] + 1];
  for (std::size_t i = 0; i < rest_mm.size(); ++i) {
    first_move_[i + 1] += first_move_[i];
    first_corner_[i + 1] += first_corner_[i];
  }
  moves_.resize(first_move_.back());
  std::vector<std::uint32_t> next(first_move_.begin(), first_move_.end() - 1);
  for (std::size_t k = 0; k < movements.size(); ++k)
    for (std::size_t i = 0; i < movements[k]->points.size(); ++i)
      moves_[next[movements[k]->points[i]]++] = {static_cast<int>(k), movements[k]->deltas_mm[i]};
  corners_.resize(first_corner_.back());
  next.assign(first_corner_.begin(), first_corner_.end() - 1);
  for (std::uint32_t t = 0; t < triangles.size(); ++t)
    for (int k = 0; k < 3; ++k) corners_[next[triangles[t][k]]++] = t;
}

std::span<const TurnTerms::Move> TurnTerms::moves_of(std::uint32_t point) const {
  return std::span(moves_).subspan(first_move_[point], first_move_[point + 1] - first_move_[point]);
}

std::vector<std::uint32_t> TurnTerms::reached() const {
  std::vector<bool> marked(rest_.size(), false);
  for (const glm::uvec3& t : triangles_) {
    if (moves_of(t.x).empty() && moves_of(t.y).empty() && moves_of(t.z).empty()) continue;
    for (int k = 0; k < 3; ++k) marked[t[k]] = true;
  }
  std::vector<std::uint32_t> points;
  for (std::uint32_t i = 0; i < marked.size(); ++i)
    if (marked[i] || !moves_of(i).empty()) points.push_back(i);
  return points;
}

TurnTerms::Changes TurnTerms::changes(std::span<const std::uint32_t> points) const {
  Changes out;
  // Where each key is in `out`: a few hundred terms of a block are met tens of thousands of times.
  std::vector<int> places(target_count_ * (target_count_ + 1), -1);
  const auto change_of = [&](const Key& key) -> std::array<glm::dvec3, kLaneSize>& {
    int& place = places[static_cast<std::size_t>(key.first) * (target_count_ + 1) +
                        static_cast<std::size_t>(key.second - kAlone)];
    if (place < 0) {
      place = static_cast<int>(out.size());
      out.emplace_back(key, std::array<glm::dvec3, kLaneSize>{});
    }
    return out[static_cast<std::size_t>(place)].second;
  };
  std::vector<EdgeMove> edges;
  std::vector<std::pair<Key, glm::dvec3>> found;
  for (std::size_t lane = 0; lane < points.size(); ++lane) {
    const std::uint32_t point = points[lane];
    glm::dvec3 whole(0.0);
    found.clear();
    for (std::uint32_t c = first_corner_[point]; c < first_corner_[point + 1]; ++c) {
      const glm::uvec3& t = triangles_[corners_[c]];
      const glm::dvec3 first = glm::dvec3(rest_[t.y]) - glm::dvec3(rest_[t.x]);
      const glm::dvec3 second = glm::dvec3(rest_[t.z]) - glm::dvec3(rest_[t.x]);
      const glm::dvec3 area = glm::cross(first, second);
      whole += area;
      edges.clear();
      for (int k = 0; k < 3; ++k) {
        for (const Move& move : moves_of(t[k])) {
          auto at = std::find_if(edges.begin(), edges.end(),
                                 [&](const EdgeMove& e) { return e.target == move.target; });
          if (at == edges.end()) at = edges.insert(edges.end(), {move.target, {}, {}});
          const glm::dvec3 delta(move.delta_mm);
          if (k != 2) at->first_mm += k == 0 ? -delta : delta;
          if (k != 1) at->second_mm += k == 0 ? -delta : delta;
        }
      }
      const double least = kLeastPair * glm::length(area);
      for (std::size_t a = 0; a < edges.size(); ++a) {
        found.emplace_back(Key{edges[a].target, kAlone},
                           glm::cross(first, edges[a].second_mm) + glm::cross(edges[a].first_mm, second));
        for (std::size_t b = 0; b <= a; ++b) {
          glm::dvec3 pair = glm::cross(edges[a].first_mm, edges[b].second_mm);
          if (a != b) pair += glm::cross(edges[b].first_mm, edges[a].second_mm);
          if (glm::dot(pair, pair) <= least * least) continue;
          found.emplace_back(std::minmax(edges[a].target, edges[b].target), pair);
        }
      }
    }
    const double length = glm::length(whole);
    if (length < 1e-12) continue;
    for (const auto& [key, change] : found) change_of(key)[lane] += change / length;
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return out;
}

}  // namespace simulation
