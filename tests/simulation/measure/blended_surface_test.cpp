#include "simulation/measure/blended_surface.h"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "simulation/error.h"
#include "simulation/measure/vertex_normals.h"
#include "tests/simulation/helpers.h"

namespace {

using simulation::BlendedSurface;
using simulation::InputError;
using Field = BlendedSurface::Field;

/// A calf-like tube with smooth fields of the size that calves have; they reach only part of it.
struct Tube {
  shapes::Mesh mesh = shapes::tube(
      300.0, 0.0, 120, 96, [](double s, double) { return 45.0 + 12.0 * shapes::bump(s, 0.4, 0.2); },
      [](double) { return glm::dvec3(0.0); });
  std::vector<glm::vec3> normals = std::vector<glm::vec3>(mesh.points_mm.size());
  std::vector<Field> linear;
  std::vector<Field> second;
  std::vector<std::pair<int, int>> pairs{{0, 0}, {0, 1}, {1, 1}};
  std::vector<double> largest{0.4, 1.0};

  Tube() {
    simulation::vertex_normals(mesh.points_mm, mesh.triangles, normals);
    linear = {field(-10.0, 180.0, 0.4, 0.1), field(4.0, 150.0, -0.8, -0.3)};
    second = {field(-6.0, 170.0, 0.2, 0.4), field(3.0, 160.0, -0.2, 0.0), field(-1.0, 150.0, 0.6, 0.2)};
  }
  Field field(double size_mm, double y, double angle, double along) const {
    Field out;
    for (const glm::vec3& p : mesh.points_mm) {
      const double round = std::cos(std::atan2(p.x, -p.z) - angle);
      // Compact: nothing moves below y of 40 or so.
      const double reach = p.y > 40.0F && p.y < 280.0F
                               ? std::pow(std::sin(std::numbers::pi * (p.y - 40.0) / 240.0), 3.0)
                               : 0.0;
      const double w = size_mm * reach * shapes::bump(p.y, y, 60.0) * (0.5 + 0.5 * round);
      out.emplace_back(w * p.x / 50.0, w * along, w * p.z / 50.0);
    }
    return out;
  }
  BlendedSurface surface() const {
    return {mesh.points_mm, normals, mesh.triangles, linear, pairs, second, largest};
  }
  std::vector<glm::vec3> plain_sum(const std::vector<double>& v) const {
    std::vector<glm::vec3> out;
    for (std::size_t i = 0; i < mesh.points_mm.size(); ++i) {
      glm::dvec3 p = mesh.points_mm[i];
      for (std::size_t k = 0; k < 2; ++k) p += v[k] * glm::dvec3(linear[k][i]);
      p += v[0] * v[0] * glm::dvec3(second[0][i]) + v[0] * v[1] * glm::dvec3(second[1][i]) +
           v[1] * v[1] * glm::dvec3(second[2][i]);
      out.emplace_back(p);
    }
    return out;
  }
};

const std::vector<std::vector<double>> kStates{{0.4, 0.0}, {0.0, 1.0}, {0.4, 1.0}, {-0.3, 0.5}, {0.1, 0.05}};

bool same_bytes(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(glm::vec3)) == 0;
}

TEST(BlendedSurface, IsThePlainSumOfItsFields) {
  const Tube tube;
  const BlendedSurface surface = tube.surface();
  double worst = 0.0;
  double signal = 0.0;
  for (const auto& values : kStates) {
    std::vector<glm::vec3> points = tube.mesh.points_mm;
    surface.apply(values, points);
    const std::vector<glm::vec3> sum = tube.plain_sum(values);
    for (std::size_t i = 0; i < points.size(); ++i) {
      worst = std::max(worst, double(glm::length(points[i] - sum[i])));
      signal = std::max(signal, double(glm::length(sum[i] - tube.mesh.points_mm[i])));
    }
  }
  EXPECT_GT(signal, 3.0);
  EXPECT_LT(worst, 0.002);
  RecordProperty("error_mm", std::to_string(worst) + " of " + std::to_string(signal));
}

