#include <gtest/gtest.h>

#include <glm/geometric.hpp>
#include <set>

#include "tests/assets/baked_mesh.h"

namespace {

glm::vec3 middle(const std::vector<glm::vec3>& points, bool left) {
  glm::vec3 sum(0);
  float count = 0;
  for (const glm::vec3& p : points)
    if ((p.x > 0) == left) sum += p, ++count;
  return sum / count;
}

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

TEST(BakedFace, EyesSitAtTheEyeJoints) {
  const auto eyes = baked::read("face").at("eyes").mixed(baked::woman_of_40());
  const auto landmarks = baked::landmarks("face", baked::woman_of_40());
  EXPECT_LT(glm::distance(middle(eyes, true), landmarks.at("l-eye")), 4);
  EXPECT_LT(glm::distance(middle(eyes, false), landmarks.at("r-eye")), 4);
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
  for (const std::string& name : baked::read("face").at("skin").target_names)
    if (name.starts_with("expression/units/")) ++units;
  EXPECT_EQ(units, 3 * 34);
}

}  // namespace
