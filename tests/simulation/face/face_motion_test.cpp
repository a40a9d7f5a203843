#include "simulation/face/face_motion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>

#include "simulation/error.h"
#include "simulation/face/fold_gauges.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"
#include "tests/simulation/face/mask.h"

namespace simulation {
namespace {

constexpr Expression kExpressions[] = {Expression::neutral, Expression::frown, Expression::raise,
                                       Expression::squint, Expression::smile};

using Points = std::vector<glm::vec3>;

struct Shape {
  Points points_mm, normals;
};

bool same_bytes(const Points& a, const Points& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(glm::vec3)) == 0;
}

bool same_bytes(const Shape& a, const Shape& b) {
  return same_bytes(a.points_mm, b.points_mm) && same_bytes(a.normals, b.normals);
}

const FacePart& part() {
  static const FacePart part = mask::part();
  return part;
}

const std::vector<glm::uvec3>& triangles() {
  static const std::vector<glm::uvec3> triangles = mask::triangles();
  return triangles;
}

/// Every point and every normal worked out.
Shape whole(std::span<const TargetWeight> pose) {
  Shape out{Points(part().rest_mm().size()), Points(part().rest_mm().size())};
  part().deform(pose, out.points_mm);
  vertex_normals(out.points_mm, triangles(), out.normals);
  return out;
}

const FaceMotion& motion() {
  static const FaceMotion motion(part(), whole({}).normals, triangles());
  return motion;
}

/// States that switch every target on and off.
std::vector<TreatmentState> states() {
  std::vector<TreatmentState> out(4);
  for (const BodySide side : kBodySides) {
    out[1].muscles.at(Muscle::corrugator, side).block = 0.8;
    out[1].muscles.at(Muscle::frontalis_medial, side) = {0.4, 0.95, 0.2};
    out[3].muscles.at(Muscle::masseter, side).volume = 0.7;
    out[3].muscles.at(Muscle::mentalis, side).block = 0.6;
  }
  out[2].muscles.at(Muscle::levator_palpebrae, BodySide::left).block = 0.5;
  out[2].muscles.at(Muscle::depressor_anguli_oris, BodySide::right).block = 0.9;
  return out;
}

std::vector<std::vector<TargetWeight>> poses() {
  std::vector<std::vector<TargetWeight>> out;
  for (const TreatmentState& state : states())
    for (const Expression e : kExpressions)
      for (const double effort : {0.0, 0.3, 1.0}) out.push_back(face_pose(e, effort, state, {}));
  return out;
}

/// Within a micrometre and half a degree.
void expect_near(const Shape& a, const Shape& b) {
  double off_mm = 0.0;
  double least_cosine = 1.0;
  for (std::size_t i = 0; i < a.points_mm.size(); ++i) {
    off_mm = std::max(off_mm, static_cast<double>(glm::distance(a.points_mm[i], b.points_mm[i])));
    least_cosine = std::min(least_cosine, static_cast<double>(glm::dot(a.normals[i], b.normals[i])));
  }
  EXPECT_LT(off_mm, 1e-3);
  EXPECT_GT(least_cosine, std::cos(radians(0.5)));
}

Shape fresh(std::span<const TargetWeight> pose) {
  Shape out = whole({});
  motion().apply(pose, out.points_mm, out.normals);
  return out;
}

TEST(FaceMotion, IsTheWholeShape) {
  for (const auto& pose : poses()) expect_near(fresh(pose), whole(pose));
}

TEST(FaceMotion, AnEmptyPoseIsTheBytesOfTheRestShape) {
  EXPECT_TRUE(same_bytes(fresh({}), whole({})));
  for (const Expression e : kExpressions)
    EXPECT_TRUE(same_bytes(fresh(face_pose(e, 0.0, {}, {})), whole({})));
}

TEST(FaceMotion, ABufferOfAnyPoseGivesTheBytesOfAFreshOne) {
  Shape used = whole({});
  const auto all = poses();
  for (std::size_t i = 0; i < all.size(); ++i) {
    // Neighbours in the list differ little; far ones share no target.
    const auto& pose = all[i * 23 % all.size()];
    motion().apply(pose, used.points_mm, used.normals);
    EXPECT_TRUE(same_bytes(used, fresh(pose))) << i;
  }
  motion().apply({}, used.points_mm, used.normals);
  EXPECT_TRUE(same_bytes(used, whole({})));
}

TEST(FaceMotion, AHeldBufferGetsTheSameBytesAndTellsWhatChanged) {
  Shape used = whole({});
  HeldWeights held;
  const auto all = poses();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& pose = all[i * 23 % all.size()];
    const Shape before = used;
    std::vector<glm::uvec2> changed;
    motion().apply(pose, used.points_mm, used.normals, held, changed);
    EXPECT_TRUE(same_bytes(used, fresh(pose))) << i;
    std::vector<bool> told(used.points_mm.size(), false);
    for (const glm::uvec2& run : changed) std::fill(told.begin() + run.x, told.begin() + run.y, true);
    std::size_t missed = 0;
    for (std::size_t k = 0; k < told.size(); ++k)
      if (!told[k] && (used.points_mm[k] != before.points_mm[k] || used.normals[k] != before.normals[k]))
        ++missed;
    EXPECT_EQ(missed, 0U);
    EXPECT_EQ(changed.empty(), same_bytes(used, before));
    changed.clear();
    motion().apply(pose, used.points_mm, used.normals, held, changed);
    EXPECT_TRUE(changed.empty());
  }
  // One muscle on one side moves a part of the face alone, and what it does not reach is not written.
  std::vector<TargetWeight> pose = face_pose(Expression::frown, 1.0, {}, {});
  std::vector<glm::uvec2> changed;
  motion().apply(pose, used.points_mm, used.normals, held, changed);
  for (TargetWeight& target : pose)
    if (target.target == "corrugator-left") target.weight *= 0.5;
  changed.clear();
  motion().apply(pose, used.points_mm, used.normals, held, changed);
  EXPECT_TRUE(same_bytes(used, fresh(pose)));
  std::size_t count = 0;
  for (const glm::uvec2& run : changed) count += run.y - run.x;
  EXPECT_GT(count, 0U);
  EXPECT_LT(count, motion().movers().size());
}

