#include "app/studio/lashes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <numbers>

#include "render/scene/strand.h"
#include "simulation/measure/vertex_normals.h"

namespace app {
namespace {

constexpr int kUpper = 140, kLower = 60;
constexpr int kRings = 5, kSides = 3;
constexpr float kUpperMm = 7.8f, kLowerMm = 4.8f;
constexpr std::size_t kPerStrand = static_cast<std::size_t>(kRings) * kSides;

render::Topology strands() {
  render::TopologyDraft topology;
  for (int strand = 0; strand < 2 * (kUpper + kLower); ++strand) {
    const std::uint32_t base = topology.point_count;
    for (int ring = 0; ring < kRings; ++ring)
      for (int side = 0; side < kSides; ++side) {
        topology.vertex_uv.emplace_back(0.0f, static_cast<float>(ring) / (kRings - 1.0f));
        topology.vertex_point.push_back(topology.point_count++);
      }
    for (std::uint32_t ring = 0; ring + 1 < kRings; ++ring)
      for (std::uint32_t side = 0; side < kSides; ++side) {
        const std::uint32_t a = base + ring * kSides + side, b = base + ring * kSides + (side + 1) % kSides;
        topology.triangles.emplace_back(a, b + kSides, b);
        topology.triangles.emplace_back(a, a + kSides, b + kSides);
      }
  }
  topology.point_triangles = topology.triangles;
  return std::move(topology).finished();
}

/// Scattered but always the same, 0 to 1.
float scatter(std::uint32_t strand, std::uint32_t what) {
  std::uint32_t h = strand * 0x9E3779B9u + what * 0x85EBCA6Bu + 0x27D4EB2Fu;
  h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
  h = (h ^ (h >> 12)) * 0x297A2D39u;
  return static_cast<float>((h ^ (h >> 15)) >> 8) / 16777216.0f;
}

/// Cosine and sine of the directions in which a strand's sides lie.
std::array<glm::vec2, kSides> around_strand() {
  std::array<glm::vec2, kSides> out;
  for (std::size_t side = 0; side < out.size(); ++side) {
    const float turn = 2.0f * std::numbers::pi_v<float> * static_cast<float>(side) / kSides;
    out[side] = {std::cos(turn), std::sin(turn)};
  }
  return out;
}

struct Root {
  glm::vec3 point_mm, along;  // along the lid toward +x
};

/// A place on the edge of a lid; share from 0 (-x) to 1.
Root root_at(const std::vector<LidColumn>& columns, bool upper, float share) {
  const float from = columns.front().azimuth, to = columns.back().azimuth;
  const float azimuth = from + (to - from) * share;
  std::size_t k = 1;
  while (k + 1 < columns.size() && columns[k].azimuth < azimuth) ++k;
  const LidColumn &a = columns[k - 1], &b = columns[k];
  const float t = std::clamp((azimuth - a.azimuth) / std::max(b.azimuth - a.azimuth, 1e-6f), 0.0f, 1.0f);
  const auto point = [&](const LidColumn& c) {
    return upper ? 0.5f * (c.upper_mm + c.upper_lid_mm[0]) : 0.5f * (c.lower_mm + c.lower_lid_mm[0]);
  };
  const glm::vec3 along = point(b) - point(a);
  const float length = glm::length(along);
  return {point(a) + along * t, length > 1e-4f ? along / length : glm::vec3(1, 0, 0)};
}

// Upward share of a strand's way on a shut eye, against an open one's: the upper ones hang over the lower.
// Assumptions, by eye.
constexpr float kShutUpper = -0.5f, kShutLower = 0.4f;

/// share: place along the lid from the nose (0) to the temple (1).
void add_strand(const LidOpening& opening, bool upper, bool temple_first, float share, std::uint32_t strand,
                std::vector<glm::vec3>& out) {
  static const std::array<glm::vec2, kSides> around = around_strand();
  const auto random = [strand](std::uint32_t what) { return 2.0f * scatter(strand, what) - 1.0f; };
  const bool shut = opening.columns.empty();
  const Root root =
      root_at(shut ? opening.shut : opening.columns, upper, temple_first ? 1.0f - share : share);
  const glm::vec3 temple = temple_first ? -root.along : root.along;
  const glm::vec3 forth = glm::normalize(root.point_mm - opening.ball.centre_mm);
  glm::vec3 up(0, upper ? 1.0f : -1.0f, 0);
  if (shut) up *= upper ? kShutUpper : kShutLower;
  // Short at the nose, longest past the middle.
  const float grown =
      0.45f + 0.55f * std::sin(std::numbers::pi_v<float> * std::clamp(0.08f + 0.72f * share, 0.0f, 1.0f));
  const float length = (upper ? kUpperMm : kLowerMm) * grown * (0.80f + 0.28f * random(1));
  const float fan = -0.30f + 0.85f * share + 0.10f * random(2) + (upper ? 0.20f : 0.30f) * random(3);
  const float lift = (upper ? 0.62f : 0.55f) + 0.10f * random(4);
  const glm::vec3 p0 = root.point_mm + (forth * 0.05f) + up * (0.12f * random(5));
  const glm::vec3 p1 = p0 + length * (0.46f * forth + 0.10f * up + 0.22f * fan * temple);
  const glm::vec3 p2 = p0 + length * ((upper ? 0.62f : 0.66f) * forth + lift * up + 0.62f * fan * temple);
  for (int ring = 0; ring < kRings; ++ring) {
    const float t = static_cast<float>(ring) / (kRings - 1.0f), s = 1.0f - t;
    const glm::vec3 middle = s * s * p0 + 2.0f * s * t * p1 + t * t * p2;
    const glm::vec3 forward = glm::normalize(s * (p1 - p0) + t * (p2 - p1));
    const glm::vec3 across = glm::normalize(glm::cross(forward, temple + 0.3f * up));
    const glm::vec3 over = glm::cross(across, forward);
    const float radius = (render::kStrandRootMm + (render::kStrandTipMm - render::kStrandRootMm) * t * t) *
                         (upper ? 1.0f : 0.82f) * (1.0f + 0.25f * random(6));
    for (const glm::vec2& turn : around) out.push_back(middle + radius * (turn.x * across + turn.y * over));
  }
}

}  // namespace

const render::Topology& lash_topology() {
  static const render::Topology made = strands();
  return made;
}

Lashes make_lashes(const std::array<LidOpening, 2>& openings) {
  Lashes lashes;
  lashes.positions_mm.reserve(2 * kPerStrand * (kUpper + kLower));
  std::uint32_t strand = 0;
  for (std::size_t side = 0; side < 2; ++side) {
    const LidOpening& opening = openings[side];
    if (std::max(opening.columns.size(), opening.shut.size()) < 2) {
      const std::size_t hidden = (side + 1) * kPerStrand * (kUpper + kLower);
      lashes.positions_mm.resize(hidden, opening.ball.centre_mm);
      strand += kUpper + kLower;
      continue;
    }
    for (const bool upper : {true, false}) {
      const int count = upper ? kUpper : kLower;
      for (int k = 0; k < count; ++k, ++strand) {
        // Two or three neighbours stand closer to one another than to the rest. None in the inner corner.
        const int group = k / 3;
        const float place = static_cast<float>(group) * 3.0f + 1.0f +
                            0.8f * (static_cast<float>(k % 3) - 1.0f) + 1.5f * (scatter(strand, 7) - 0.5f);
        const float share = std::clamp(place / static_cast<float>(count), 0.0f, 1.0f);
        add_strand(opening, upper, side == 0, (upper ? 0.10f : 0.14f) + (upper ? 0.89f : 0.83f) * share,
                   strand, lashes.positions_mm);
      }
    }
  }
  lashes.normals.resize(lashes.positions_mm.size());
  simulation::vertex_normals(lashes.positions_mm, lash_topology().point_triangles, lashes.normals);
  return lashes;
}

}  // namespace app
