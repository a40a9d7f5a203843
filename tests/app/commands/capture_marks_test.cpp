#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/files/json_field.h"
#include "render/image/image.h"
#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

namespace {

using testing::HasSubstr;

/// Small pictures: these tests ask what is drawn, not how well.
ProgramRun capture(const Scratch& scratch, const std::string& plan, const std::string& folder,
                   std::vector<std::string> options) {
  std::vector<std::string> arguments = {"capture", plan,     "-o", (scratch / folder).string(),
                                        "--size",  "320x240"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return run_program(arguments);
}

render::Image picture(const Scratch& scratch, const std::string& file) {
  return render::read_png(scratch / file);
}

/// Pixels that two pictures of one size show differently, in rows `from` to `to`.
int differing(const render::Image& a, const render::Image& b, int from, int to) {
  int count = 0;
  for (int y = from; y < to; ++y)
    for (int x = 0; x < a.width; ++x) {
      const std::size_t at = 4 * static_cast<std::size_t>(y * a.width + x);
      count += !std::equal(&a.rgba[at], &a.rgba[at] + 4, &b.rgba[at]);
    }
  return count;
}

TEST(Capture, TheTapeIsOnThePictureAndInItsSidecarWhenAskedFor) {
  Scratch scratch;
  const auto plan = example_plan("calf-standard");
  const auto shoot = [&](const std::string& name, std::vector<std::string> options) {
    options.insert(options.end(), {"--weeks", "12", "--size", "640x480", "--name", name});
    const ProgramRun run = run_program([&] {
      std::vector<std::string> all = {"capture", plan, "-o", (scratch / "o").string()};
      all.insert(all.end(), options.begin(), options.end());
      return all;
    }());
    ASSERT_EQ(run.code, 0) << run.err;
  };
  shoot("plain", {});
  shoot("ring", {"--tape", "0.7"});
  shoot("again", {});
  const auto plain = picture(scratch, "o/plain.png"), ring = picture(scratch, "o/ring.png");
  EXPECT_EQ(picture(scratch, "o/again.png"), plain);
  // Seven tenths of the way down: below the middle of the picture, above the feet.
  EXPECT_GT(differing(plain, ring, 260, 400), 400);
  EXPECT_EQ(differing(plain, ring, 0, 200), 0);
  EXPECT_EQ(differing(plain, ring, 410, 480), 0);
  // The tape is nearly white, which no skin is.
  const auto whites = [](const render::Image& image) {
    int count = 0;
    for (int y = 260; y < 400; ++y)
      for (int x = 250; x < 390; ++x) {
        const auto* p = &image.rgba[4 * static_cast<std::size_t>(y * image.width + x)];
        count += p[0] > 170 && p[1] > 170 && p[2] > 150;
      }
    return count;
  };
  EXPECT_GT(whites(ring), 60);
  EXPECT_LT(whites(plain), 25);  // a few where skin is glossy

  const app::JsonFile file = app::read_json(scratch / "o/ring.json", app::FileOwner::user);
  const app::Field tape = app::Field(file).at("tape");
  EXPECT_EQ(tape.at("knee_to_ankle").number(), 0.7);
  EXPECT_EQ(tape.at("place").text(), "given");
  EXPECT_GT(tape.at("left_cm").at("week_0").number(), 15.0);
  EXPECT_EQ(tape.at("repeat_error_cm").number(), 0.5);
  EXPECT_THAT(text_of(scratch / "o/plain.json"), testing::Not(HasSubstr("\"tape\"")));
}

TEST(Capture, ATapeOnAFaceIsRefused) {
  Scratch scratch;
  const ProgramRun run = capture(scratch, example_plan("face-glabella"), "o", {"--tape", "largest"});
  EXPECT_EQ(run.code, 2);
  EXPECT_TRUE(is_one_clear_line(run.err)) << run.err;
  EXPECT_THAT(run.err, HasSubstr("--tape"));
}

TEST(Capture, NeedlePointsAreOnThePictureAndInItsSidecarWhenAskedFor) {
  Scratch scratch;
  const auto plan = example_plan("calf-standard");
  const auto shoot = [&](const std::string& name, std::vector<std::string> options) {
    std::vector<std::string> all = {"capture", plan, "-o",     (scratch / "o").string(),
                                    "--weeks", "12", "--size", "640x480",
                                    "--name",  name};
    all.insert(all.end(), options.begin(), options.end());
    const ProgramRun run = run_program(all);
    ASSERT_EQ(run.code, 0) << run.err;
  };
  shoot("plain", {});
  shoot("points", {"--points"});
  shoot("front-points", {"--points", "--views", "front"});
  const auto plain = picture(scratch, "o/plain.png"), points = picture(scratch, "o/points.png");
  // Over the calves, and the key at the top.
  EXPECT_GT(differing(plain, points, 100, 300), 800);
  EXPECT_GT(differing(plain, points, 0, 40), 200);
  // Skin is never bluer than red; the marks are.
  const auto blues = [](const render::Image& image) {
    int count = 0;
    for (int y = 60; y < 300; ++y)
      for (int x = 200; x < 440; ++x) {
        const auto* p = &image.rgba[4 * static_cast<std::size_t>(y * image.width + x)];
        count += p[2] > p[0] + 20;
      }
    return count;
  };
  EXPECT_EQ(blues(plain), 0);
  EXPECT_GT(blues(points), 40);
  // All are behind: from the front the legs hide them.
  EXPECT_LT(blues(picture(scratch, "o/front-points.png")), 10);

  const app::JsonFile file = app::read_json(scratch / "o/points.json", app::FileOwner::user);
  const app::Field listed = app::Field(file).at("injection_points");
  EXPECT_EQ(listed.at("session").number(), 0.0);
  EXPECT_EQ(listed.at("unplaced_units").number(), 0.0);
  EXPECT_THAT(text_of(scratch / "o/points.json"), HasSubstr("possible_spread_mm"));
  EXPECT_THAT(text_of(scratch / "o/plain.json"), testing::Not(HasSubstr("injection_points")));
}

}  // namespace
