#include "render/scene/renderer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <set>

#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/mesh/subdivision.h"
#include "tests/render/mesh/cube.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

using testing_shapes::ball;
using testing_shapes::front_view;
using testing_shapes::Shape;

constexpr float kRadius = 50;

class RendererPicture : public testing::Test {
 protected:
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  PartId add(const Shape& shape, MaterialKind kind, std::span<const float> scalars = {}) {
    Material material;
    material.kind = kind;
    const PartId id = renderer_.add_part(shape.topology, material);
    renderer_.upload(id, shape.positions_mm, shape.normals, scalars);
    return id;
  }
  static const std::uint8_t* pixel(const Image& image, int x, int y) {
    return &image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
  }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  Renderer renderer_{FORESHOW_SHADERS};
};

TEST_F(RendererPicture, SilhouetteOfABallIsItsDisc) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  view.transparent_background = true;
  const Image image = renderer_.capture(view, {150, 150});
  double cover = 0;
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) cover += image.rgba[i] / 255.0;
  // One pixel is one square millimetre; the 64-gon lacks 0.16 % of the disc.
  const double disc = 3.14159265 * kRadius * kRadius;
  EXPECT_NEAR(cover, disc, disc * 0.01);
  EXPECT_EQ(pixel(image, 75, 75)[3], 255);
  EXPECT_EQ(pixel(image, 75, 75 - 53)[3], 0);
  EXPECT_EQ(pixel(image, 75 - 53, 75)[3], 0);
}

TEST_F(RendererPicture, TopRowFirst) {
  SceneView view = front_view(200);
  view.items = {{add(ball(20, {0, 60, 0}), MaterialKind::bone)}};
  view.layer = Layer::muscle;
  view.transparent_background = true;
  const Image image = renderer_.capture(view, {100, 100});
  EXPECT_EQ(pixel(image, 50, 20)[3], 255);
  EXPECT_EQ(pixel(image, 50, 80)[3], 0);
}

TEST_F(RendererPicture, SamePictureTwiceEvenAfterOthers) {
  const Shape shape = ball(kRadius);
  SceneView view = front_view(150);
  const PartId id = add(shape, MaterialKind::skin);
  view.items = {{id}};
  view.studio.floor_y_mm = -kRadius;
  const Image first = renderer_.capture(view, {96, 80});
  SceneView other = view;
  other.camera.eye_mm = {700, 300, 500};
  renderer_.draw(other, {64, 64});
  Shape moved = shape;
  for (glm::vec3& p : moved.positions_mm) p *= 0.8f;
  renderer_.upload(id, moved.positions_mm, moved.normals);
  EXPECT_NE(renderer_.capture(view, {96, 80}), first);
  renderer_.upload(id, shape.positions_mm, shape.normals);
  EXPECT_EQ(renderer_.capture(view, {96, 80}), first);

  Renderer fresh(FORESHOW_SHADERS);
  SceneView same = view;
  Material material;
  const PartId again = fresh.add_part(shape.topology, material);
  fresh.upload(again, shape.positions_mm, shape.normals);
  same.items = {{again}};
  EXPECT_EQ(fresh.capture(same, {96, 80}), first);
}

