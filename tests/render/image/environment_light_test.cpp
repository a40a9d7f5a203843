#include "render/image/environment_light.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "render/error.h"

namespace render {
namespace {

constexpr int kWidth = 128, kHeight = 64;

template <typename Function>
HdrImage map_of(Function radiance) {
  HdrImage map{kWidth, kHeight, {}};
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) map.rgb.push_back(radiance(x, y));
  return map;
}

const glm::vec3 kNormals[] = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0},           {0, -1, 0},
                              {0, 0, 1}, {0, 0, -1}, {0.6f, 0.48f, 0.64f}};

TEST(EnvironmentLight, AConstantMapLightsAllSidesAlikeWithoutLamps) {
  const auto light = environment_light(map_of([](int, int) { return glm::vec3(0.3f); }), "m");
  for (const glm::vec3 n : kNormals)
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(sky_light(light.sky, n)[c], 1.0f, 2e-3f);
  for (const EnvironmentKey& key : light.keys) EXPECT_EQ(key.light, glm::vec3(0.0f));
}

TEST(EnvironmentLight, HowBrightTheFileIsChangesNothing) {
  const auto sky = [](float scale) {
    return map_of([=](int, int y) { return scale * glm::vec3(y < 20 ? 1.5f : 0.5f, 0.7f, 0.4f); });
  };
  EXPECT_EQ(environment_light(sky(1.0f), "m"), environment_light(sky(64.0f), "m"));
}

TEST(EnvironmentLight, ASkyLightsFromAbove) {
  const auto light =
      environment_light(map_of([](int, int y) { return glm::vec3(y < kHeight / 2 ? 1.0f : 0.0f); }), "m");
  // Half a sphere of radiance 2: all of it falls on what looks up, half on what looks level, none below.
  EXPECT_NEAR(sky_light(light.sky, {0, 1, 0}).g, 2.0f, 0.02f);
  EXPECT_NEAR(sky_light(light.sky, {0, 0, 1}).g, 1.0f, 0.02f);
  EXPECT_NEAR(sky_light(light.sky, {0, -1, 0}).g, 0.0f, 0.02f);
}

TEST(EnvironmentLight, ALampBecomesAKeyWhereItStandsWithAllItsLight) {
  // A quarter of the way from the middle to the right edge: 45 degrees to the right of who looks out.
  const auto light = environment_light(map_of([](int x, int y) {
                                         const bool lamp = std::abs(x - 80) <= 1 && std::abs(y - 32) <= 1;
                                         return glm::vec3(lamp ? 5000.0f : 0.001f);
                                       }),
                                       "m");
  const EnvironmentKey& key = light.keys.front();
  EXPECT_GT(glm::dot(key.direction, glm::normalize(glm::vec3(-1, 0, 1))), 0.998f);
  // A mean of 1 over the sphere is an irradiance of 4 pi in one direction; / pi. A little stays in the sky.
  EXPECT_NEAR(key.light.g, 4.0f, 0.05f);
  EXPECT_LT(key.half_size, 0.1f);
  EXPECT_EQ(light.keys[1].light, glm::vec3(0.0f));
  for (const glm::vec3 n : kNormals) EXPECT_LT(sky_light(light.sky, n).g, 0.1f);
}

TEST(EnvironmentLight, OfSeveralLampsTheBrightestComesFirstWithItsColour) {
  const auto light = environment_light(map_of([](int x, int y) {
                                         if (std::abs(y - 20) > 1) return glm::vec3(0.1f);
                                         if (std::abs(x - 30) <= 1) return glm::vec3(100.0f, 0.0f, 0.0f);
                                         if (std::abs(x - 100) <= 1) return glm::vec3(0.0f, 100.0f, 0.0f);
                                         return glm::vec3(0.1f);
                                       }),
                                       "m");
  EXPECT_GT(light.keys[0].light.g, 10.0f * light.keys[0].light.r);
  EXPECT_GT(light.keys[1].light.r, 10.0f * light.keys[1].light.g);
  EXPECT_GT(light.keys[1].direction.x, 0.3f);
  EXPECT_LT(light.keys[0].direction.x, -0.3f);
}

TEST(EnvironmentLight, OtherShapesAndBlackAreRefusedByName) {
  const auto message = [](const HdrImage& map) -> std::string {
    try {
      environment_light(map, "m.hdr");
    } catch (const InputError& error) {
      return error.what();
    }
    return {};
  };
  EXPECT_EQ(message({3, 1, std::vector<glm::vec3>(3, glm::vec3(1.0f))}),
            "m.hdr: is 3x1 pixels, expected a map of all directions, twice as wide as high");
  EXPECT_EQ(message(map_of([](int, int) { return glm::vec3(0.0f); })),
            "m.hdr: is black, expected a map with light in it");
}

}  // namespace
}  // namespace render