TEST(BlendedSurface, NormalsAreThoseOfItsTriangles) {
  const Tube tube;
  const BlendedSurface surface = tube.surface();
  double worst = 0.0;
  double turned = 0.0;
  for (const auto& values : kStates) {
    std::vector<glm::vec3> points = tube.mesh.points_mm;
    std::vector<glm::vec3> normals = tube.normals;
    surface.apply(values, points, normals);
    std::vector<glm::vec3> exact(points.size());
    simulation::vertex_normals(points, tube.mesh.triangles, exact);
    for (std::size_t i = 0; i < points.size(); ++i) {
      EXPECT_NEAR(glm::length(normals[i]), 1.0F, 1e-5F);
      worst = std::max(worst, double(glm::length(normals[i] - exact[i])));
      turned = std::max(turned, double(glm::length(tube.normals[i] - exact[i])));
    }
  }
  EXPECT_GT(turned, 0.03);
  EXPECT_LT(worst * 180.0 / std::numbers::pi, 0.2);
  RecordProperty("degrees", std::to_string(worst * 180.0 / std::numbers::pi) + " of " +
                                std::to_string(turned * 180.0 / std::numbers::pi));
}

TEST(BlendedSurface, ZeroValuesAreTheRestBytesAndBuffersMayBeUsedAgain) {
  const Tube tube;
  const BlendedSurface surface = tube.surface();
  std::vector<glm::vec3> points = tube.mesh.points_mm;
  std::vector<glm::vec3> normals = tube.normals;
  for (const auto& values : kStates) {
    surface.apply(values, points, normals);
    std::vector<glm::vec3> fresh = tube.mesh.points_mm;
    std::vector<glm::vec3> fresh_normals = tube.normals;
    surface.apply(values, fresh, fresh_normals);
    EXPECT_TRUE(same_bytes(points, fresh));
    EXPECT_TRUE(same_bytes(normals, fresh_normals));
    std::vector<glm::vec3> alone = tube.mesh.points_mm;
    surface.apply(values, alone);
    EXPECT_TRUE(same_bytes(points, alone));
    EXPECT_FALSE(same_bytes(points, tube.mesh.points_mm));
  }
  surface.apply(std::vector{0.0, 0.0}, points, normals);
  EXPECT_TRUE(same_bytes(points, tube.mesh.points_mm));
  EXPECT_TRUE(same_bytes(normals, tube.normals));
}

TEST(BlendedSurface, AHeldBufferGetsTheSameBytesAndTellsWhatChanged) {
  const Tube tube;
  const BlendedSurface surface = tube.surface();
  std::vector<glm::vec3> points = tube.mesh.points_mm, normals = tube.normals;
  simulation::HeldWeights held;
  std::vector<std::vector<double>> states = kStates;
  states.insert(states.end(), {{0.1, 0.05}, {0.0, 0.05}, {0.0, 0.0}, {0.4, 0.0}});
  for (const auto& values : states) {
    const std::vector<glm::vec3> before = points, normals_before = normals;
    std::vector<glm::uvec2> changed;
    surface.apply(values, points, normals, held, changed);
    std::vector<glm::vec3> fresh = tube.mesh.points_mm, fresh_normals = tube.normals;
    surface.apply(values, fresh, fresh_normals);
    EXPECT_TRUE(same_bytes(points, fresh));
    EXPECT_TRUE(same_bytes(normals, fresh_normals));
    std::vector<bool> told(points.size(), false);
    for (const glm::uvec2& run : changed) std::fill(told.begin() + run.x, told.begin() + run.y, true);
    std::size_t missed = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
      if (!told[i] && (points[i] != before[i] || normals[i] != normals_before[i])) ++missed;
    EXPECT_EQ(missed, 0U);
    EXPECT_EQ(changed.empty(), same_bytes(points, before));
  }
}

TEST(BlendedSurface, LeavesPointsOutOfReachAlone) {
  const Tube tube;
  const BlendedSurface surface = tube.surface();
  const glm::vec3 mark(std::numeric_limits<float>::max());
  std::vector<glm::vec3> points(tube.mesh.points_mm.size(), mark);
  std::vector<glm::vec3> normals = points;
  surface.apply(kStates[2], points, normals);
  std::vector<bool> moves(points.size(), false);
  for (const std::uint32_t i : surface.movers()) moves[i] = true;
  EXPECT_TRUE(std::is_sorted(surface.movers().begin(), surface.movers().end()));
  std::size_t still = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_EQ(points[i] == mark, !moves[i]);
    EXPECT_EQ(normals[i] == mark, !moves[i]);
    if (moves[i]) continue;
    ++still;
    // What is left out could not have moved by more than a micrometre per field.
    for (const Field& field : tube.linear) EXPECT_LT(glm::length(field[i]), 0.002F);
  }
  EXPECT_GT(still, points.size() / 10);
  EXPECT_LT(still, points.size() / 2);
}