TEST_F(RendererPicture, AChangedRunDrawsWhatTheWholeShapeWould) {
  const Shape shape = ball(kRadius);
  std::vector<float> scalars(shape.positions_mm.size(), 0.2f);
  SceneView view = front_view(130);
  const PartId id = add(shape, MaterialKind::skin, scalars);
  view.items = {{id}};
  const Image before = renderer_.capture(view, {96, 96});
  // A bump over some rings, far enough to change the bounds too; its normals tell the shader of it.
  Shape moved = shape;
  const glm::uvec2 run(400, 900);
  for (std::uint32_t i = run.x; i < run.y; ++i) {
    moved.positions_mm[i] *= 1.15f;
    moved.normals[i] = glm::normalize(moved.normals[i] + glm::vec3(0.2f, 0.1f, 0.0f));
    scalars[i] = 0.9f;
  }
  renderer_.upload_changed(id, moved.positions_mm, moved.normals, scalars, std::vector<glm::uvec2>{run});
  const Image changed = renderer_.capture(view, {96, 96});
  EXPECT_NE(changed, before);
  renderer_.upload(id, moved.positions_mm, moved.normals, scalars);
  EXPECT_EQ(renderer_.capture(view, {96, 96}), changed);
  std::fill(scalars.begin(), scalars.end(), 0.2f);
  renderer_.upload_changed(id, shape.positions_mm, shape.normals, scalars, std::vector<glm::uvec2>{run});
  EXPECT_EQ(renderer_.capture(view, {96, 96}), before);
  renderer_.upload_changed(id, shape.positions_mm, shape.normals, scalars, {});
  EXPECT_EQ(renderer_.capture(view, {96, 96}), before);
}

TEST_F(RendererPicture, ARunNeedsAnUploadBeforeItAndPointsToBeOf) {
  const Shape shape = ball(kRadius);
  const PartId id = renderer_.add_part(shape.topology, Material());
  const auto count = static_cast<std::uint32_t>(shape.positions_mm.size());
  const auto change = [&](glm::uvec2 run) {
    renderer_.upload_changed(id, shape.positions_mm, shape.normals, {}, std::vector<glm::uvec2>{run});
  };
  EXPECT_THROW(change({0, 1}), std::invalid_argument);
  renderer_.upload(id, shape.positions_mm, shape.normals);
  EXPECT_NO_THROW(change({0, count}));
  EXPECT_THROW(change({0, count + 1}), std::invalid_argument);
  EXPECT_THROW(change({5, 4}), std::invalid_argument);
}

TEST_F(RendererPicture, TilesMakeTheUntiledPicture) {
  SceneView view = front_view(140);
  view.items = {{add(ball(kRadius), MaterialKind::skin)},
                {add(ball(15, {40, 20, 40}), MaterialKind::fabric)}};
  view.studio.floor_y_mm = -kRadius;
  const Image whole = renderer_.capture(view, {150, 110}, 2);
  renderer_.set_tile_limit(64);
  const ImageDifference tiled = difference(renderer_.capture(view, {150, 110}, 2), whole);
  // Samples fall on the same places; interpolation from another tile corner may round the other way.
  EXPECT_LE(tiled.max, 1);
  EXPECT_LE(tiled.differing_pixels, 10u);
  view.camera.eye_mm.x += 0.5;
  view.camera.target_mm.x += 0.5;
  EXPECT_GT(difference(renderer_.capture(view, {150, 110}, 2), whole).differing_pixels, 500u);
}

TEST_F(RendererPicture, AStillOf16BitsHoldsFinerStepsOfTheSamePicture) {
  SceneView view = front_view(140);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  for (const bool clear : {false, true}) {
    view.transparent_background = clear;
    view.studio.floor_y_mm = clear ? std::nullopt : std::optional(-kRadius);
    renderer_.set_tile_limit(4096);
    const Image bytes = renderer_.capture(view, {300, 220}, 1);
    const Image fine = renderer_.capture(view, {300, 220}, 1, Depth::bits_16);
    EXPECT_TRUE(bytes.rgba16.empty());
    EXPECT_EQ(fine.rgba, bytes.rgba);
    ASSERT_EQ(fine.rgba16.size(), fine.rgba.size());
    std::set<std::uint16_t> greens;
    int most_apart = 0;
    for (std::size_t i = 0; i < fine.rgba.size(); ++i) {
      most_apart = std::max(most_apart, std::abs((fine.rgba16[i] + 128) / 257 - fine.rgba[i]));
      if (i % 4 == 1) greens.insert(fine.rgba16[i]);
    }
    // The bytes are dithered by half a step.
    EXPECT_LE(most_apart, 1);
    // The light on a ball is a smooth gradient; bytes have 256 steps, stretched they would have as many.
    EXPECT_GT(greens.size(), 2000u);
    // In tiles it is the same but for how places between vertices round, which bytes do not show.
    renderer_.set_tile_limit(64);
    const Image tiled = renderer_.capture(view, {300, 220}, 1, Depth::bits_16);
    ASSERT_EQ(tiled.rgba16.size(), fine.rgba16.size());
    std::size_t far_apart = 0;
    for (std::size_t i = 0; i < fine.rgba16.size(); ++i)
      far_apart += std::abs(tiled.rgba16[i] - fine.rgba16[i]) > 257 ? 1 : 0;
    EXPECT_LE(far_apart, 40u);
  }
}

