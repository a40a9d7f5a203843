#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "render/scene/curvature.h"
#include "render/scene/grain_map.h"
#include "render/scene/heat_colour.h"
#include "render/scene/light_rig.h"
#include "render/scene/noise_volume.h"
#include "render/scene/occluder.h"
#include "render/scene/skin_grain.h"
#include "render/scene/skin_tone.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

std::vector<SurfacePoint> surface_of(const std::vector<glm::vec3>& positions_mm,
                                     const std::vector<glm::vec3>& normals) {
  std::vector<SurfacePoint> points(positions_mm.size());
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = {positions_mm[i], normals[i], 0.0f, -7.0f};
  return points;
}

/// Of all points.
std::vector<float> curvature_of(const std::vector<glm::vec3>& positions_mm,
                                const std::vector<glm::vec3>& normals,
                                std::span<const glm::uvec3> triangles) {
  std::vector<SurfacePoint> points = surface_of(positions_mm, normals);
  const glm::uvec2 all(0, points.size());
  PointRings(triangles, points.size()).bend(points, std::span(&all, 1));
  std::vector<float> out;
  for (const SurfacePoint& point : points) out.push_back(point.curvature);
  return out;
}

TEST(Curvature, OfABallIsOneOverItsRadius) {
  for (const float radius : {5.0f, 80.0f}) {
    const auto shape = testing_shapes::ball(radius);
    for (const float c : curvature_of(shape.positions_mm, shape.normals, shape.topology.point_triangles))
      EXPECT_NEAR(c, 1 / radius, 1e-3f / radius);
  }
}

TEST(Curvature, InsideOutIsNegative) {
  auto shape = testing_shapes::ball(10);
  for (glm::vec3& n : shape.normals) n = -n;
  const auto curvature = curvature_of(shape.positions_mm, shape.normals, shape.topology.point_triangles);
  EXPECT_NEAR(curvature[100], -0.1f, 1e-4f);
}

TEST(Curvature, OfSomePointsHasTheBytesOfAll) {
  const auto shape = testing_shapes::ball(30);
  const PointRings rings(shape.topology.point_triangles, shape.positions_mm.size());
  const auto whole = curvature_of(shape.positions_mm, shape.normals, shape.topology.point_triangles);
  std::vector<SurfacePoint> some = surface_of(shape.positions_mm, shape.normals);
  const auto end = static_cast<std::uint32_t>(whole.size());
  const std::vector<glm::uvec2> runs{{0, 1}, {5, 7}, {300, 302}, {400, 400}, {end - 1, end}};
  rings.bend(some, runs);
  for (std::uint32_t i = 0; i < end; ++i) {
    const bool asked =
        std::any_of(runs.begin(), runs.end(), [i](const glm::uvec2& run) { return run.x <= i && i < run.y; });
    EXPECT_EQ(some[i].curvature, asked ? whole[i] : -7.0f) << i;
  }
}

TEST(Curvature, AnEdgeWithOneTriangleCountsHalf) {
  // A strip bent about the z axis, and flat along it: the corner's edges are one along the border, bent, and
  // one across and one along the border, not bent.
  const std::vector<glm::vec3> points{{0, 0, 0}, {3, 0, 0}, {3, 0, 4}, {0, 0, 4}};
  const std::vector<glm::vec3> normals{{0, 1, 0}, {0.3f, 0.9f, 0}, {0.3f, 0.9f, 0}, {0, 1, 0}};
  const std::vector<glm::uvec3> triangles{{0, 1, 2}, {0, 2, 3}};
  const auto curvature = curvature_of(points, normals, triangles);
  // Of point 0: to 1 (border, length 3, bend 0.3 * 3 / 3), to 2 (inside, 5, 0.3 * 3 / 5), to 3 (border, 4,
  // 0).
  EXPECT_NEAR(curvature[0], (0.5f * 0.3f + 0.18f) / (0.5f * 3 + 5 + 0.5f * 4), 1e-6f);
  EXPECT_NEAR(curvature[1], 0.5f * 0.3f / (0.5f * 3 + 0.5f * 4), 1e-6f);
}