TEST(FaceMotion, AMirroredStateIsAMirroredFace) {
  TreatmentState left;
  TreatmentState right;
  for (const Muscle m : {Muscle::frontalis_medial, Muscle::corrugator, Muscle::orbicularis_oculi}) {
    left.muscles.at(m, BodySide::left).block = 0.7;
    right.muscles.at(m, BodySide::right).block = 0.7;
  }
  for (const Expression e : kExpressions) {
    const Shape a = fresh(face_pose(e, 0.8, left, {}));
    const Shape b = fresh(face_pose(e, 0.8, right, {}));
    for (std::size_t i = 0; i < a.points_mm.size(); i += 2) {
      const glm::vec3 p = b.points_mm[i + 1];
      EXPECT_LT(glm::distance(a.points_mm[i], glm::vec3(-p.x, p.y, p.z)), 1e-3F);
    }
  }
}

TEST(FaceMotion, LeavesWhatNoMuscleReachesAlone) {
  std::vector<glm::vec3> points = mask::points();
  const std::size_t far = points.size();
  for (int i = 0; i < 3; ++i) points.emplace_back(400.0F, 100.0F + 5.0F * static_cast<float>(i), -300.0F);
  const FacePart with_far(points, mask::fields(), {}, mask::landmarks());
  const FaceMotion moves(with_far, std::vector<glm::vec3>(points.size(), {0.0F, 0.0F, 1.0F}), triangles());
  EXPECT_LT(moves.movers().back(), far);
  const glm::vec3 mark(-7.0F);
  std::fill(points.begin(), points.end(), mark);
  std::vector<glm::vec3> normals(points.size(), mark);
  moves.apply(poses()[4], points, normals);
  for (std::size_t i = far; i < points.size(); ++i) EXPECT_TRUE(points[i] == mark && normals[i] == mark);
  for (const std::uint32_t point : moves.movers()) EXPECT_FALSE(points[point] == mark);
}

