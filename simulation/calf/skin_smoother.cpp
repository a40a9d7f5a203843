#include "simulation/calf/skin_smoother.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <utility>

namespace simulation {
namespace {

// Assumption: a little less than a lattice cell, and an end to the rounds on fine meshes.
constexpr double kSmoothMm = 7.0;
constexpr int kMostRounds = 24;

}  // namespace

SkinSmoother::SkinSmoother(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles)
    : first_(points_mm.size() + 1, 0) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  double squares = 0.0;
  for (const glm::uvec3& t : triangles) {
    for (int k = 0; k < 3; ++k) {
      const std::uint32_t a = t[k];
      const std::uint32_t b = t[(k + 1) % 3];
      edges.emplace_back(a, b);
      edges.emplace_back(b, a);
      const glm::vec3 edge = points_mm[a] - points_mm[b];
      squares += static_cast<double>(glm::dot(edge, edge));
    }
  }
  if (edges.empty()) return;
  // A round spreads a value by half of the mean squared edge, over the two directions of the surface
  // (arithmetic).
  const double per_round = 0.25 * squares / (3.0 * static_cast<double>(triangles.size()));
  rounds_ = std::clamp(static_cast<int>(kSmoothMm * kSmoothMm / per_round), 1, kMostRounds);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  for (const auto& [a, b] : edges) {
    ++first_[a + 1];
    neighbours_.push_back(b);
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

void SkinSmoother::smooth(std::vector<glm::vec3>& field) const {
  std::vector<glm::vec3> next = field;
  for (int round = 0; round < rounds_; ++round) {
    for (std::size_t i = 0; i < field.size(); ++i) {
      if (first_[i] == first_[i + 1]) continue;
      glm::vec3 sum(0.0F);
      for (std::uint32_t k = first_[i]; k < first_[i + 1]; ++k) sum += field[neighbours_[k]];
      next[i] = 0.5F * (field[i] + sum / static_cast<float>(first_[i + 1] - first_[i]));
    }
    std::swap(field, next);
  }
}

}  // namespace simulation