TEST_F(RendererPicture, TransparentEdgesHaveNoHalo) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::fabric)}};
  view.transparent_background = true;
  const Image image = renderer_.capture(view, {150, 150}, 4);
  int edges = 0;
  for (int y = 1; y < 149; ++y)
    for (int x = 1; x < 149; ++x) {
      const std::uint8_t* p = pixel(image, x, y);
      if (p[3] == 0 || p[3] == 255) continue;
      ++edges;
      // The colour under partial cover is that of the model next to it, neither darkened nor lightened by a
      // ground: inside the range of the full pixels around it.
      for (int channel = 0; channel < 3; ++channel) {
        int low = 255, high = 0;
        for (int dy = -3; dy <= 3; ++dy)
          for (int dx = -3; dx <= 3; ++dx) {
            if (x + dx < 0 || y + dy < 0 || x + dx > 149 || y + dy > 149) continue;
            const std::uint8_t* q = pixel(image, x + dx, y + dy);
            if (q[3] != 255) continue;
            low = std::min<int>(low, q[channel]);
            high = std::max<int>(high, q[channel]);
          }
        EXPECT_GE(p[channel], low - 24) << x << ' ' << y;
        EXPECT_LE(p[channel], high + 24) << x << ' ' << y;
      }
    }
  EXPECT_GT(edges, 100);
}

TEST_F(RendererPicture, SolidPartsMayComeInAnyOrder) {
  SceneView view = front_view(140);
  const DrawItem skin{add(ball(kRadius), MaterialKind::skin)};
  const DrawItem cap{add(ball(kRadius, {0, 12, 2}), MaterialKind::fabric)};
  const DrawItem eye{add(ball(15, {0, -20, 40}), MaterialKind::eye)};
  view.items = {skin, cap, eye};
  const Image first = renderer_.capture(view, {96, 80});
  view.items = {eye, skin, cap};
  EXPECT_EQ(renderer_.capture(view, {96, 80}), first);
  view.items = {cap, eye};
  EXPECT_NE(renderer_.capture(view, {96, 80}), first);
}

TEST_F(RendererPicture, FadeDissolvesTheCut) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  view.transparent_background = true;
  view.fade_from_y_mm = 0;
  view.fade_to_y_mm = 40;
  const Image image = renderer_.capture(view, {150, 150});
  EXPECT_EQ(pixel(image, 75, 100)[3], 255);
  EXPECT_EQ(pixel(image, 75, 75 - 43)[3], 0);
  EXPECT_NEAR(pixel(image, 75, 75 - 20)[3], 128, 12);
}

TEST_F(RendererPicture, LegsThatAreLookedDownIntoDoNotDissolve) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  view.transparent_background = true;
  view.fade_from_y_mm = 0;
  view.fade_to_y_mm = 40;
  const double distance = glm::length(view.camera.eye_mm - view.camera.target_mm);
  view.camera.eye_mm = view.camera.target_mm + glm::dvec3(0.0, distance, 0.0);
  view.camera.up = {0.0, 0.0, -1.0};
  EXPECT_EQ(pixel(renderer_.capture(view, {150, 150}), 75, 75)[3], 255);
  // Shoulders dissolve downward, and that way is not looked into from above.
  view.fade_from_y_mm = 90;
  view.fade_to_y_mm = 60;
  EXPECT_EQ(pixel(renderer_.capture(view, {150, 150}), 75, 75)[3], 0);
}