TEST(BlendedSurface, StillSkinBesideItChangesNothing) {
  const Tube tube;
  // The same tube again, a long way off, which nothing moves.
  Tube two = tube;
  const auto count = static_cast<std::uint32_t>(tube.mesh.points_mm.size());
  for (const glm::vec3& p : tube.mesh.points_mm) two.mesh.points_mm.push_back(p + glm::vec3(500.0F, 0, 0));
  for (const glm::uvec3& t : tube.mesh.triangles) two.mesh.triangles.push_back(t + count);
  two.normals.insert(two.normals.end(), tube.normals.begin(), tube.normals.end());
  for (std::vector<Field>* fields : {&two.linear, &two.second})
    for (Field& field : *fields) field.resize(2 * count, glm::vec3(0.0F));
  const BlendedSurface alone = tube.surface();
  const BlendedSurface beside = two.surface();
  EXPECT_EQ(beside.movers(), alone.movers());
  for (const auto& state : kStates) {
    std::vector<glm::vec3> points = tube.mesh.points_mm, normals = tube.normals;
    std::vector<glm::vec3> both_points = two.mesh.points_mm, both_normals = two.normals;
    alone.apply(state, points, normals);
    beside.apply(state, both_points, both_normals);
    both_points.resize(count);
    both_normals.resize(count);
    EXPECT_TRUE(same_bytes(both_points, points));
    EXPECT_TRUE(same_bytes(both_normals, normals));
  }
}

TEST(BlendedSurface, FieldsMayBeGivenOnlyWhereTheyAreNot0) {
  const Tube tube;
  std::vector<std::uint32_t> at;
  for (std::uint32_t i = 0; i < tube.mesh.points_mm.size(); ++i)
    for (const Field& field : tube.linear)
      if (field[i] != glm::vec3(0.0F) && (at.empty() || at.back() != i)) at.push_back(i);
  EXPECT_LT(at.size(), tube.mesh.points_mm.size());
  const auto there = [&](std::vector<Field> fields) {
    for (Field& field : fields) {
      Field part;
      for (const std::uint32_t i : at) part.push_back(field[i]);
      field = part;
    }
    return fields;
  };
  const BlendedSurface whole = tube.surface();
  const BlendedSurface part(tube.mesh.points_mm, tube.normals, tube.mesh.triangles, at, there(tube.linear),
                            tube.pairs, there(tube.second), tube.largest);
  EXPECT_EQ(part.movers(), whole.movers());
  for (const auto& state : kStates) {
    std::vector<glm::vec3> points = tube.mesh.points_mm, normals = tube.normals;
    std::vector<glm::vec3> part_points = points, part_normals = normals;
    whole.apply(state, points, normals);
    part.apply(state, part_points, part_normals);
    EXPECT_TRUE(same_bytes(part_points, points));
    EXPECT_TRUE(same_bytes(part_normals, normals));
  }
}

TEST(BlendedSurface, RefusesSizesThatDiffer) {
  const Tube tube;
  const auto make = [](const Tube& t) { return t.surface(); };
  Tube fewer_normals;
  fewer_normals.normals.pop_back();
  EXPECT_THROW(make(fewer_normals), InputError);
  Tube fewer_bounds;
  fewer_bounds.largest.pop_back();
  EXPECT_THROW(make(fewer_bounds), InputError);
  Tube fewer_pairs;
  fewer_pairs.pairs.pop_back();
  EXPECT_THROW(make(fewer_pairs), InputError);
  Tube short_linear;
  short_linear.linear[1].pop_back();
  EXPECT_THROW(make(short_linear), InputError);
  Tube short_second;
  short_second.second[2].pop_back();
  EXPECT_THROW(make(short_second), InputError);
  const BlendedSurface surface = tube.surface();
  std::vector<glm::vec3> points = tube.mesh.points_mm;
  EXPECT_THROW(surface.apply(std::vector{0.1}, points), InputError);
  EXPECT_THROW(surface.apply(std::vector{0.1, 0.2, 0.3}, points), InputError);
}

}  // namespace
