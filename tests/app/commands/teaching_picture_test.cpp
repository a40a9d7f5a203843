#include <gtest/gtest.h>

#include <algorithm>

#include "render/image/image.h"
#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

/// Side effects, single structures and fat as `capture` draws them.
namespace {

class TeachingPicture : public testing::Test {
 protected:
  render::Image take(const std::string& plan, std::vector<std::string> options) {
    return take_file(example_plan(plan), std::move(options));
  }
  render::Image take_file(const std::string& plan, std::vector<std::string> options) {
    const std::string name = "p" + std::to_string(++count_);
    std::vector<std::string> all = {"capture", plan,      "-o",     (scratch_ / "o").string(),
                                    "--size",  "480x360", "--name", name};
    all.insert(all.end(), options.begin(), options.end());
    const ProgramRun run = run_program(all);
    EXPECT_EQ(run.code, 0) << run.err;
    return render::read_png(scratch_ / ("o/" + name + ".png"));
  }

  Scratch scratch_;
  int count_ = 0;
};

/// Below the words at the top and above those at the bottom.
template <typename Differs>
int pixels(const render::Image& image, Differs differs) {
  int count = 0;
  for (int y = 90; y < 310; ++y)
    for (int x = 0; x < image.width; ++x) count += differs(4 * static_cast<std::size_t>(y * image.width + x));
  return count;
}

int differing(const render::Image& a, const render::Image& b) {
  return pixels(a, [&](std::size_t at) { return !std::equal(&a.rgba[at], &a.rgba[at] + 4, &b.rgba[at]); });
}

TEST_F(TeachingPicture, BumpsAndBruisesLieAtTheNeedlePointsAndNowhereElse) {
  const std::vector<std::string> plain = {"--weeks", "0", "--views", "back"};
  const auto with = [&](const std::string& state) {
    std::vector<std::string> options = plain;
    options.insert(options.end(), {"--state", state});
    return take("calf-standard", options);
  };
  EXPECT_EQ(differing(with("none"), take("calf-standard", plain)), 0);
  // Where a bruise is told of, the legs stand clear of its words: the same legs before their first session.
  std::string later = text_of(example_plan("calf-standard"));
  const std::string first = "\"week\": 0";
  ASSERT_NE(later.find(first), std::string::npos);
  later.replace(later.find(first), first.size(), "\"week\": 1");
  const std::string plan = scratch_.write("later.json", later).string();
  const render::Image before = take_file(plan, {"--weeks", "0", "--views", "back", "--state", "bruise"});
  const render::Image bumps = with("bumps"), bruise = with("bruise");
  const int changed = differing(before, bumps);
  EXPECT_GT(changed, 150);
  EXPECT_LT(changed, 6000);  // of 105600
  EXPECT_GT(differing(before, bruise), 60);
  EXPECT_LT(differing(before, bruise), 3000);
  // A dome is paler than the skin round it in places, a bruise nowhere.
  const auto paler = [&](const render::Image& now) {
    return pixels(now, [&](std::size_t at) { return now.rgba[at + 1] > before.rgba[at + 1] + 6; });
  };
  EXPECT_GT(paler(bumps), 20);
  EXPECT_EQ(paler(bruise), 0);
}

TEST_F(TeachingPicture, AStructureAloneAndAllTheOthersMakeTheWhole) {
  const auto take_layer = [&](std::vector<std::string> more) {
    more.insert(more.end(), {"--weeks", "0", "--views", "back", "--layer", "muscle"});
    return take("calf-untreated", more);
  };
  const render::Image all = take_layer({}), alone = take_layer({"--isolate", "gastrocnemius_medial"}),
                      without = take_layer({"--hide", "gastrocnemius_medial"});
  const auto red = [](const render::Image& image) {
    return pixels(image, [&](std::size_t at) { return image.rgba[at] > image.rgba[at + 2] + 40; });
  };
  EXPECT_GT(red(alone), 300);
  EXPECT_LT(red(alone), red(all) / 2);
  EXPECT_GT(differing(all, without), 300);
  EXPECT_GT(differing(all, alone), 1000);
}

TEST_F(TeachingPicture, FatIsAYellowSheetAsThickAsThePersonsCutOpenOverTheInnerHead) {
  const auto yellow = [](const render::Image& image) {
    return pixels(image, [&](std::size_t at) {
      return image.rgba[at] > image.rgba[at + 2] + 45 && image.rgba[at + 1] > image.rgba[at + 2] + 25;
    });
  };
  const std::vector<std::string> shared = {"--weeks", "0", "--views", "back", "--layer"};
  const auto take_layer = [&](const std::string& layer) {
    std::vector<std::string> options = shared;
    options.push_back(layer);
    return take("calf-untreated", options);
  };
  const render::Image fat = take_layer("fat"), xray = take_layer("xray");
  EXPECT_GT(yellow(fat), 2000);
  EXPECT_LT(yellow(xray), yellow(fat) / 10);
}

}  // namespace
