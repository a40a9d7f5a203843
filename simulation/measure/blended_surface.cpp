#include "simulation/measure/blended_surface.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>

#include "simulation/error.h"
#include "simulation/measure/lanes.h"

namespace simulation {
namespace {

constexpr float kLeastMovedMm = 0.0005F;
constexpr float kLeastTurned = 0.0002F;
constexpr float kDeltaFullScale = 32767.0F;

using DoubleField = std::vector<glm::dvec3>;

/// Sums of triangle cross products at the points: area-weighted normals, not normalised. Quadratic in the
/// points.
DoubleField raw_normals(const DoubleField& points, std::span<const glm::uvec3> triangles) {
  DoubleField out(points.size(), glm::dvec3(0.0));
  for (const glm::uvec3& t : triangles) {
    const glm::dvec3 cross = glm::cross(points[t.y] - points[t.x], points[t.z] - points[t.x]);
    for (int k = 0; k < 3; ++k) out[t[k]] += cross;
  }
  return out;
}

DoubleField sum(const DoubleField& a, const DoubleField& b) {
  DoubleField out = a;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += b[i];
  return out;
}

/// A field and its raw normals.
struct Wide {
  DoubleField field;
  DoubleField raw;
};

/// 2 B(a, b) where raw_normals(x) = B(x, x).
DoubleField crossed(const Wide& a, const Wide& b, std::span<const glm::uvec3> triangles) {
  DoubleField out = raw_normals(sum(a.field, b.field), triangles);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] -= a.raw[i] + b.raw[i];
  return out;
}

/// Change of the unit normal per weight, before it is made unit again.
BlendedSurface::Field turned(const DoubleField& change, const DoubleField& raw) {
  BlendedSurface::Field out(change.size(), glm::vec3(0.0F));
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double length = glm::length(raw[i]);
    if (length > 1e-12) out[i] = glm::vec3(change[i] / length);
  }
  return out;
}

/// The part of a surface that some field can move or turn, with all triangles at its points in their order.
/// Points on its border, which are only corners of such triangles, get no turn: nothing moves at theirs.
struct Patch {
  std::vector<std::uint32_t> points;  // ascending
  std::vector<glm::uvec3> triangles;  // of these points

  std::vector<std::uint32_t> given;  // place in `points` of each point that fields are given at, or kNone
  static constexpr std::uint32_t kNone = ~0U;

  Patch(std::size_t count, std::span<const glm::uvec3> all, std::span<const std::uint32_t> given_at,
        const std::vector<BlendedSurface::Field>& moved) {
    constexpr std::uint8_t kMoves = 1, kTurns = 2, kCorner = 4;
    std::vector<std::uint8_t> state(count, 0);
    for (const BlendedSurface::Field& field : moved)
      for (std::size_t i = 0; i < given_at.size(); ++i)
        if (field[i] != glm::vec3(0.0F)) state[given_at[i]] = kMoves;
    const auto any = [&](const glm::uvec3& t, std::uint8_t what) {
      return ((state[t.x] | state[t.y] | state[t.z]) & what) != 0;
    };
    const auto mark = [&](const glm::uvec3& t, std::uint8_t what) {
      for (int k = 0; k < 3; ++k) state[t[k]] = static_cast<std::uint8_t>(state[t[k]] | what);
    };
    for (const glm::uvec3& t : all)
      if (any(t, kMoves)) mark(t, kTurns);
    for (const glm::uvec3& t : all)
      if (any(t, kTurns)) {
        mark(t, kCorner);
        triangles.push_back(t);
      }
    std::vector<std::uint32_t> local(count, kNone);
    for (std::uint32_t i = 0; i < count; ++i) {
      if (state[i] == 0) continue;
      local[i] = static_cast<std::uint32_t>(points.size());
      points.push_back(i);
    }
    for (glm::uvec3& t : triangles) t = {local[t.x], local[t.y], local[t.z]};
    for (const std::uint32_t i : given_at) given.push_back(local[i]);
  }

  BlendedSurface::Field of_points(std::span<const glm::vec3> all) const {
    BlendedSurface::Field out;
    out.reserve(points.size());
    for (const std::uint32_t i : points) out.push_back(all[i]);
    return out;
  }
  BlendedSurface::Field of_field(const BlendedSurface::Field& field) const {
    BlendedSurface::Field out(points.size(), glm::vec3(0.0F));
    for (std::size_t i = 0; i < given.size(); ++i)
      if (given[i] != kNone) out[given[i]] = field[i];
    return out;
  }
  Wide widened(std::span<const glm::vec3> own) const {
    Wide out{{own.begin(), own.end()}, {}};
    out.raw = raw_normals(out.field, triangles);
    return out;
  }
};

float largest_of(const BlendedSurface::Field& field, std::span<const std::uint32_t> points) {
  float most = 0.0F;
  for (const std::uint32_t i : points)
    most = std::max({most, std::abs(field[i].x), std::abs(field[i].y), std::abs(field[i].z)});
  return most;
}

std::vector<std::uint32_t> all_of(std::size_t count) {
  std::vector<std::uint32_t> out(count);
  std::iota(out.begin(), out.end(), 0U);
  return out;
}

}  // namespace

BlendedSurface::BlendedSurface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                               std::span<const glm::uvec3> triangles, const std::vector<Field>& linear,
                               const std::vector<std::pair<int, int>>& pairs,
                               const std::vector<Field>& second, std::span<const double> largest)
    : BlendedSurface(rest_mm, rest_normals, triangles, all_of(rest_mm.size()), linear, pairs, second,
                     largest) {}