TEST_F(RendererPicture, HiddenAndRemovedPartsAreNotDrawn) {
  SceneView view = front_view(150);
  const PartId id = add(ball(kRadius), MaterialKind::skin);
  view.transparent_background = true;
  view.items = {{id, 1.0f, false}};
  EXPECT_EQ(pixel(renderer_.capture(view, {32, 32}), 16, 16)[3], 0);
  view.items = {{id}};
  renderer_.remove_part(id);
  EXPECT_EQ(pixel(renderer_.capture(view, {32, 32}), 16, 16)[3], 0);
}

TEST_F(RendererPicture, DrawAndReadBack) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  renderer_.draw(view, {120, 90});
  const Image image = renderer_.read_drawn();
  EXPECT_EQ(image.width, 120);
  EXPECT_EQ(image.height, 90);
  EXPECT_EQ(pixel(image, 2, 2)[3], 255);
}

TEST_F(RendererPicture, HairGrowsOnlyWhereTheScalarsSayAndGoesAgain) {
  const Shape shape = ball(kRadius);
  SceneView view = front_view(150);
  const PartId id = add(shape, MaterialKind::skin);
  view.items = {{id}};
  const Image bald = renderer_.capture(view, {100, 100});
  std::vector<float> hair;
  for (const glm::vec3& p : shape.positions_mm) hair.push_back(p.y > 15 ? 1.0f : 0.0f);
  renderer_.upload(id, shape.positions_mm, shape.normals, hair);
  const Image hairy = renderer_.capture(view, {100, 100});
  int above = 0, below = 0;
  for (int y = 0; y < 100; ++y)
    for (int x = 0; x < 100; ++x)
      if (!std::equal(pixel(bald, x, y), pixel(bald, x, y) + 4, pixel(hairy, x, y)))
        ++(y < 42 ? above : below);
  EXPECT_GT(above, 300);
  EXPECT_EQ(below, 0);
  renderer_.upload(id, shape.positions_mm, shape.normals);
  EXPECT_EQ(renderer_.capture(view, {100, 100}), bald);
}

TEST_F(RendererPicture, AShadowOnSkinIsThereAndHasNoDots) {
  SceneView view = front_view(130);
  const PartId skin = add(ball(kRadius, glm::vec3(0), 64, 128), MaterialKind::skin);
  Material smooth;
  smooth.relief = 0;
  renderer_.set_material(skin, smooth);
  // Between the ball and the key light, which stands up to the person's right.
  const PartId in_the_way = add(ball(12, {-45, 48, 62}), MaterialKind::teeth);
  view.items = {{skin}};
  renderer_.draw(view, {260, 260});
  const Image lit = renderer_.read_drawn();
  view.items = {{skin}, {in_the_way}};
  renderer_.draw(view, {260, 260});
  const Image shadowed = renderer_.read_drawn();
  int dark = 0, dots = 0;
  for (int y = 62; y < 110; ++y)
    for (int x = 68; x < 116; ++x) {
      const auto drop = [&](int at) { return *pixel(lit, at, y) - *pixel(shadowed, at, y); };
      dark += drop(x) > 25;
      dots += std::abs(drop(x - 1) - 2 * drop(x) + drop(x + 1)) > 14;
    }
  EXPECT_GT(dark, 200);
  EXPECT_LT(dots, 20);
}

TEST_F(RendererPicture, StillsAreTheSameAtEveryQualityOfTheWindow) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  const Image still = renderer_.capture(view, {120, 90});
  Quality coarse;
  coarse.samples = 1;
  coarse.shadow_samples = 4;
  coarse.resolution = 0.5f;
  renderer_.set_quality(coarse);
  renderer_.draw(view, {120, 90});
  EXPECT_NE(renderer_.read_drawn(), still);
  EXPECT_EQ(renderer_.capture(view, {120, 90}), still);
}

