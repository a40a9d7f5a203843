#include "app/studio/lid_slices.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace app {
namespace {

constexpr float kLidMm = 6.0f;  // skin further than this off the ball is no lid
constexpr float kLeastDepthMm = 4.0f;

/// Of the three edges at once, in lanes: which of them cross is a toss-up that no processor foresees.
LidCover cover_of(const EyeBall& ball, const std::array<glm::vec3, 3>& p, const std::array<float, 3>& azimuth,
                  float meridian) {
  constexpr std::size_t kLanes = 4;  // the last repeats the first and counts for nothing
  alignas(16) std::array<float, kLanes> share, x, y, z, tangent;
  std::array<bool, kLanes> crosses{};
  for (std::size_t k = 0; k < kLanes; ++k) {
    const std::size_t from = k % 3, to = (k + 1) % 3;
    crosses[k] = k < 3 && (azimuth[from] <= meridian) != (azimuth[to] <= meridian);
    share[k] = (meridian - azimuth[from]) / (azimuth[to] - azimuth[from]);
    x[k] = p[from].x + (p[to].x - p[from].x) * share[k];
    y[k] = p[from].y + (p[to].y - p[from].y) * share[k];
    z[k] = p[from].z + (p[to].z - p[from].z) * share[k];
  }
  for (std::size_t k = 0; k < kLanes; ++k) {
    const float dx = x[k] - ball.centre_mm.x, dz = z[k] - ball.centre_mm.z;
    tangent[k] = (y[k] - ball.centre_mm.y) / std::sqrt(dx * dx + dz * dz);
  }
  LidCover cover{1e30f, -1e30f, {}, {}};
  std::size_t low = 0, high = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    const bool lower = crosses[k] && tangent[k] < cover.low, higher = crosses[k] && tangent[k] > cover.high;
    cover.low = lower ? tangent[k] : cover.low;
    cover.high = higher ? tangent[k] : cover.high;
    low = lower ? k : low;
    high = higher ? k : high;
  }
  cover.low_mm = {x[low], y[low], z[low]};
  cover.high_mm = {x[high], y[high], z[high]};
  return cover;
}

}  // namespace

std::uint8_t LidSlices::slice_of(float azimuth) {
  const float share = (azimuth + kWidest) * (static_cast<float>(kSlices) / (2.0f * kWidest));
  return static_cast<std::uint8_t>(std::clamp(share, 0.0f, static_cast<float>(kSlices - 1)));
}

LidSlices::LidSlices(const EyeBall& ball, std::span<const std::uint32_t> points,
                     std::span<const glm::uvec3> triangles, std::span<const glm::vec3> skin_mm)
    : ball_(ball) {
  points_mm_.reserve(points.size());
  azimuth_.reserve(points.size());
  std::vector<std::uint8_t> slice;
  slice.reserve(points.size());
  for (const std::uint32_t point : points) {
    const glm::vec3 p = skin_mm[point];
    const bool lid =
        p.z > ball.centre_mm.z + kLeastDepthMm && glm::distance(p, ball.centre_mm) < ball.radius_mm + kLidMm;
    points_mm_.push_back(p);
    azimuth_.push_back(lid ? std::atan2(p.x - ball.centre_mm.x, p.z - ball.centre_mm.z) : 0.0f);
    slice.push_back(lid ? slice_of(azimuth_.back()) : kNoLid);
  }
  const auto each = [&](auto use) {
    for (const glm::uvec3& t : triangles) {
      const std::uint8_t a = slice[t.x], b = slice[t.y], c = slice[t.z];
      const std::uint8_t last = std::max(std::max(a, b), c);
      if (last == kNoLid) continue;
      for (std::size_t k = std::min(std::min(a, b), c); k <= last; ++k) use(k, t);
    }
  };
  each([&](std::size_t k, const glm::uvec3&) { ++first_[k + 1]; });
  for (std::size_t k = 0; k < kSlices; ++k) first_[k + 1] += first_[k];
  triangles_.resize(first_.back());
  auto next = first_;
  each([&](std::size_t k, const glm::uvec3& t) { triangles_[next[k]++] = t; });
}

void LidSlices::covers(float azimuth, std::vector<LidCover>& out) const {
  out.clear();
  const std::size_t slice = slice_of(azimuth);
  for (std::uint32_t k = first_[slice]; k < first_[slice + 1]; ++k) {
    const glm::uvec3& t = triangles_[k];
    const float a = azimuth_[t.x], b = azimuth_[t.y], c = azimuth_[t.z];
    const int before = (a <= azimuth) + (b <= azimuth) + (c <= azimuth);
    if (before == 0 || before == 3) continue;
    const LidCover cover =
        cover_of(ball_, {points_mm_[t.x], points_mm_[t.y], points_mm_[t.z]}, {a, b, c}, azimuth);
    if (cover.low <= cover.high) out.push_back(cover);
  }
}

}  // namespace app
