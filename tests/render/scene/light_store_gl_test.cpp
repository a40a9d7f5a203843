// What is kept of light between runs, and what is handed to the driver in pieces.
#include "render/scene/light_store.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>
#include <map>
#include <memory>
#include <vector>

#include "render/context/context.h"
#include "render/gl/device.h"
#include "render/scene/renderer.h"
#include "tests/render/scene/shapes.h"

namespace render {
namespace {

using testing_shapes::add;
using testing_shapes::ball;
using testing_shapes::front_view;

constexpr glm::ivec2 kSize{160, 120};

struct Memory : LightStore {
  void find(const std::string& name, const std::function<void(Values)>& take) const override {
    const auto found = kept.find(name);
    if (found != kept.end()) take(found->second);
  }
  void keep(const std::string& name, Values values) const override {
    kept[name] = {values.begin(), values.end()};
    ++keeps;
  }
  mutable std::map<std::string, std::vector<glm::vec4>> kept;
  mutable int keeps = 0;
};

class KeptLight : public testing::Test {
 protected:
  void SetUp() override {
    if (!gl::device_info().software) GTEST_SKIP() << "a graphics processor keeps no light";
  }
  void TearDown() override { EXPECT_NO_THROW(gl::check_errors("test")); }

  /// By a renderer of its own, as a new run of the program has one.
  static Image still_of(float radius_mm, const std::shared_ptr<const LightStore>& store,
                        MaterialKind kind = MaterialKind::skin) {
    Renderer renderer(FORESHOW_SHADERS);
    renderer.keep_light(store);
    SceneView view = front_view(220);
    view.items = {{add(renderer, ball(radius_mm), kind)}};
    view.studio.floor_y_mm = -50.0f;
    return renderer.capture(view, kSize);
  }

  std::unique_ptr<Context> context_ = make_offscreen_context();
  std::shared_ptr<Memory> store_ = std::make_shared<Memory>();
};

TEST_F(KeptLight, GivesTheNextRunTheSamePicture) {
  const Image without = still_of(50, nullptr);
  EXPECT_EQ(still_of(50, store_), without);
  EXPECT_EQ(store_->keeps, 1);
  EXPECT_EQ(still_of(50, store_), without);
  EXPECT_EQ(store_->keeps, 1);
}

TEST_F(KeptLight, IsWhatTheNextRunDrawsWith) {
  const Image lit = still_of(50, store_);
  ASSERT_EQ(store_->kept.size(), 1U);
  for (glm::vec4& value : store_->kept.begin()->second) value = glm::vec4(0);
  EXPECT_NE(still_of(50, store_), lit);
}

TEST_F(KeptLight, OfAnotherShapeOrMaterialIsNotTaken) {
  still_of(50, store_);
  EXPECT_EQ(still_of(50.01f, store_), still_of(50.01f, nullptr));
  EXPECT_EQ(store_->kept.size(), 2U);
  EXPECT_EQ(still_of(50, store_, MaterialKind::eye), still_of(50, nullptr, MaterialKind::eye));
  EXPECT_EQ(store_->kept.size(), 3U);
}

TEST_F(KeptLight, OfAWrongCountIsGatheredAgain) {
  const Image lit = still_of(50, store_);
  ASSERT_EQ(store_->kept.size(), 1U);
  store_->kept.begin()->second.pop_back();
  EXPECT_EQ(still_of(50, store_), lit);
  EXPECT_EQ(store_->keeps, 2);
}

TEST_F(KeptLight, IsThatOfTheFirstShapeAlone) {
  Renderer renderer(FORESHOW_SHADERS);
  renderer.keep_light(store_);
  SceneView view = front_view(220);
  view.items = {{add(renderer, ball(50))}};
  renderer.capture(view, kSize);
  const auto small = ball(40);
  renderer.upload(view.items[0].part, small.positions_mm, small.normals);
  const Image second = renderer.capture(view, kSize);
  EXPECT_EQ(store_->keeps, 1);

  Renderer fresh(FORESHOW_SHADERS);
  view.items = {{add(fresh, ball(50))}};
  fresh.upload(view.items[0].part, small.positions_mm, small.normals);
  EXPECT_EQ(fresh.capture(view, kSize), second);
}

/// Four pieces and a bit.
TEST(Pieces, OfALargePartAreAllDrawn) {
  const std::unique_ptr<Context> context = make_offscreen_context();
  Renderer renderer(FORESHOW_SHADERS);
  SceneView view = front_view(100);
  view.transparent_background = true;
  view.items = {{add(renderer, ball(50, glm::vec3(0), 130, 130))}};
  const Image image = renderer.capture(view, {200, 200});
  for (int y = 0; y < 200; ++y)
    for (int x = 0; x < 200; ++x) {
      const float from_middle = glm::length(glm::vec2(x, y) + 0.5f - 100.0f);
      if (from_middle > 97) continue;
      EXPECT_EQ(image.rgba[static_cast<std::size_t>(y * 200 + x) * 4 + 3], 255) << x << ' ' << y;
    }
}

}  // namespace
}  // namespace render