TEST(FaceMotion, PoseTargetsAreAllThatPosesName) {
  const std::vector<std::string> targets = pose_targets();
  for (const auto& pose : poses())
    for (const TargetWeight& target : pose)
      EXPECT_EQ(std::count(targets.begin(), targets.end(), target.target), 1) << target.target;
}

TEST(FaceMotion, MovesWhatIsBesideTheMusclesToo) {
  FaceMotion::Target bump{"bump", {}, 2.0};
  for (std::uint32_t point = 100; point < 200; ++point) {
    bump.movement.points.push_back(point);
    bump.movement.deltas_mm.emplace_back(0.0F, 0.1F, 0.02F * static_cast<float>(point % 7));
  }
  const FaceMotion more(part(), whole({}).normals, triangles(), {bump});
  Shape used = whole({});
  for (const double size : {0.0, 0.7, 2.0, 0.0}) {
    auto pose = poses()[13];
    Shape expected = whole(pose);
    pose.push_back({"bump", size});
    for (std::size_t i = 0; i < bump.movement.points.size(); ++i)
      expected.points_mm[bump.movement.points[i]] += bump.movement.deltas_mm[i] * static_cast<float>(size);
    vertex_normals(expected.points_mm, triangles(), expected.normals);
    more.apply(pose, used.points_mm, used.normals);
    expect_near(used, expected);
  }
  bump.movement.points.back() = 1000000;
  EXPECT_THROW(FaceMotion(part(), whole({}).normals, triangles(), {bump}), InputError);
}

TEST(FaceMotion, RefusesOtherSizes) {
  Shape out = whole({});
  out.normals.pop_back();
  EXPECT_THROW(motion().apply({}, out.points_mm, out.normals), InputError);
  EXPECT_THROW(FaceMotion(part(), out.normals, triangles()), InputError);
  const std::vector<glm::uvec3> missing{{0, 1, 1000000}};
  EXPECT_THROW(FaceMotion(part(), whole({}).normals, missing), InputError);
}

/// A gauge's ends are two points of the mask, one column and a few rows apart.
std::vector<FoldGauge> row_of_gauges() {
  std::vector<FoldGauge> gauges;
  for (unsigned row = 30; row < 56; ++row) {
    const auto at = [](unsigned i) { return SkinPlace{{i, i, i}, {0.5, 0.25, 0.25}}; };
    gauges.push_back({at(2 * (row * 33 + 6)), at(2 * ((row + 3) * 33 + 7))});
  }
  return gauges;
}

TEST(FoldGauges, ReadWhatTheMovedSkinShows) {
  const std::vector<FoldGauge> gauges = row_of_gauges();
  FoldGauges known;
  known.add_row(part(), gauges, pose_targets());
  for (const auto& pose : poses()) {
    const Points now = whole(pose).points_mm;
    const std::vector<double> read = known.squeeze(pose);
    ASSERT_EQ(read.size(), gauges.size());
    for (std::size_t i = 0; i < gauges.size(); ++i) {
      double sum = 0.0;
      double weights = 0.0;
      for (std::size_t k = 0; k < gauges.size(); ++k) {
        const double w = 21.0 - std::abs(static_cast<double>(k) - static_cast<double>(i));
        if (w <= 0.0) continue;
        const auto length = [&](std::span<const glm::vec3> skin) {
          return glm::distance(gauges[k].low.on(skin), gauges[k].high.on(skin));
        };
        sum += w * (1.0 - length(now) / length(part().rest_mm()));
        weights += w;
      }
      EXPECT_NEAR(read[i], sum / weights, 3e-5);  // the skin itself is kept in single precision
    }
  }
}

TEST(FoldGauges, CountOnlyTheTargetsOfTheirRow) {
  FoldGauges frontalis;
  frontalis.add_row(part(), row_of_gauges(), {"frontalis-left-medial"});
  const std::vector<double> zeros(frontalis.size(), 0.0);
  EXPECT_EQ(frontalis.squeeze(std::vector<TargetWeight>{{"corrugator-left", 1.0}}), zeros);
  EXPECT_NE(frontalis.squeeze(std::vector<TargetWeight>{{"frontalis-left-medial", 1.0}}), zeros);
}

}  // namespace
}  // namespace simulation