BlendedSurface::BlendedSurface(std::span<const glm::vec3> rest_mm, std::span<const glm::vec3> rest_normals,
                               std::span<const glm::uvec3> triangles, std::span<const std::uint32_t> at,
                               const std::vector<Field>& linear,
                               const std::vector<std::pair<int, int>>& pairs,
                               const std::vector<Field>& second, std::span<const double> largest)
    : pairs_(pairs), linear_count_(linear.size()) {
  static_assert(kBlock == kLaneSize);
  if (rest_normals.size() != rest_mm.size() || pairs.size() != second.size() ||
      largest.size() != linear.size())
    throw InputError("blended surface: fields, pairs and points differ in number");
  std::vector<Field> moved = linear;
  moved.insert(moved.end(), second.begin(), second.end());
  for (const Field& field : moved)
    if (field.size() != at.size()) throw InputError("blended surface: a field has a different size");
  std::vector<double> bounds(largest.begin(), largest.end());
  const Patch patch(rest_mm.size(), triangles, at, moved);
  for (Field& field : moved) field = patch.of_field(field);
  const Wide rest = patch.widened(patch.of_points(rest_mm));
  std::vector<Wide> wide;
  std::vector<Field> turns;
  for (std::size_t k = 0; k < linear.size(); ++k) {
    wide.push_back(patch.widened(moved[k]));
    turns.push_back(turned(crossed(rest, wide.back(), patch.triangles), rest.raw));
  }
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const auto a = static_cast<std::size_t>(pairs[k].first);
    const auto b = static_cast<std::size_t>(pairs[k].second);
    const DoubleField own = crossed(rest, patch.widened(moved[linear.size() + k]), patch.triangles);
    const DoubleField both = a == b ? wide[a].raw : crossed(wide[a], wide[b], patch.triangles);
    turns.push_back(turned(sum(own, both), rest.raw));
    bounds.push_back(largest[a] * largest[b]);
  }
  std::vector<std::uint32_t> own_movers;  // of the patch
  std::vector<std::uint32_t> movers;
  for (std::uint32_t i = 0; i < patch.points.size(); ++i) {
    bool moves = false;
    for (std::size_t k = 0; k < moved.size() && !moves; ++k) {
      moves = largest_of(moved[k], std::span(&i, 1)) * static_cast<float>(bounds[k]) > kLeastMovedMm ||
              largest_of(turns[k], std::span(&i, 1)) * static_cast<float>(bounds[k]) > kLeastTurned;
    }
    if (!moves) continue;
    own_movers.push_back(i);
    movers.push_back(patch.points[i]);
  }
  std::vector<Rest> blocks;
  for (std::size_t first = 0; first < movers.size(); first += kBlock) {
    Rest block;
    for (std::size_t i = 0; i < kBlock; ++i) {
      // The last block is filled up with its last point.
      const std::uint32_t point = movers[std::min(first + i, movers.size() - 1)];
      for (int axis = 0; axis < 3; ++axis) {
        block.lanes[static_cast<std::size_t>(axis)][i] = rest_mm[point][axis];
        block.lanes[static_cast<std::size_t>(axis) + 3][i] = rest_normals[point][axis];
      }
    }
    blocks.push_back(block);
  }
  movers_ = std::move(movers);
  rest_ = std::move(blocks);
  pack(own_movers, moved, turns, bounds);
}

void BlendedSurface::pack(std::span<const std::uint32_t> movers, const std::vector<Field>& moved,
                          const std::vector<Field>& turns, std::span<const double> bounds) {
  std::vector<Packed> all;
  std::vector<std::uint32_t> block_first;
  for (std::size_t block = 0; block < rest_.size(); ++block) {
    block_first.push_back(static_cast<std::uint32_t>(all.size()));
    const std::size_t first = block * kBlock;
    const std::size_t count = std::min(kBlock, movers.size() - first);
    const std::span<const std::uint32_t> points = movers.subspan(first, count);
    for (std::size_t k = 0; k < moved.size(); ++k) {
      const float most_moved = largest_of(moved[k], points);
      const float most_turned = largest_of(turns[k], points);
      const auto bound = static_cast<float>(bounds[k]);
      if (most_moved * bound <= kLeastMovedMm && most_turned * bound <= kLeastTurned) continue;
      Packed packed{
          static_cast<std::uint16_t>(k), most_moved / kDeltaFullScale, most_turned / kDeltaFullScale, {}};
      for (std::size_t i = 0; i < kBlock; ++i) {
        const std::uint32_t point = points[std::min(i, count - 1)];
        for (int axis = 0; axis < 3; ++axis) {
          const auto lane = static_cast<std::size_t>(axis);
          const float m = most_moved > 0.0F ? moved[k][point][axis] / packed.moved_scale : 0.0F;
          const float t = most_turned > 0.0F ? turns[k][point][axis] / packed.normal_scale : 0.0F;
          packed.lanes[lane][i] = static_cast<std::int16_t>(std::lround(m));
          packed.lanes[lane + 3][i] = static_cast<std::int16_t>(std::lround(t));
        }
      }
      all.push_back(packed);
    }
  }
  block_first.push_back(static_cast<std::uint32_t>(all.size()));
  packed_ = std::move(all);
  block_first_ = std::move(block_first);
}

}  // namespace simulation
