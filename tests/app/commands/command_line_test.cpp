#include "app/commands/command_line.h"

#include <gtest/gtest.h>

#include <vector>

#include "app/base/error.h"

namespace app {
namespace {

Command parse(std::vector<const char*> words) {
  words.insert(words.begin(), "foreshow");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(CommandLine, NoArgumentsMeanTheWindow) {
  EXPECT_TRUE(std::get<WindowArguments>(parse({})).plan.empty());
}

TEST(CommandLine, CaptureOptionsArrive) {
  const auto capture =
      std::get<CaptureArguments>(parse({"capture", "p.json", "-o", "out", "--weeks", "0,8,26",
                                        "--views=back,left", "--transparent", "--effort", "0.5"}));
  EXPECT_EQ(capture.plan, "p.json");
  EXPECT_EQ(capture.folder, "out");
  EXPECT_EQ(capture.weeks, "0,8,26");
  EXPECT_EQ(capture.views, "back,left");
  EXPECT_TRUE(capture.transparent);
  EXPECT_EQ(capture.pose.effort, "0.5");
  EXPECT_EQ(capture.responder, "typical");
}

TEST(CommandLine, OtherCommandsArrive) {
  EXPECT_EQ(std::get<PredictArguments>(parse({"predict", "p.json", "--seed", "7"})).seed, "7");
  EXPECT_EQ(std::get<CheckArguments>(parse({"check", "p.json"})).plan, "p.json");
  const auto sheet = std::get<SheetArguments>(parse({"sheet", "p.json", "-o", "x.pdf", "--paper", "letter"}));
  EXPECT_EQ(sheet.paper, "letter");
  EXPECT_EQ(std::get<SheetArguments>(parse({"sheet", "p.json", "-o", "x.pdf"})).paper, "a4");
  EXPECT_EQ(std::get<ExportArguments>(parse({"export", "p.json", "--week", "3", "-o", "x.ply"})).week, "3");
  EXPECT_EQ(std::get<KioskArguments>(parse({"kiosk", "--config", "k.json"})).config, "k.json");
  EXPECT_FALSE(std::get<KioskArguments>(parse({"kiosk"})).prepare);
  EXPECT_TRUE(std::get<KioskArguments>(parse({"kiosk", "--prepare"})).prepare);
}

TEST(CommandLine, FaultsAreInputErrors) {
  EXPECT_THROW(parse({"--nonsense"}), InputError);
  EXPECT_THROW(parse({"predict"}), InputError);
  EXPECT_THROW(parse({"check", "a.json", "b.json"}), InputError);
  EXPECT_THROW(parse({"predct", "a.json"}), InputError);
}

}  // namespace
}  // namespace app
