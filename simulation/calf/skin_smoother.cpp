#include "simulation/calf/skin_smoother.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <numeric>
#include <utility>

namespace simulation {
namespace {

// Assumption: a little less than a lattice cell, and an end to the rounds on fine meshes.
constexpr double kSmoothMm = 7.0;
constexpr int kMostRounds = 24;

void add_row(float* __restrict sum, const float* __restrict row, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
}

/// Between a point's own movement and the mean of its neighbours.
void halfway(float* __restrict out, const float* __restrict own, const float* __restrict sum, float count,
             std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) out[i] = 0.5F * (own[i] + sum[i] / count);
}

}  // namespace

SkinSmoother::Mesh SkinSmoother::mesh_of(std::size_t points, std::span<const glm::uvec3> triangles) {
  Mesh mesh;
  std::vector<std::uint32_t> ends(points + 1, 0);
  for (const glm::uvec3& t : triangles)
    for (int k = 0; k < 3; ++k) ends[t[k] + 1] += 2;
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint32_t> all(ends.back());
  std::vector<std::uint32_t> at(ends.begin(), ends.end() - 1);
  for (const glm::uvec3& t : triangles)
    for (int k = 0; k < 3; ++k) {
      all[at[t[k]]++] = t[(k + 1) % 3];
      all[at[t[k]]++] = t[(k + 2) % 3];
    }
  mesh.neighbours.reserve(all.size() / 2);
  for (std::size_t i = 0; i < points; ++i) {
    mesh.first.push_back(static_cast<std::uint32_t>(mesh.neighbours.size()));
    const auto begin = all.begin() + ends[i];
    const auto end = all.begin() + ends[i + 1];
    std::sort(begin, end);
    mesh.neighbours.insert(mesh.neighbours.end(), begin, std::unique(begin, end));
  }
  mesh.first.push_back(static_cast<std::uint32_t>(mesh.neighbours.size()));
  return mesh;
}

SkinSmoother::SkinSmoother(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                           std::span<const std::uint32_t> wanted)
    : needed_(wanted.begin(), wanted.end()) {
  if (triangles.empty()) return;
  double squares = 0.0;
  for (const glm::uvec3& t : triangles) {
    for (int k = 0; k < 3; ++k) {
      const glm::vec3 edge = points_mm[t[k]] - points_mm[t[(k + 1) % 3]];
      squares += static_cast<double>(glm::dot(edge, edge));
    }
  }
  // A round spreads a value by half of the mean squared edge, over the two directions of the surface
  // (arithmetic).
  const double per_round = 0.25 * squares / (3.0 * static_cast<double>(triangles.size()));
  rounds_ = std::clamp(static_cast<int>(kSmoothMm * kSmoothMm / per_round), 1, kMostRounds);
  add_needed(mesh_of(points_mm.size(), triangles), wanted);
}

/// Each round brings in the neighbours of what has come in before. Points that come in last are only read.
void SkinSmoother::add_needed(const Mesh& mesh, std::span<const std::uint32_t> wanted) {
  constexpr int kNever = kMostRounds + 1;
  std::vector<int> ring(mesh.first.size() - 1, kNever);
  for (const std::uint32_t i : wanted) ring[i] = 0;
  std::vector<std::uint32_t> border(wanted.begin(), wanted.end());
  std::vector<std::uint32_t> next;
  for (int now = 1; now <= rounds_; ++now) {
    next.clear();
    for (const std::uint32_t i : border)
      for (std::uint32_t k = mesh.first[i]; k < mesh.first[i + 1]; ++k) {
        if (ring[mesh.neighbours[k]] != kNever) continue;
        ring[mesh.neighbours[k]] = now;
        next.push_back(mesh.neighbours[k]);
      }
    std::swap(border, next);
  }
  needed_.clear();
  std::vector<std::uint32_t> local(ring.size(), 0);
  for (std::uint32_t i = 0; i < ring.size(); ++i) {
    if (ring[i] == kNever) continue;
    local[i] = static_cast<std::uint32_t>(needed_.size());
    needed_.push_back(i);
  }
  for (const std::uint32_t i : needed_) {
    first_.push_back(static_cast<std::uint32_t>(neighbours_.size()));
    if (ring[i] == rounds_) continue;
    for (std::uint32_t k = mesh.first[i]; k < mesh.first[i + 1]; ++k)
      neighbours_.push_back(local[mesh.neighbours[k]]);
  }
  first_.push_back(static_cast<std::uint32_t>(neighbours_.size()));
}

void SkinSmoother::smooth(std::vector<float>& movements, std::size_t width) const {
  if (rounds_ == 0) return;
  std::vector<float> next = movements;
  std::vector<float> sum(width);
  for (int round = 0; round < rounds_; ++round) {
    for (std::size_t i = 0; i < needed_.size(); ++i) {
      if (first_[i] == first_[i + 1]) continue;
      std::fill(sum.begin(), sum.end(), 0.0F);
      for (std::uint32_t k = first_[i]; k < first_[i + 1]; ++k)
        add_row(sum.data(), &movements[neighbours_[k] * width], width);
      halfway(&next[i * width], &movements[i * width], sum.data(),
              static_cast<float>(first_[i + 1] - first_[i]), width);
    }
    std::swap(movements, next);
  }
}

}  // namespace simulation
