#include "render/context/interface_damage.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>

namespace render {
namespace {

/// A Dear ImGui context without window or driver.
class InterfaceDamageTest : public testing::Test {
 protected:
  InterfaceDamageTest() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = ImVec2(640, 480);
    io.DeltaTime = 0.01f;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  }
  ~InterfaceDamageTest() override { ImGui::DestroyContext(context_); }

  std::vector<PixelRect> changed(const std::function<void(ImDrawList&)>& paint,
                                 std::vector<PixelRect> fresh = {}) {
    ImGui::NewFrame();
    paint(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    return damage_.changed(*ImGui::GetDrawData(), fresh);
  }

  static bool covers(const std::vector<PixelRect>& rects, glm::ivec2 pixel) {
    for (const PixelRect& rect : rects)
      if (!shared_rect(rect, {pixel, pixel + 1}).empty()) return true;
    return false;
  }

  ImGuiContext* context_;
  InterfaceDamage damage_;
};

void box(ImDrawList& list, float x, float y, ImU32 colour = IM_COL32_WHITE) {
  list.AddRectFilled({x, y}, {x + 10, y + 10}, colour);
}

const std::vector<PixelRect> kWhole{{{0, 0}, {640, 480}}};

TEST_F(InterfaceDamageTest, TheFirstPictureAndOneOfAnotherSizeAreNewAllOver) {
  const auto paint = [](ImDrawList& list) { box(list, 100, 100); };
  EXPECT_EQ(changed(paint), kWhole);
  EXPECT_TRUE(changed(paint).empty());
  damage_.forget();
  EXPECT_EQ(changed(paint), kWhole);
  ImGui::GetIO().DisplaySize = ImVec2(320, 480);
  EXPECT_EQ(changed(paint), std::vector<PixelRect>({{{0, 0}, {320, 480}}}));
}

TEST_F(InterfaceDamageTest, WhatMovesIsNewWhereItWasAndWhereItIs) {
  changed([](ImDrawList& list) { box(list, 100, 100), box(list, 300, 300); });
  const auto rects = changed([](ImDrawList& list) { box(list, 500, 100), box(list, 300, 300); });
  EXPECT_TRUE(covers(rects, {105, 105}));
  EXPECT_TRUE(covers(rects, {505, 105}));
  EXPECT_FALSE(covers(rects, {305, 305}));
}

TEST_F(InterfaceDamageTest, AnotherColourIsNew) {
  changed([](ImDrawList& list) { box(list, 100, 100); });
  EXPECT_TRUE(covers(changed([](ImDrawList& list) { box(list, 100, 100, IM_COL32_BLACK); }), {105, 105}));
}

TEST_F(InterfaceDamageTest, WhatComesAndGoesLeavesTheRestAlone) {
  const auto three = [](ImDrawList& list) { box(list, 20, 20), box(list, 300, 300), box(list, 600, 20); };
  const auto two = [](ImDrawList& list) { box(list, 20, 20), box(list, 600, 20); };
  changed(three);
  for (const auto& paint : {std::function<void(ImDrawList&)>(two), std::function<void(ImDrawList&)>(three)}) {
    const auto rects = changed(paint);
    EXPECT_TRUE(covers(rects, {305, 305}));
    EXPECT_FALSE(covers(rects, {25, 25}));
    EXPECT_FALSE(covers(rects, {605, 25}));
  }
}

// What is drawn later lies on top.
TEST_F(InterfaceDamageTest, AnotherOrderIsNew) {
  changed([](ImDrawList& list) { box(list, 100, 100), box(list, 105, 105, IM_COL32_BLACK); });
  EXPECT_TRUE(
      covers(changed([](ImDrawList& list) { box(list, 105, 105, IM_COL32_BLACK), box(list, 100, 100); }),
             {107, 107}));
}

TEST_F(InterfaceDamageTest, WhatIsClippedAwayCountsForNothing) {
  const auto at = [](float x) {
    return [x](ImDrawList& list) {
      list.PushClipRect({0, 0}, {90, 90});
      box(list, x, 200);
      list.PopClipRect();
    };
  };
  changed(at(100));
  EXPECT_TRUE(changed(at(500)).empty());
}

TEST_F(InterfaceDamageTest, WhatLiesBelowIsNewWhereItIsSaidToBe) {
  const auto paint = [](ImDrawList& list) { box(list, 100, 100); };
  changed(paint);
  const auto rects = changed(paint, {{{-10, 200}, {33, 1000}}});
  EXPECT_TRUE(covers(rects, {0, 200}));
  EXPECT_TRUE(covers(rects, {32, 479}));
  EXPECT_FALSE(covers(rects, {105, 105}));
  for (const PixelRect& rect : rects) EXPECT_EQ(shared_rect(rect, kWhole.front()), rect);
}

TEST_F(InterfaceDamageTest, RectanglesShareNoPixel) {
  changed([](ImDrawList&) {});
  const auto rects = changed([](ImDrawList& list) {
    for (int i = 0; i < 40; ++i)
      box(list, static_cast<float>(i * 83 % 600), static_cast<float>(i * 59 % 460));
  });
  ASSERT_GT(rects.size(), 1u);
  for (std::size_t i = 0; i < rects.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_TRUE(shared_rect(rects[i], rects[j]).empty());
}

// As the OpenGL backend of Dear ImGui turns them into a scissor, by cutting off.
TEST(ClippedPixels, AreThoseOfTheBackend) {
  EXPECT_EQ(clipped_pixels(10, 20, 30, 50, 100), (PixelRect{{10, 20}, {30, 50}}));
  EXPECT_EQ(clipped_pixels(10.6f, 20.4f, 20.4f, 50.5f, 100), (PixelRect{{10, 21}, {19, 51}}));
}

}  // namespace
}  // namespace render