TEST(Curvature, NeighboursAreAllThatShareAnEdge) {
  const std::vector<glm::uvec3> triangles{{0, 1, 2}, {0, 2, 3}, {4, 5, 6}};
  const PointRings rings(triangles, 7);
  const auto marked = [&](std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint8_t> marks(7, 0);
    rings.mark_neighbours(std::vector<glm::uvec2>{{from, to}}, marks);
    return marks;
  };
  EXPECT_EQ(marked(1, 2), (std::vector<std::uint8_t>{1, 0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(marked(0, 1), (std::vector<std::uint8_t>{0, 1, 1, 1, 0, 0, 0}));
  EXPECT_EQ(marked(0, 2), (std::vector<std::uint8_t>{1, 1, 1, 1, 0, 0, 0}));
  EXPECT_EQ(marked(6, 7), (std::vector<std::uint8_t>{0, 0, 0, 0, 1, 1, 0}));
  EXPECT_EQ(marked(3, 3), std::vector<std::uint8_t>(7, 0));
}

TEST(Occluder, IsCoarserAndStaysClose) {
  const auto shape = testing_shapes::ball(50, glm::vec3(7), 100, 200);
  const auto coarse = clustered_triangles(shape.positions_mm, shape.topology.point_triangles, 4);
  EXPECT_GT(coarse.size(), 500u);
  EXPECT_LT(coarse.size(), shape.topology.point_triangles.size() / 3);
  for (const glm::uvec3& t : coarse) {
    const glm::vec3 middle =
        (shape.positions_mm[t.x] + shape.positions_mm[t.y] + shape.positions_mm[t.z]) / 3.0f - glm::vec3(7);
    EXPECT_NEAR(glm::length(middle), 50.0f, 1.0f);
  }
  // Cells below the mesh's own edges take nothing but the degenerate triangles of the poles.
  const auto fine = clustered_triangles(shape.positions_mm, shape.topology.point_triangles, 0.01f);
  EXPECT_LE(fine.size(), shape.topology.point_triangles.size());
  EXPECT_GE(fine.size(), shape.topology.point_triangles.size() - 2u * 200u);
}

TEST(HeatColour, EndsMiddleAndBeyond) {
  EXPECT_EQ(heat_colour(-5, 5), heat_colour(-50, 5));
  EXPECT_EQ(heat_colour(5, 5), heat_colour(50, 5));
  const glm::vec3 zero = heat_colour(0, 5);
  EXPECT_EQ(zero.r, zero.b);
  EXPECT_GT(heat_colour(-5, 5).b, heat_colour(-5, 5).r);
  EXPECT_GT(heat_colour(5, 5).r, heat_colour(5, 5).b);
}

TEST(HeatColour, LightnessTellsHowMuch) {
  const auto lightness = [](float mm) {
    const glm::vec3 c = heat_colour(mm, 5);
    return 0.2126f * c.r + 0.7152f * c.g + 0.0722f * c.b;
  };
  for (float mm = 0; mm < 4.9f; mm += 0.1f) {
    EXPECT_GT(lightness(mm), lightness(mm + 0.1f));
    EXPECT_GT(lightness(-mm), lightness(-mm - 0.1f));
  }
}

/// Skin must not change with the way its relief is worked out: pictures of different versions are compared.
TEST(Noise, TheDrawnMapsHaveTheirKnownBytes) {
  const auto hash = [](const std::vector<std::byte>& bytes) {
    std::uint64_t h = 1469598103934665603ULL;  // FNV-1a
    for (const std::byte b : bytes) h = (h ^ std::to_integer<std::uint64_t>(b)) * 1099511628211ULL;
    return h;
  };
  EXPECT_EQ(hash(grain_map()), 0x2c1d69ba435f53ddULL);
  EXPECT_EQ(hash(mottle()), 0x710017247acab745ULL);
}

/// Between the last row and the first values are as close as between two rows inside, for every channel.
TEST(GrainMap, Tiles) {
  const auto map = grain_map();
  const int side = kGrainMapSide;
  ASSERT_EQ(map.size(), std::size_t{4} * kGrainMapSide * kGrainMapSide);
  const auto at = [&](int x, int y, int channel) {
    return std::to_integer<int>(map[static_cast<std::size_t>((y * side + x) * 4 + channel)]);
  };
  for (int channel = 0; channel < 4; ++channel) {
    double inside = 0, seam = 0;
    for (int i = 0; i < side; ++i) {
      inside += std::abs(at(100, i, channel) - at(101, i, channel)) +
                std::abs(at(i, 100, channel) - at(i, 101, channel));
      seam += std::abs(at(side - 1, i, channel) - at(0, i, channel)) +
              std::abs(at(i, side - 1, channel) - at(i, 0, channel));
    }
    EXPECT_GT(inside, side);
    EXPECT_LT(seam, 1.4 * inside) << channel;
  }
}

TEST(SkinGrain, FacesGetTheMapOfTheirOwnAxisAndAllCountAsOne) {
  const auto shape = testing_shapes::ball(60);
  const auto grain = skin_grain(shape.positions_mm, shape.topology.point_triangles);
  ASSERT_EQ(grain.size(), shape.positions_mm.size());
  int melanin_least = 255, melanin_most = 0;
  for (std::size_t i = 0; i < grain.size(); ++i) {
    const auto& planes = grain[i].planes;
    EXPECT_NEAR(planes[0] + planes[1] + planes[2], 255, 2);
    const glm::vec3 n = glm::abs(shape.normals[i]);
    for (int axis = 0; axis < 3; ++axis) EXPECT_TRUE(n[axis] < 0.9f || planes[axis] > 240);
    melanin_least = std::min<int>(melanin_least, grain[i].tone[0]);
    melanin_most = std::max<int>(melanin_most, grain[i].tone[0]);
  }
  // Uneven, but about the middle.
  EXPECT_GT(melanin_most - melanin_least, 60);
  EXPECT_LT(melanin_least, 128);
  EXPECT_GT(melanin_most, 128);
}

TEST(NoiseVolume, SameBytesTwiceAndTiles) {
  const auto m = mottle_volume(16, 2);
  EXPECT_EQ(m, mottle_volume(16, 2));
  // Across the seam values are as close as inside.
  const auto at = [&](int x, int y, int z) {
    return static_cast<int>(m[static_cast<std::size_t>((z * 16 + y) * 16 + x) * 4]);
  };
  int inside = 0, seam = 0;
  for (int y = 0; y < 16; ++y)
    for (int z = 0; z < 16; ++z) {
      inside = std::max(inside, std::abs(at(7, y, z) - at(8, y, z)));
      seam = std::max(seam, std::abs(at(15, y, z) - at(0, y, z)));
    }
  EXPECT_LE(seam, 2 * inside + 8);
}

TEST(SkinTone, RangeIsChecked) {
  EXPECT_THROW(skin_tone(0), std::invalid_argument);
  EXPECT_THROW(skin_tone(7), std::invalid_argument);
  for (int i = 2; i <= 6; ++i) EXPECT_GT(skin_tone(i).melanin, skin_tone(i - 1).melanin);
}

TEST(LightRig, TurnsWithThePhotographer) {
  FrameBlock front, back;
  set_lights(front, Studio(), 0);
  set_lights(back, Studio(), 3.14159265f);
  EXPECT_NEAR(front.key_direction.x, -back.key_direction.x, 1e-5f);
  EXPECT_NEAR(front.key_direction.y, back.key_direction.y, 1e-6f);
  EXPECT_NEAR(front.key_direction.z, -back.key_direction.z, 1e-5f);
  Studio studio;
  EXPECT_NEAR(photographer_azimuth(studio, {1, 0, 0}), 1.5707963f, 1e-5f);
  studio.photographer_azimuth_rad = 0.25f;
  EXPECT_EQ(photographer_azimuth(studio, {1, 0, 0}), 0.25f);
}

TEST(LightRig, AMapIsScaledByTheStudioAndTurnsWithThePhotographer) {
  Studio studio;
  EnvironmentLight map;
  map.sky[0] = glm::vec3(1.0f);
  map.keys[0] = {{0, 0.6f, 0.8f}, glm::vec3(2.0f, 1.0f, 0.5f), 0.2f};
  studio.environment = std::make_shared<const EnvironmentLight>(map);
  FrameBlock front, side;
  set_lights(front, studio, 0);
  set_lights(side, studio, 1.57079633f);
  EXPECT_GT(clinical_light(), 0.5f);
  EXPECT_LT(clinical_light(), 1.5f);
  EXPECT_FLOAT_EQ(front.sky[0].r, clinical_light());
  EXPECT_FLOAT_EQ(front.key_light.r, 2.0f * clinical_light());
  EXPECT_NEAR(side.key_direction.x, 0.8f, 1e-6f);
  EXPECT_NEAR(side.key_direction.y, 0.6f, 1e-6f);
  EXPECT_NEAR(side.key_direction.z, 0.0f, 1e-6f);
  // Exposure is the studio's, whatever lights it.
  EXPECT_EQ(studio.exposure, Studio().exposure);
  EXPECT_EQ(front.exposure, FrameBlock().exposure);
}

/// As shaders/light.glsl adds it up.
glm::vec3 drawn_sky(const FrameBlock& block, glm::vec3 n) {
  const float terms[]{1, n.x, n.y, n.z, n.x * n.x, n.y * n.y, n.x * n.y, n.y * n.z, n.x * n.z};
  glm::vec3 light(0);
  for (std::size_t i = 0; i < 9; ++i) light += terms[i] * glm::vec3(block.sky[i]);
  return light;
}

TEST(LightRig, TheSkyOfAMapTurnsWithThePhotographer) {
  EnvironmentLight map;
  for (std::size_t i = 0; i < map.sky.size(); ++i)
    map.sky[i] = glm::vec3(0.9f, 0.5f, 0.7f) * std::cos(1.7f * static_cast<float>(i) + 0.3f);
  Studio studio;
  studio.environment = std::make_shared<const EnvironmentLight>(map);
  FrameBlock block;
  for (const float azimuth : {0.0f, 0.7f, 2.9f, -1.2f}) {
    set_lights(block, studio, azimuth);
    for (const glm::vec3 seen :
         {glm::vec3(0.6f, 0.0f, 0.8f), glm::vec3(-0.48f, 0.6f, 0.64f), glm::vec3(0, -1, 0)}) {
      const float c = std::cos(azimuth), s = std::sin(azimuth);
      const glm::vec3 world(c * seen.x + s * seen.z, seen.y, c * seen.z - s * seen.x);
      const glm::vec3 expected = clinical_light() * sky_light(map.sky, seen);
      for (int i = 0; i < 3; ++i) EXPECT_NEAR(drawn_sky(block, world)[i], expected[i], 2e-5f) << azimuth;
    }
  }
}

TEST(LightRig, TheStudioIsBrighterAboveThanBelowAndBrightestBeforeThePhotographer) {
  FrameBlock block;
  set_lights(block, Studio(), 0.7f);
  const glm::vec3 front(block.front_direction);
  // From up to down 0.235 to 0.105; the front light falls off with the square of a half cosine.
  EXPECT_NEAR(drawn_sky(block, {0, 1, 0}).r, 0.235f + 0.1f * std::pow(0.5f + 0.5f * front.y, 2.0f), 1e-5f);
  EXPECT_NEAR(drawn_sky(block, {0, -1, 0}).r, 0.105f + 0.1f * std::pow(0.5f - 0.5f * front.y, 2.0f), 1e-5f);
  EXPECT_NEAR(drawn_sky(block, front).r, 0.17f + 0.065f * front.y + 0.1f, 1e-5f);
  EXPECT_NEAR(drawn_sky(block, -front).r, 0.17f - 0.065f * front.y, 1e-5f);
}

TEST(LightRig, BeautyIsSofterAndFilledMore) {
  Studio beauty;
  beauty.light = LightPreset::beauty;
  FrameBlock soft, clinical;
  set_lights(soft, beauty, 0);
  set_lights(clinical, Studio(), 0);
  EXPECT_GT(soft.key_direction.w, 1.5f * clinical.key_direction.w);
  EXPECT_GT(soft.fill_light.g / soft.key_light.g, 1.5f * clinical.fill_light.g / clinical.key_light.g);
  EXPECT_GT(soft.rim_light[0].r, 1.3f * soft.rim_light[0].b);
}

}  // namespace
}  // namespace render
