#include <gtest/gtest.h>

#include <cmath>

#include "tests/assets/baked_mesh.h"

namespace {

struct Bounds {
  float low = 1e9f, high = -1e9f;
  void add(float v) { low = std::min(low, v), high = std::max(high, v); }
};

class BakedLegs : public testing::TestWithParam<bool> {
 protected:
  std::map<std::string, float> weights = GetParam() ? baked::woman_of_40() : baked::man_of_45();
  std::vector<glm::vec3> skin = baked::read("calf").at("skin").mixed(weights);
  std::map<std::string, glm::vec3> landmarks = baked::landmarks("calf", weights);
};

TEST_P(BakedLegs, StandNaturallyWide) {
  const float between = landmarks.at("l-ankle").x - landmarks.at("r-ankle").x;
  EXPECT_GE(between, 150);
  EXPECT_LE(between, 230);  // a tall man's feet stand a little wider
  EXPECT_GT(landmarks.at("l-knee").x, 0);
}

TEST_P(BakedLegs, HemIsLevelAbout12CentimetresAboveTheKnee) {
  Bounds all, hem;
  for (const glm::vec3& p : skin) all.add(p.y);
  for (const glm::vec3& p : skin)
    if (p.y > all.high - 1) hem.add(p.y);
  EXPECT_LT(hem.high - hem.low, 0.05f);
  const float above_knee = all.high - landmarks.at("l-knee").y;
  EXPECT_GT(above_knee, 100);
  EXPECT_LT(above_knee, 150);
}

TEST_P(BakedLegs, BothHeelsAndBallsTouchTheGround) {
  Bounds all, left, right;
  for (const glm::vec3& p : skin) {
    all.add(p.y);
    (p.x > 0 ? left : right).add(p.y);
  }
  EXPECT_NEAR(left.low, right.low, 1.0f);
  EXPECT_LT(landmarks.at("l-heel").y - all.low, 5);
  Bounds ball;
  for (const glm::vec3& p : skin)
    if (std::abs(p.z - landmarks.at("l-foot-1").z) < 30 && p.x > 0) ball.add(p.y);
  EXPECT_LT(ball.low - all.low, 8);
}

TEST_P(BakedLegs, CalfTargetsActOnTheirOwnSide) {
  const baked::Part part = baked::read("calf").at("skin");
  const auto moved = part.mixed({{"armslegs/l-lowerleg-muscle-incr", 1.0f}});
  float left = 0, right = 0;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    const glm::vec3 d = moved[i] - part.positions[i];
    (part.positions[i].x > 0 ? left : right) += std::abs(d.x) + std::abs(d.y) + std::abs(d.z);
  }
  EXPECT_GT(left, 100);
  EXPECT_EQ(right, 0);
}

INSTANTIATE_TEST_SUITE_P(People, BakedLegs, testing::Bool(),
                         [](const auto& with) { return with.param ? "Woman" : "Man"; });

}  // namespace
