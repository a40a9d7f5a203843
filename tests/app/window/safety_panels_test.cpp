// What `check` knows stands above the plan; side effects are a page of their own, with a way to show each.
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "app/files/outcomes_file.h"
#include "tests/app/window/panel_harness.h"

namespace {

using namespace app;
using simulation::AdverseOutcome;
using simulation::Region;
using simulation::Side;

struct Desk : PanelHarness {
  explicit Desk(Region region = Region::calf)
      : PanelHarness(sample_session(Mode::consultant), ImVec2(1600, 1400), false) {
    data.known_outcomes = read_outcomes(std::string(FORESHOW_ASSETS_SOURCE) + "/clinical/outcomes.json");
    history.now.region = region;
    frame();
    frame();
  }
  void show_side_effects() {
    press("outcome.page/1");
    frame();
  }
  bool tells(const std::string& words) { return told().find(words) != std::string::npos; }
};

std::vector<Finding> three_findings() {
  return {{Severity::error, "sessions[1].injections[0].units", "the dose is above the ceiling", Harm::ceiling,
           Stamp::over_label},
          {Severity::warning, "sessions[0].week", "the gap is short", Harm::cumulative},
          {Severity::note, "sessions", "a note"}};
}

TEST(Findings, TheWorstStandsAboveThePlanAndTheOthersAreOnePressAway) {
  Desk desk;
  EXPECT_FALSE(desk.has("plan.finding/0"));
  const float product_before = desk.rect("plan.product").top;
  desk.data.findings = three_findings();
  desk.frame();
  desk.frame();
  EXPECT_TRUE(desk.tells("Over label limit"));
  EXPECT_TRUE(desk.tells("The dose is above the ceiling."));
  EXPECT_FALSE(desk.tells("The gap is short."));
  EXPECT_LT(desk.rect("plan.finding/0").bottom, desk.rect("plan.product").top);
  // What is pressed below does not move when findings come.
  EXPECT_EQ(desk.rect("plan.product").top, product_before);
  desk.press("plan.findings");
  EXPECT_TRUE(desk.tells("The gap is short."));
  EXPECT_TRUE(desk.tells("A note."));
  desk.press("plan.findings");
  EXPECT_FALSE(desk.tells("The gap is short."));
}

TEST(Findings, APressShowsTheSessionItIsAbout) {
  Desk desk;
  desk.data.findings = three_findings();
  desk.history.now.view().plan.sessions.push_back(desk.history.now.plan().sessions.front());
  desk.history.now.view().plan.sessions.back().week = 20;
  desk.frame();
  desk.frame();
  ASSERT_EQ(desk.history.now.session_shown, 0);
  desk.press("plan.finding/0");
  EXPECT_EQ(desk.history.now.session_shown, 1);
}

TEST(Findings, LeaveNoRowOfTheWindowUndrawn) {
  for (const float scale : {1.0f, 1.25f}) {
    PanelHarness desk(sample_session(Mode::consultant), ImVec2(1600, 997), false, scale);
    desk.data.findings = three_findings();
    for (int i = 0; i < 12; ++i) desk.data.findings.push_back(desk.data.findings.back());
    for (const bool open : {false, true}) {
      desk.history.now.findings_open = open;
      desk.frame();
      desk.frame();
      const auto top = [](const char* name) { return ImGui::FindWindowByName(name)->Pos.y; };
      const auto bottom = [&](const char* name) { return top(name) + ImGui::FindWindowByName(name)->Size.y; };
      EXPECT_EQ(bottom("findings"), top("plan")) << scale << open;
      EXPECT_EQ(bottom("plan"), top("timeline")) << scale << open;
    }
  }
}

TEST(SideEffects, TellBothFramesBesideTheUntreated) {
  Desk desk(Region::face);
  desk.show_side_effects();
  EXPECT_TRUE(desk.tells("Drooping upper lid"));
  EXPECT_TRUE(desk.tells("1 to 5 of 100"));
  EXPECT_TRUE(desk.tells("95 to 99 of 100 treated people did not have it."));
  EXPECT_TRUE(desk.tells("Untreated not measured"));
}

TEST(SideEffects, OfTheCalfCountTapeReadings) {
  Desk calf;
  calf.show_side_effects();
  EXPECT_TRUE(calf.tells("24 to 34 of 100 readings"));
  EXPECT_TRUE(calf.tells("Untreated 50 of 100 readings"));
  EXPECT_FALSE(calf.tells("Drooping upper lid"));
}

TEST(SideEffects, AreShownOnTheModelAndTakenOffAgain) {
  Desk desk(Region::face);
  desk.show_side_effects();
  desk.press("safety.show/eyelid_droop");
  EXPECT_EQ(desk.history.now.side_effect, AdverseOutcome::eyelid_droop);
  desk.press("safety.show/eyelid_droop");
  EXPECT_EQ(desk.history.now.side_effect, std::nullopt);
}

TEST(SideEffects, OfOneSideAloneAreASecondPlan) {
  Desk desk;
  desk.show_side_effects();
  desk.press("safety.show/asymmetry");
  const auto& beside = desk.history.now.view().beside;
  ASSERT_TRUE(beside);
  for (const auto& session : beside->sessions)
    for (const auto& injection : session.injections)
      EXPECT_EQ(std::get<simulation::MuscleTarget>(injection.target).side, Side::left);
  EXPECT_EQ(desk.history.now.compare, Join::beside);
  // A second plan is not taken away for another one.
  EXPECT_FALSE(desk.has("safety.show/no_visible_change"));
}

TEST(SideEffects, TheBoxedWarningIsOnePressAway) {
  Desk desk;
  desk.show_side_effects();
  desk.press("safety.boxed");
  EXPECT_TRUE(desk.tells("The effect can spread from where it was injected."));
}

}  // namespace
