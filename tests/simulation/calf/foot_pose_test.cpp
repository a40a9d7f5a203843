#include "simulation/calf/foot_pose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <glm/geometric.hpp>

#include "simulation/error.h"
#include "simulation/measure/smooth.h"
#include "tests/simulation/helpers.h"

namespace {

using namespace simulation;

constexpr double kSoleUnderAnkle = 72.0;
constexpr std::size_t kAcross = 9;
constexpr std::size_t kAlong = 50;

/// The legs of the other tests with a sole under each, 250 mm long from heel to toes; points of the sole come
/// after those of the legs, rows from heel to toe, left foot first.
struct Standing {
  shapes::Legs legs = shapes::make_legs();
  std::vector<glm::vec3> points = legs.mesh.points_mm;
  Sided<FootLandmarks> feet;
  Sided<std::size_t> sole;

  Standing() {
    for (const BodySide side : kBodySides) {
      const double sign = side == BodySide::left ? 1.0 : -1.0;
      const glm::dvec3 ankle = legs.landmarks[side].ankle_mm;
      feet[side].big_toe_mm = ankle + glm::dvec3(-30.0 * sign, -56.0, 136.0);
      feet[side].little_toe_mm = ankle + glm::dvec3(41.0 * sign, -56.0, 124.0);
      sole[side] = points.size();
      for (std::size_t i = 0; i < kAlong; ++i) {
        for (std::size_t j = 0; j < kAcross; ++j)
          points.emplace_back(ankle + glm::dvec3(sign * (-38.0 + 10.0 * double(j)), -kSoleUnderAnkle,
                                                 -58.0 + 5.0 * double(i)));
      }
    }
  }
  FootPose pose() const { return FootPose(points, legs.landmarks, feet); }
  std::vector<glm::vec3> at(double effort) const {
    std::vector<glm::vec3> out = points;
    pose().apply(out, effort);
    return out;
  }
  std::size_t sole_point(BodySide side, std::size_t row, std::size_t column) const {
    return sole[side] + row * kAcross + column;
  }
};

bool same_bytes(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(glm::vec3)) == 0;
}

TEST(FootPose, WithoutEffortNoByteChanges) {
  const Standing body;
  EXPECT_TRUE(same_bytes(body.at(0.0), body.points));
  EXPECT_TRUE(same_bytes(body.at(-1.0), body.points));
  EXPECT_FALSE(same_bytes(body.at(0.1), body.points));
  EXPECT_TRUE(same_bytes(body.at(7.0), body.at(1.0)));
}

TEST(FootPose, TheShankStaysWhereItIs) {
  const Standing body;
  const auto raised = body.at(1.0);
  std::size_t still = 0;
  for (std::size_t i = 0; i < raised.size(); ++i) {
    const BodySide side = body.points[i].x > 0.0F ? BodySide::left : BodySide::right;
    if (make_leg_frame(body.legs.landmarks[side], side).t_of(body.points[i]) > 0.8) continue;
    EXPECT_EQ(raised[i], body.points[i]);
    ++still;
  }
  EXPECT_GT(still, body.points.size() / 2);
}

TEST(FootPose, AMirroredFootMovesAsTheMirrorImage) {
  const Standing body;
  const auto raised = body.at(0.7);
  const std::size_t legs = body.legs.points_per_leg;
  const auto expect_mirrored = [&](std::size_t left, std::size_t right) {
    ASSERT_EQ(body.points[right], glm::vec3(-body.points[left].x, body.points[left].y, body.points[left].z));
    EXPECT_EQ(raised[right], glm::vec3(-raised[left].x, raised[left].y, raised[left].z));
  };
  for (std::size_t i = 0; i < legs; ++i) expect_mirrored(i, i + legs);
  for (std::size_t i = 0; i < kAlong * kAcross; ++i) expect_mirrored(body.sole.left + i, body.sole.right + i);
}

TEST(FootPose, ToesStayFlatOnAFloorThatIsLower) {
  const Standing body;
  for (const double effort : {0.25, 0.5, 1.0}) {
    const auto raised = body.at(effort);
    const glm::vec3 tip = raised[body.sole_point(BodySide::left, kAlong - 1, 4)];
    const glm::vec3 down = tip - body.points[body.sole_point(BodySide::left, kAlong - 1, 4)];
    EXPECT_LT(down.y, -40.0 * effort);
    for (std::size_t row = kAlong - 8; row < kAlong; ++row) {
      for (std::size_t column = 0; column < kAcross; ++column) {
        const std::size_t i = body.sole_point(BodySide::left, row, column);
        EXPECT_NEAR(glm::distance(raised[i], body.points[i] + down), 0.0, 1e-3);
      }
    }
  }
}

TEST(FootPose, NothingSinksUnderTheToes) {
  const Standing body;
  for (const double effort : {0.25, 0.5, 1.0}) {
    const auto raised = body.at(effort);
    const float floor = raised[body.sole_point(BodySide::left, kAlong - 1, 4)].y;
    float heel = 1e9F;
    for (std::size_t i = 0; i < raised.size(); ++i) {
      EXPECT_GE(raised[i].y, floor - 1e-3F);
      if (body.points[i].z < -30.0F) heel = std::min(heel, raised[i].y);
    }
    // A foot of this length lifts its heel by about the sine of the turn.
    EXPECT_GT(heel - floor, 140.0 * std::sin(effort * FootPose::kFullTurn));
  }
}

