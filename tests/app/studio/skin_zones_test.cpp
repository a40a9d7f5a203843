#include "app/studio/skin_zones.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace app {
namespace {

using simulation::Person;
using simulation::Sex;

/// The middle between the eyes lies at (0, 660, 117), these 29 mm either side of it.
Landmarks head() {
  Landmarks marks;
  const auto pair = [&](const std::string& name, double x, double y, double z) {
    marks["l-" + name] = {x, 660 + y, 117 + z};
    marks["r-" + name] = {-x, 660 + y, 117 + z};
  };
  pair("eye", 29, 0, 0);
  pair("cheek-upper", 54, -10, -6);
  pair("nose-wing", 16, -38, 18);
  pair("brow-middle", 30, 18, 14);
  pair("temple", 62, 20, -26);
  pair("mouth-corner", 25, -68, 14);
  pair("clavicle", 30, -200, -20);
  marks["nose-base"] = {0, 660 - 48, 117 + 28};
  marks["lip-upper-middle"] = {0, 660 - 62, 117 + 30};
  marks["chin"] = {0, 660 - 104, 117 + 22};
  return marks;
}

render::SkinShade at(float x, float y, float z, const Person& person) {
  const glm::vec3 point(x, 660 + y, 117 + z);
  return skin_zones({&point, 1}, head(), person).front();
}

Person aged(Sex sex, double years, int tone = 2) {
  Person person;
  person.sex = sex;
  person.age_years = years;
  person.skin_tone = tone;
  return person;
}

TEST(SkinZones, CheekNoseChinAndEarAreRedderThanTheForehead) {
  for (const Sex sex : {Sex::female, Sex::male}) {
    const Person person = aged(sex, 30);
    const float forehead = at(20, 50, 16, person).blood;
    EXPECT_LT(forehead, 0.0f);
    EXPECT_GT(at(42, -26, 0, person).blood, forehead + 0.4f);    // cheek
    EXPECT_GT(at(0, -38, 36, person).blood, forehead + 0.4f);    // tip of the nose
    EXPECT_GT(at(0, -100, 22, person).blood, forehead + 0.3f);   // chin
    EXPECT_GT(at(73, -10, -88, person).blood, forehead + 0.4f);  // ear
  }
}

TEST(SkinZones, UnderTheEyeIsDarkerAndTheNoseGlossier) {
  const Person person = aged(Sex::female, 30);
  EXPECT_GT(at(27, -15, 10, person).melanin, at(20, 50, 16, person).melanin + 0.05f);
  EXPECT_LT(at(0, -38, 34, person).rough, at(48, -40, -6, person).rough - 0.03f);
}

TEST(SkinZones, AMansBeardLiesOnLipJawAndUpperNeckAlone) {
  const Person man = aged(Sex::male, 30);
  EXPECT_GT(at(0, -56, 30, man).beard, 80);                                           // upper lip
  EXPECT_GT(at(0, -104, 20, man).beard, 80);                                          // chin
  EXPECT_GT(at(50, -75, -20, man).beard, 80);                                         // jaw
  EXPECT_EQ(at(42, -26, 4, man).beard, 0);                                            // cheek
  EXPECT_EQ(at(20, 50, 16, man).beard, 0);                                            // forehead
  EXPECT_EQ(at(73, -10, -88, man).beard, 0);                                          // ear
  EXPECT_EQ(at(20, -180, -20, man).beard, 0);                                         // low on the neck
  EXPECT_LT(at(0, -104, 20, aged(Sex::male, 75)).beard, at(0, -104, 20, man).beard);  // grey
  for (const float y : {-56.0f, -75.0f, -104.0f}) EXPECT_EQ(at(10, y, 20, aged(Sex::female, 30)).beard, 0);
}

TEST(SkinZones, AgeBringsVesselsAndSpotsAndTakesFreckles) {
  const Person young = aged(Sex::female, 25, 1), old = aged(Sex::female, 75, 1);
  EXPECT_GT(at(40, -26, 2, old).vessels, at(40, -26, 2, young).vessels + 40);
  EXPECT_GT(at(40, -26, 2, young).freckles, at(40, -26, 2, old).freckles + 40);
  EXPECT_EQ(at(40, -26, 2, aged(Sex::female, 25, 6)).freckles, 0);
  // Spots lie anywhere on the side of the face: look at all of it.
  const auto darkest = [](const Person& person) {
    std::vector<glm::vec3> side;
    for (int y = -60; y < 60; ++y)
      for (int z = -60; z < 0; ++z) side.emplace_back(62, 660 + y, 117 + z);
    float most = 0;
    for (const auto& shade : skin_zones(side, head(), person)) most = std::max(most, shade.melanin);
    return most;
  };
  EXPECT_GT(darkest(old), darkest(young) + 0.2f);
}

// Nothing is lopsided but the spots, and a larger head has the same zones.
TEST(SkinZones, BothSidesAreAlikeAndScaleWithTheHead) {
  const Person person = aged(Sex::male, 30);
  const auto same = [](const render::SkinShade& a, const render::SkinShade& b) {
    EXPECT_NEAR(a.melanin, b.melanin, 1e-4f);
    EXPECT_NEAR(a.blood, b.blood, 1e-4f);
    EXPECT_NEAR(a.rough, b.rough, 1e-4f);
    EXPECT_NEAR(a.beard, b.beard, 1);
  };
  Landmarks large = head();
  for (auto& [name, point] : large) point *= 1.2;
  for (const glm::vec3& p : {glm::vec3(42, -26, 0), glm::vec3(12, -60, 24), glm::vec3(50, -75, -20)}) {
    same(at(p.x, p.y, p.z, person), at(-p.x, p.y, p.z, person));
    const glm::vec3 point = (p + glm::vec3(0, 660, 117)) * 1.2f;
    same(at(p.x, p.y, p.z, person), skin_zones({&point, 1}, large, person).front());
  }
}

}  // namespace
}  // namespace app
