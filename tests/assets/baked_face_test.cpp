#include <gtest/gtest.h>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <set>

#include "tests/assets/baked_mesh.h"

namespace {

float nearest(const std::vector<glm::vec3>& points, const glm::vec3& to) {
  float best = 1e9f;
  for (const glm::vec3& p : points) best = std::min(best, glm::distance(p, to));
  return best;
}

TEST(BakedFace, HasItsParts) {
  std::set<std::string> names;
  for (const auto& [name, part] : baked::read("face")) names.insert(name);
  EXPECT_EQ(names, (std::set<std::string>{"skin", "eyes", "cornea", "lashes", "brows", "teeth", "tongue",
                                          "cap", "landmarks"}));
}

// The eye mesh is the front of a ball, so its centre is told by its width and its foremost point.
TEST(BakedFace, EyeballsAreCentredOnTheEyeJoints) {
  const auto parts = baked::read("face");
  const auto eyes = parts.at("eyes").mixed(baked::woman_of_40());
  const auto landmarks = baked::landmarks("face", baked::woman_of_40());
  for (const float side : {1.0f, -1.0f}) {
    glm::vec3 low(1e9f), high(-1e9f);
    for (const glm::vec3& p : eyes)
      if (p.x * side > 0) low = glm::min(low, p), high = glm::max(high, p);
    const glm::vec3 joint = landmarks.at(side > 0 ? "l-eye" : "r-eye");
    EXPECT_NEAR((low.x + high.x) / 2, joint.x, 1);
    EXPECT_NEAR((low.y + high.y) / 2, joint.y, 1);
    EXPECT_NEAR(high.z - (high.x - low.x) / 2, joint.z, 2);
    EXPECT_NEAR(high.x - low.x, 30, 3);  // the package's eyes are larger than a real eye's 24 mm
  }
}

TEST(BakedFace, BrowsAndLashesLieOnTheSkin) {
  const auto parts = baked::read("face");
  const auto skin = parts.at("skin").mixed(baked::woman_of_40());
  for (const char* name : {"brows", "lashes"})
    for (const glm::vec3& p : parts.at(name).mixed(baked::woman_of_40()))
      ASSERT_LT(nearest(skin, p), 15) << name;
}

TEST(BakedFace, CapStaysOutsideTheCrownInEveryAncestry) {
  const auto parts = baked::read("face");
  for (const char* who : {"caucasian-female", "caucasian-male", "asian-female", "asian-male",
                          "african-female", "african-male"}) {
    const std::map<std::string, float> weights = {{std::string("macrodetails/") + who + "-young", 1.0f}};
    float skin_top = -1e9f, cap_top = -1e9f;
    for (const glm::vec3& p : parts.at("skin").mixed(weights)) skin_top = std::max(skin_top, p.y);
    for (const glm::vec3& p : parts.at("cap").mixed(weights)) cap_top = std::max(cap_top, p.y);
    EXPECT_GT(cap_top, skin_top + 3) << who;
    EXPECT_LT(cap_top, skin_top + 20) << who;
  }
}

TEST(BakedFace, FrownLowersTheBrows) {
  const auto weights = baked::woman_of_40();
  auto frown = weights;
  frown["expression/units/caucasian/eyebrows-left-down"] = 1;
  const auto rest = baked::landmarks("face", weights), now = baked::landmarks("face", frown);
  EXPECT_LT(now.at("l-brow-medial").y, rest.at("l-brow-medial").y - 1);
  EXPECT_NEAR(now.at("r-brow-lateral").y, rest.at("r-brow-lateral").y, 0.5);
}

TEST(BakedFace, HasAllExpressionUnitsOfThreeAncestries) {
  int units = 0;
  const auto parts = baked::read("face");
  for (const std::string& name : parts.at("skin").target_names)
    if (name.starts_with("expression/units/")) ++units;
  EXPECT_EQ(units, 3 * 34);
}

}  // namespace