TEST_F(RendererPicture, AMovingPictureHasFewerTrianglesWhereTheyAreSmallAndAStillHasAll) {
  const Cage cage = make_cube();
  const Subdivision cube(cage, 4);
  std::vector<glm::vec3> points(cube.point_count()), normals;
  cube.refine(cage.positions_mm, points);
  for (const glm::vec3& point : points) normals.push_back(glm::normalize(point));
  const auto id = renderer_.add_part(cube.topology(), Material());
  renderer_.upload(id, points, normals);
  SceneView view = front_view(250);
  view.items = {{id}};
  const Image still = renderer_.capture(view, {300, 250});
  Quality quality = renderer_.quality();
  const auto drawn = [&](bool fewer) {
    quality.fewer_triangles = fewer;
    renderer_.set_quality(quality);
    renderer_.draw(view, {300, 250});
    return renderer_.read_drawn();
  };
  EXPECT_NE(drawn(true), drawn(false));
  EXPECT_EQ(renderer_.capture(view, {300, 250}), still);
  // From near by the corners of fewer triangles would be seen.
  view = front_view(40);
  view.items = {{id}};
  view.camera.target_mm.x = view.camera.eye_mm.x = 60;
  EXPECT_EQ(drawn(true), drawn(false));
  view = front_view(250);
  view.items = {{id}};
  renderer_.set_fine(id, std::vector<bool>(points.size(), true));
  EXPECT_EQ(drawn(true), drawn(false));
  EXPECT_THROW(renderer_.set_fine(id, std::vector<bool>(3)), std::invalid_argument);
}

TEST_F(RendererPicture, AnEvenMapLightsABallEvenlyAndTheBeautyLightIsAnother) {
  SceneView view = front_view(150);
  view.items = {{add(ball(kRadius), MaterialKind::skin)}};
  const auto sides = [&] {
    const Image image = renderer_.capture(view, {120, 90});
    return std::pair{int{*pixel(image, 60, 33)}, int{*pixel(image, 60, 57)}};
  };
  const auto clinical = sides();
  EXPECT_GT(clinical.first, clinical.second + 10);
  HdrImage map{64, 32, std::vector<glm::vec3>(64 * 32, glm::vec3(7.0f))};
  view.studio.environment = std::make_shared<const EnvironmentLight>(environment_light(map, "m"));
  const auto even = sides();
  EXPECT_NEAR(even.first, even.second, 8);
  EXPECT_GT(even.second, 60);
  for (glm::vec3& radiance : map.rgb) radiance *= 32.0f;
  view.studio.environment = std::make_shared<const EnvironmentLight>(environment_light(map, "m"));
  EXPECT_EQ(sides(), even);
  view.studio.environment = nullptr;
  view.studio.light = LightPreset::beauty;
  EXPECT_NE(sides(), clinical);
}

TEST_F(RendererPicture, WrongInputIsRefused) {
  const Shape shape = ball(kRadius);
  const PartId id = add(shape, MaterialKind::skin);
  const std::span<const glm::vec3> few(shape.positions_mm.data(), 3);
  EXPECT_THROW(renderer_.upload(id, few, shape.normals), std::invalid_argument);
  EXPECT_THROW(renderer_.upload(PartId{999}, shape.positions_mm, shape.normals), std::invalid_argument);
  Topology broken = shape.topology;
  std::vector<glm::uvec3> triangles(broken.triangles.begin(), broken.triangles.end());
  triangles[0].x = 1u << 30;
  broken.triangles = triangles;
  EXPECT_THROW(renderer_.add_part(broken, {}), std::invalid_argument);
  Material material;
  material.skin_tone = 7;
  EXPECT_THROW(renderer_.set_material(id, material), std::invalid_argument);
  const PartId cloth = add(shape, MaterialKind::fabric);
  EXPECT_THROW(renderer_.set_material(cloth, Material()), std::invalid_argument);
  EXPECT_THROW(renderer_.capture(front_view(100), {0, 10}), std::invalid_argument);
}

}  // namespace
}  // namespace render