TEST(FootPose, FootAndToesKeepTheirLengths) {
  const Standing body;
  const auto raised = body.at(1.0);
  const auto length = [&](const std::vector<glm::vec3>& points, std::size_t from, std::size_t to) {
    return glm::distance(points[body.sole_point(BodySide::right, from, 4)],
                         points[body.sole_point(BodySide::right, to, 4)]);
  };
  EXPECT_NEAR(length(raised, 0, 30), length(body.points, 0, 30), 1e-3);
  EXPECT_NEAR(length(raised, 43, 49), length(body.points, 43, 49), 1e-3);
  // The sole under the joints stretches as it bends: radius 16 mm times the turn.
  double before = 0.0;
  double after = 0.0;
  for (std::size_t row = 30; row < 43; ++row) {
    before += length(body.points, row, row + 1);
    after += length(raised, row, row + 1);
  }
  EXPECT_NEAR(after - before, 16.0 * FootPose::kFullTurn, 1.0);
}

/// Ring after ring of the tube round the ankle: skin may shorten, but it must not fold over.
TEST(FootPose, SkinRoundTheAnkleDoesNotFold) {
  const Standing body;
  const auto raised = body.at(1.0);
  double least = 1e9;
  double most = 0.0;
  for (std::size_t n = 0; n < body.legs.triangles_per_leg; ++n) {
    const glm::uvec3 t = body.legs.mesh.triangles[n];
    const auto normal = [&](const std::vector<glm::vec3>& p) {
      return glm::dvec3(glm::cross(p[t.y] - p[t.x], p[t.z] - p[t.x]));
    };
    const glm::dvec3 before = normal(body.points);
    const glm::dvec3 after = normal(raised);
    EXPECT_GT(glm::length(after), 0.2 * glm::length(before));
    least = std::min(least, glm::dot(glm::normalize(before), glm::normalize(after)));
    most = std::max(most, glm::length(after) / glm::length(before));
  }
  EXPECT_GT(least, 0.0);
  EXPECT_LT(most, 2.5);
}

TEST(FootPose, OtherPointsMoveAsTheSkinAtTheirPlaces) {
  const Standing body;
  const auto raised = body.at(0.8);
  std::vector<glm::vec3> left(body.points.begin(),
                              body.points.begin() + std::ptrdiff_t(body.legs.points_per_leg));
  const auto rest = left;
  body.pose().apply(BodySide::left, rest, left, 0.8);
  for (std::size_t i = 0; i < left.size(); ++i) EXPECT_EQ(left[i], raised[i]);
}

TEST(FootPose, WhatTheMuscleMovedStaysMoved) {
  const Standing body;
  std::vector<glm::vec3> moved = body.points;
  for (std::size_t i = 0; i < body.legs.points_per_leg; ++i) moved[i].z += 2.0F;
  const auto before = moved;
  body.pose().apply(moved, 1.0);
  const LegFrame frame = make_leg_frame(body.legs.landmarks.left, BodySide::left);
  for (std::size_t i = 0; i < body.legs.points_per_leg; ++i) {
    if (frame.t_of(body.points[i]) <= 0.8) {
      EXPECT_EQ(moved[i], before[i]);
    }
  }
}

TEST(FootPose, HeelBoneTurnsAsOneAndTheShinStays) {
  const Standing body;
  AnatomyMesh bone;
  bone.tissue = Tissue::bone;
  const glm::vec3 ankle = body.legs.landmarks.left.ankle_mm;
  bone.positions_mm = {ankle, ankle + glm::vec3(0, -10, 20), ankle + glm::vec3(5, -40, -45),
                       ankle + glm::vec3(-9, -60, -30)};
  bone.triangles = {{0, 1, 2}, {0, 2, 3}, {0, 3, 1}, {1, 3, 2}};
  bone.normals.resize(4, glm::vec3(0, 1, 0));
  AnatomyMesh heel = bone;
  heel.structure = Structure::heel_bone;
  const auto rest = bone.positions_mm;
  body.pose().apply(bone, 1.0);
  EXPECT_EQ(bone.positions_mm, rest);
  body.pose().apply(heel, 1.0);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_NEAR(glm::distance(heel.positions_mm[i], heel.positions_mm[j]), glm::distance(rest[i], rest[j]),
                  1e-3);
  EXPECT_GT(heel.positions_mm[2].y, rest[2].y + 25.0F);
  EXPECT_NEAR(glm::distance(heel.positions_mm[0], ankle), 0.0, 1e-3);
}

TEST(FootPose, RefusesFeetThatPointBackAndOtherCounts) {
  Standing body;
  std::vector<glm::vec3> fewer(body.points.begin(), body.points.end() - 1);
  EXPECT_THROW(body.pose().apply(fewer, 1.0), InputError);
  body.feet.left.big_toe_mm.z -= 300.0;
  body.feet.left.little_toe_mm.z -= 300.0;
  EXPECT_THROW(body.pose(), InputError);
}

}  // namespace
