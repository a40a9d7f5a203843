#include "app/studio/hairline.h"

#include <gtest/gtest.h>

namespace app {
namespace {

const simulation::Sided<glm::dvec3> kEyes{{29, 660, 117}, {-29, 660, 117}};

float at(float x, float y, float z) {
  const glm::vec3 point(x, 660 + y, 117 + z);
  return hair_density({&point, 1}, kEyes).front();
}

TEST(Hairline, TemplesHaveHairAndFaceEarAndNeckHaveNone) {
  EXPECT_GT(at(64, 10, -48), 0.9f);   // before the ear
  EXPECT_GT(at(64, 40, -40), 0.9f);   // temple
  EXPECT_EQ(at(0, 40, 25), 0.0f);     // forehead
  EXPECT_EQ(at(50, 5, 0), 0.0f);      // beside the eye, where crow's feet lie
  EXPECT_EQ(at(75, -10, -70), 0.0f);  // ear
  EXPECT_EQ(at(60, -50, -40), 0.0f);  // jaw
  EXPECT_EQ(at(45, -90, -80), 0.0f);  // neck
}

TEST(Hairline, BothSidesAreAlikeAndScaleWithTheHead) {
  for (const float z : {-30.0f, -36.0f, -45.0f}) EXPECT_EQ(at(62, 12, z), at(-62, 12, z)) << z;
  const simulation::Sided<glm::dvec3> large{{58, 660, 117}, {-58, 660, 117}};
  const glm::vec3 point(2 * 62.0f, 660 + 2 * 12.0f, 117 - 2 * 36.0f);
  EXPECT_NEAR(hair_density({&point, 1}, large).front(), at(62, 12, -36), 1e-5f);
}

}  // namespace
}  // namespace app
