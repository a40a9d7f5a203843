#include <gtest/gtest.h>

#include "app/window/dropped.h"
#include "tests/app/scratch.h"
#include "tests/app/window/panel_harness.h"

namespace app {
namespace {

TEST(LightPanel, TheLookMenuChangesTheLightAndUndoBringsItBack) {
  PanelHarness desk(sample_session(Mode::consultant), ImVec2(1440, 900), false);
  desk.data = sample_data();
  desk.frame();
  desk.frame();
  desk.press("top.look");
  desk.frame();
  desk.frame();
  ASSERT_TRUE(desk.has("look.light/1"));
  desk.press("look.light/1");
  EXPECT_EQ(desk.history.now.light.preset, render::LightPreset::beauty);
  desk.history = apply(std::move(desk.history), action::Undo{});
  EXPECT_EQ(desk.history.now.light.preset, render::LightPreset::clinical);
}

/// A grey map of all directions, or one that breaks off.
std::string hdr(bool whole = true) {
  std::string text = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 4 +X 8\n";
  for (int i = 0; i < (whole ? 32 : 7); ++i) text += "\x40\x40\x40\x80";
  return text;
}

/// A desk on which files are dropped as the window reports it.
struct DropDesk : PanelHarness {
  DropDesk() : PanelHarness(sample_session(Mode::consultant), ImVec2(1440, 900), false) {
    data = sample_data();
  }
  /// False when nothing was dropped.
  bool drop(std::vector<std::string> paths) {
    std::vector<render::WindowEvent> events(3);
    events[1].kind = render::WindowEventKind::drop;
    events[1].paths = std::move(paths);
    const auto what = dropped(events, texts_);
    if (!what) return false;
    EXPECT_NE(what->action.has_value(), !what->problem.empty());
    if (what->action) history = apply(std::move(history), *what->action);
    data.drop_problem = what->problem;
    frame();
    return true;
  }
  Texts texts_ = read_texts(FORESHOW_ASSETS_SOURCE "/texts/en.json");
  Scratch scratch;
};

TEST(LightDrop, AMapLightsTheModelAndTheLookMenuLeadsBack) {
  DropDesk desk;
  ASSERT_TRUE(desk.drop({desk.scratch.write("my room.HDR", hdr()).string()}));
  EXPECT_TRUE(desk.history.now.light.environment);
  EXPECT_EQ(light_line(desk.history.now.light, desk.texts_), "Light from my room.HDR");
  EXPECT_EQ(desk.data.drop_problem, "");
  desk.frame();
  desk.press("top.look");
  desk.frame();
  desk.frame();
  desk.press("look.light/0");
  EXPECT_EQ(desk.history.now.light, Light{});
  desk.history = apply(std::move(desk.history), action::Undo{});
  EXPECT_EQ(desk.history.now.light.file, "my room.HDR");
}

TEST(LightDrop, ABadFileIsToldInOneSentenceAndChangesNothing) {
  DropDesk desk;
  const Session before = desk.history.now;
  const auto told = [&](std::vector<std::string> paths) {
    EXPECT_TRUE(desk.drop(std::move(paths)));
    EXPECT_EQ(desk.history.now.light, before.light);
    EXPECT_EQ(desk.data.drop_problem.find(desk.scratch.folder().string()), std::string::npos);
    return desk.data.drop_problem;
  };
  EXPECT_EQ(told({desk.scratch.write("cut.hdr", hdr(false)).string()}),
            "cut.hdr: ends before its last row, expected a Radiance .hdr picture (RGBE). The light stays as "
            "it was.");
  EXPECT_EQ(told({desk.scratch.write("text.hdr", "hello\n").string()}).substr(0, 9), "text.hdr:");
  EXPECT_EQ(told({(desk.scratch / "gone.hdr").string()}).substr(0, 17), "gone.hdr: missing");
  EXPECT_EQ(told({desk.scratch.write("notes.txt", "hello").string()}),
            "notes.txt is no plan, case, saved picture or light map (.hdr).");
  const std::string room = desk.scratch.write("room.hdr", hdr()).string();
  EXPECT_EQ(told({room, room}), "Drop one file at a time.");
}

TEST(LightDrop, ItsContentTellsWhatAFileIs) {
  DropDesk desk;
  ASSERT_TRUE(desk.drop({desk.scratch.write("a map", hdr()).string()}));
  EXPECT_EQ(desk.history.now.light.file, "a map");
  const Texts texts = read_texts(FORESHOW_ASSETS_SOURCE "/texts/en.json");
  const auto asked = [&](const std::string& name, const std::string& content) {
    std::vector<render::WindowEvent> events(1);
    events[0].kind = render::WindowEventKind::drop;
    events[0].paths = {desk.scratch.write(name, content).string()};
    const auto what = dropped(events, texts);
    const auto* open = what->action ? std::get_if<action::AskCase>(&*what->action) : nullptr;
    return open && open->step == action::CaseStep::open && open->text == events[0].paths[0];
  };
  EXPECT_TRUE(asked("plan.hdr", R"({ "foreshow_plan": 1, "region": "calf" })"));
  EXPECT_TRUE(asked("case.txt", R"({ "foreshow_case": 1 })"));
  EXPECT_TRUE(asked("picture", "\x89PNG\r\n\x1a\n"));
  EXPECT_TRUE(asked("broken.json", "{")) << "opening it tells what is wrong";
  EXPECT_FALSE(asked("other", "{ \"a\": 1 }"));
}

TEST(LightDrop, OnlyADropIsOne) {
  const Texts texts = read_texts(FORESHOW_ASSETS_SOURCE "/texts/en.json");
  std::vector<render::WindowEvent> events(2);
  events[0].kind = render::WindowEventKind::pointer_move;
  EXPECT_FALSE(dropped(events, texts));
  EXPECT_FALSE(goes_on(events));
  events[1].kind = render::WindowEventKind::key_down;
  EXPECT_TRUE(goes_on(events));
}

TEST(LightPanel, AKioskKeepsTheClinicalLight) {
  const Session kiosk = apply(sample_session(Mode::kiosk), action::SetLight{render::LightPreset::beauty});
  EXPECT_EQ(kiosk.light, Light{});
  Light map;
  map.environment = std::make_shared<const render::EnvironmentLight>();
  EXPECT_EQ(apply(sample_session(Mode::kiosk), action::SetLightMap{map}).light, Light{});
}

}  // namespace
}  // namespace app
