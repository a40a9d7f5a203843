#include "app/window/widgets/imgui_hooks.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <map>
#include <string>

namespace {

struct Recorder : app::WidgetObserver {
  void placed(std::uint32_t id, const app::WidgetRect& rect) override { rects[id] = rect; }
  void labelled(std::uint32_t id, std::string_view label) override { ids[std::string(label)] = id; }
  std::map<std::uint32_t, app::WidgetRect> rects;
  std::map<std::string, std::uint32_t> ids;
};

// A window with one button and no graphics at all.
class HookedWindow : public testing::Test {
 protected:
  HookedWindow() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = ImVec2(400, 300);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  }
  ~HookedWindow() override { ImGui::DestroyContext(context_); }

  bool frame() {
    ImGui::GetIO().DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(20, 30));
    ImGui::Begin("Panel");
    const bool clicked = ImGui::Button("Apply", ImVec2(120, 40));
    ImGui::End();
    ImGui::Render();
    return clicked;
  }

  ImGuiContext* context_;
  Recorder seen_;
};

TEST_F(HookedWindow, FindsAButtonByItsLabelAndClicksIt) {
  app::observe_widgets(*context_, &seen_);
  frame();
  frame();
  ASSERT_TRUE(seen_.ids.count("Apply"));
  const app::WidgetRect rect = seen_.rects.at(seen_.ids.at("Apply"));
  EXPECT_FLOAT_EQ(rect.right - rect.left, 120);
  EXPECT_FLOAT_EQ(rect.bottom - rect.top, 40);

  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
  EXPECT_FALSE(frame());
  io.AddMouseButtonEvent(0, true);
  EXPECT_FALSE(frame());
  io.AddMouseButtonEvent(0, false);
  EXPECT_TRUE(frame());
}

TEST_F(HookedWindow, SeesNothingUnlessAsked) {
  frame();
  app::observe_widgets(*context_, &seen_);
  app::observe_widgets(*context_, nullptr);
  frame();
  EXPECT_TRUE(seen_.rects.empty());
  EXPECT_TRUE(seen_.ids.empty());
}

}  // namespace
