#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/files/json_field.h"
#include "render/image/image.h"
#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

namespace {

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

/// Share of the height at the top of a picture without a caption that the line of the range takes.
constexpr double kRangeRows = 0.085;

TEST(Capture, WritesNamedPicturesWithSidecarsAndIsTheSameTwice) {
  Scratch scratch;
  for (const std::string folder : {"a", "b"}) {
    const ProgramRun run =
        capture(scratch, example_plan("calf-standard"), folder, {"--weeks", "0,12,39", "--views", "back"});
    ASSERT_EQ(run.code, 0) << run.err;
  }
  for (const std::string week : {"00", "12", "39"}) {
    for (const std::string extension : {".png", ".json"}) {
      const std::string file = "/calf_back_w" + week + "_typical" + extension;
      EXPECT_FALSE(text_of(scratch / ("a" + file)).empty());
      EXPECT_EQ(text_of(scratch / ("a" + file)), text_of(scratch / ("b" + file))) << file;
    }
  }
  EXPECT_EQ(scratch.file_count(), 2u + 12u);
}

TEST(Capture, APictureOfAKeptBodyIsThatOfOneMadeAnew) {
  Scratch scratch;
  const std::string cache = (scratch / "cache").string();
  const auto take = [&](const std::string& folder, const std::string& layer) {
    return run_program(
        {"capture", example_plan("face-filler"), "-o", (scratch / folder).string(), "--size", "320x240",
         "--views", "front", "--weeks", "6", "--expression", "smile", "--layer", layer},
        {{"FORESHOW_CACHE", cache}});
  };
  for (const std::string layer : {"skin", "xray"}) {
    std::filesystem::remove_all(cache);
    ASSERT_EQ(take("cold", layer).code, 0);
    std::size_t bodies = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cache))
      bodies += entry.path().extension() == ".body" ? 1 : 0;
    EXPECT_EQ(bodies, 1U);
    ASSERT_EQ(take("warm", layer).code, 0);
    for (const auto& entry : std::filesystem::directory_iterator(scratch / "cold"))
      EXPECT_EQ(text_of(entry.path()), text_of((scratch / "warm") / entry.path().filename())) << entry.path();
  }
}

TEST(Capture, WeekZeroIsTheUntreatedPictureAndWeekTwelveIsNot) {
  Scratch scratch;
  ASSERT_EQ(capture(scratch, example_plan("calf-standard"), "treated",
                    {"--weeks", "0,12", "--responder", "high", "--caption"})
                .code,
            0);
  std::string text = text_of(example_plan("calf-standard"));
  const auto plan =
      scratch.write("untreated.json", text.substr(0, text.find("\"sessions\"")) + "\"sessions\": [] }");
  const ProgramRun run = capture(scratch, plan.string(), "untreated", {"--weeks", "0,12", "--caption"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto untreated = picture(scratch, "untreated/calf_back_w00_typical.png");
  EXPECT_EQ(picture(scratch, "treated/calf_back_w00_high.png"), untreated);
  EXPECT_EQ(picture(scratch, "untreated/calf_back_w12_typical.png"), untreated);
  EXPECT_NE(picture(scratch, "treated/calf_back_w12_high.png"), untreated);
}

TEST(Capture, TreatedCalfChangesNoPixelOfThighAnkleFootOrFloor) {
  Scratch scratch;
  const ProgramRun run = capture(scratch, example_plan("calf-standard"), "calf",
                                 {"--weeks", "0,12", "--responder", "high", "--views", "back"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto before = picture(scratch, "calf/calf_back_w00_high.png");
  const auto after = picture(scratch, "calf/calf_back_w12_high.png");
  // In this view the calves lie between 14 and 76 % of the height: popliteal fossa to above the ankle.
  int changed_inside = 0;
  for (int y = 0; y < before.height; ++y)
    for (int x = 0; x < before.width; ++x) {
      const auto at = static_cast<std::size_t>(4 * (y * before.width + x));
      const bool same = std::equal(before.rgba.begin() + static_cast<std::ptrdiff_t>(at),
                                   before.rgba.begin() + static_cast<std::ptrdiff_t>(at + 4),
                                   after.rgba.begin() + static_cast<std::ptrdiff_t>(at));
      const double height = double(y) / before.height;
      // The range of people stands in the treated picture alone, over the fading thigh.
      if (height < kRangeRows) continue;
      if (height < 0.14 || height > 0.76) {
        ASSERT_TRUE(same) << "pixel " << x << ", " << y;
      } else if (!same) {
        ++changed_inside;
      }
    }
  EXPECT_GT(changed_inside, 100);
}

TEST(Capture, FrownSoftensInTheUpperFaceOnly) {
  Scratch scratch;
  const ProgramRun run =
      capture(scratch, example_plan("face-glabella"), "face",
              {"--weeks", "0,6", "--expression", "frown", "--effort", "1", "--name", "{week}"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto before = picture(scratch, "face/0.png");
  const auto after = picture(scratch, "face/6.png");
  int upper = 0;
  int lower = 0;
  for (int y = 0; y < before.height; ++y) {
    for (int x = 100; x < 220; ++x) {  // the face itself, clear of captions
      const std::size_t at = 4 * static_cast<std::size_t>(y * before.width + x);
      int largest = 0;
      for (std::size_t c = 0; c < 3; ++c)
        largest = std::max(largest, std::abs(before.rgba[at + c] - after.rgba[at + c]));
      // Light bounces softly over the face, so small changes may reach further down.
      if (largest > 12 && y > kRangeRows * before.height) ++(y < 130 ? upper : lower);
    }
  }
  EXPECT_GT(upper, 50);
  EXPECT_LT(lower, upper / 10);
}

TEST(Capture, TheLabelIsOnEveryPicture) {
  Scratch scratch;
  ASSERT_EQ(capture(scratch, example_plan("calf-standard"), "o",
                    {"--weeks", "0", "--transparent", "--name", "clear"})
                .code,
            0);
  const auto clear = picture(scratch, "o/clear.png");
  // On a transparent picture the plate is the only opaque thing at the lower edge.
  int opaque = 0;
  int dark = 0;
  for (int y = clear.height * 85 / 100; y < clear.height; ++y) {
    for (int x = 0; x < clear.width; ++x) {
      const auto* pixel = &clear.rgba[4 * static_cast<std::size_t>(y * clear.width + x)];
      opaque += pixel[3] > 200;
      dark += pixel[3] > 200 && pixel[0] < 128;
    }
  }
  EXPECT_GT(opaque, 1000);
  EXPECT_GT(dark, 100);
  EXPECT_EQ(clear.rgba[3], 0);
}

TEST(Capture, TheRangeOfPeopleIsOnEveryTreatedPictureAndOnNoOther) {
  Scratch scratch;
  const auto plan = example_plan("calf-standard");
  const auto plate = [&](const std::string& week, std::vector<std::string> options) {
    options.insert(options.end(), {"--weeks", week, "--name", "p"});
    const ProgramRun run = capture(scratch, plan, "o", options);
    EXPECT_EQ(run.code, 0) << run.err;
    const auto image = picture(scratch, "o/p.png");
    int light = 0;
    for (int y = 2; y < kRangeRows * image.height; ++y)
      for (int x = 60; x < 260; ++x) {
        const auto* p = &image.rgba[4 * static_cast<std::size_t>(y * image.width + x)];
        light += p[0] > 225 && p[1] > 225 && p[2] > 225;
      }
    return light;
  };
  EXPECT_EQ(plate("0", {}), 0);
  for (const char* layer : {"skin", "muscle", "xray", "heat"})
    EXPECT_GT(plate("12", {"--layer", layer}), 1000) << layer;
  EXPECT_GT(plate("12", {"--responder", "low", "--transparent"}), 1000);
}

TEST(Capture, ReferenceDecidesTheExitCode) {
  Scratch scratch;
  const auto plan = example_plan("calf-standard");
  ASSERT_EQ(capture(scratch, plan, "a", {"--weeks", "0,12", "--responder", "high", "--name", "{week}"}).code,
            0);
  const std::string reference = (scratch / "a/0.png").string();
  EXPECT_EQ(capture(scratch, plan, "b", {"--weeks", "0", "--reference", reference}).code, 0);
  const ProgramRun run =
      capture(scratch, plan, "b",
              {"--weeks", "12", "--responder", "high", "--reference", reference, "--max-difference", "8"});
  EXPECT_EQ(run.code, 5);
  EXPECT_TRUE(is_one_clear_line(run.err)) << run.err;
  const ProgramRun missing =
      capture(scratch, plan, "c", {"--weeks", "0", "--reference", (scratch / "no.png").string()});
  EXPECT_EQ(missing.code, 2);
  EXPECT_FALSE(std::filesystem::exists(scratch / "c"));
}

TEST(Capture, WritesOverNothingThatItReads) {
  Scratch scratch;
  const std::filesystem::path plan = scratch / "mine.json";
  std::filesystem::copy_file(example_plan("calf-standard"), plan);
  const auto size = std::filesystem::file_size(plan);
  const std::vector<std::vector<std::string>> attempts = {
      {"capture", plan.string(), "-o", (scratch / "").string(), "--weeks", "0", "--name", "mine"},
      {"predict", plan.string(), "-o", plan.string()}};
  for (const auto& attempt : attempts) {
    const ProgramRun run = run_program(attempt);
    EXPECT_EQ(run.code, 2) << attempt.front();
    EXPECT_TRUE(is_one_clear_line(run.err)) << run.err;
    EXPECT_THAT(run.err, testing::HasSubstr("mine.json"));
    EXPECT_EQ(std::filesystem::file_size(plan), size) << attempt.front();
  }
  EXPECT_FALSE(std::filesystem::exists(scratch / "mine.png"));
}

TEST(Capture, ComparisonShowsTheBaselineOnItsSide) {
  Scratch scratch;
  const auto plan = example_plan("calf-standard");
  ASSERT_EQ(capture(scratch, plan, "o", {"--weeks", "0", "--compare", "wipe", "--name", "base"}).code, 0);
  ASSERT_EQ(capture(scratch, plan, "o",
                    {"--weeks", "12", "--responder", "high", "--compare", "wipe", "--name", "wipe"})
                .code,
            0);
  const auto base = picture(scratch, "o/base.png");
  const auto wipe = picture(scratch, "o/wipe.png");
  const auto white = [&](int x) {
    for (int y = 60; y < 70; ++y)
      if (wipe.rgba[4 * static_cast<std::size_t>(y * 320 + x) + 1] < 250) return false;
    return true;
  };
  int divider = 0;  // stands on the shape, not always in the middle
  while (divider < 320 && !white(divider)) ++divider;
  ASSERT_LT(divider, 320);
  int left = 0;
  int right = 0;
  for (int y = 45; y < 180; ++y) {  // between the words
    for (int x = 0; x < 320; ++x) {
      const std::size_t at = 4 * static_cast<std::size_t>(y * 320 + x);
      const bool same = std::equal(&base.rgba[at], &base.rgba[at] + 4, &wipe.rgba[at]);
      if (!same) ++(x < divider ? left : right);
    }
  }
  EXPECT_EQ(left, 0);
  EXPECT_GT(right, 50);
}

TEST(Capture, APlanThatLeavesWhatIsKnownIsStampedAndSaidSo) {
  Scratch scratch;
  const auto plan = [&](const std::string& name, const std::string& units) {
    std::ofstream(scratch / name) << R"({"foreshow_plan": 1, "region": "calf", "sessions": [{"week": 0,
      "product": "onabotulinumtoxinA", "injections": [{"muscle": "gastrocnemius_medial", "side": "both",
      "units": )" << units << "}]}]}";
    return (scratch / name).string();
  };
  const auto stamp_of = [&](const std::string& name, const std::string& units, const std::string& words) {
    const ProgramRun run =
        run_program({"capture", plan(name + ".json", units), "-o", (scratch / name).string(), "--size",
                     "480x360", "--weeks", "4", "--compare", "side", "--name", "p"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.err.empty(), words.empty()) << run.err;
    EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
    const app::JsonFile file = app::read_json(scratch / (name + "/p.json"), app::FileOwner::user);
    const auto stamp = app::Field(file).find("stamp");
    return stamp ? stamp->text(100) : std::string();
  };
  EXPECT_EQ(stamp_of("usual", "50", ""), "");
  EXPECT_EQ(stamp_of("much", "120", "Outside published data"), "Outside published data");
  EXPECT_EQ(stamp_of("most", "700", "Over label limit"), "Over label limit");
  // Amber, which no studio and no skin has, over the label.
  const auto amber = [&](const std::string& name) {
    const render::Image image = picture(scratch, name + "/p.png");
    int count = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
      count += image.rgba[i] > 240 && image.rgba[i + 1] > 170 && image.rgba[i + 2] < 110 ? 1 : 0;
    return count;
  };
  EXPECT_EQ(amber("usual"), 0);
  EXPECT_GT(amber("much"), 200);
  const ProgramRun predicted = run_program({"predict", plan("again.json", "700"), "--people", "20"});
  EXPECT_NE(predicted.err.find("Over label limit"), std::string::npos) << predicted.err;
}

TEST(Capture, TheDividerOfAWipeStandsOnTheShapeOrWhereItIsPut) {
  Scratch scratch;
  const auto plan = example_plan("calf-standard");
  const auto place = [&](const std::string& name, std::vector<std::string> more) {
    more.insert(more.begin(), {"--weeks", "12", "--compare", "wipe", "--name", name});
    EXPECT_EQ(capture(scratch, plan, "o", more).code, 0);
    const app::JsonFile file = app::read_json(scratch / ("o/" + name + ".json"), app::FileOwner::user);
    return app::Field(file).at("wipe").number();
  };
  EXPECT_GT(place("shape", {}), 0.52);  // the leg on the right, not the gap between them
  EXPECT_EQ(place("put", {"--wipe", "0.25"}), 0.25);
  EXPECT_EQ(capture(scratch, plan, "o", {"--weeks", "12", "--wipe", "0.5"}).code, 2);
  EXPECT_EQ(capture(scratch, plan, "o", {"--weeks", "12", "--compare", "wipe", "--wipe", "2"}).code, 2);
}

TEST(Capture, APictureOfSixteenBitsIsTheSamePictureInFinerSteps) {
  Scratch scratch;
  const std::vector<std::string> options{"--weeks", "4", "--compare", "wipe"};
  ASSERT_EQ(capture(scratch, example_plan("face-full"), "bytes", options).code, 0);
  std::vector<std::string> fine = options;
  fine.insert(fine.end(), {"--bits", "16"});
  ASSERT_EQ(capture(scratch, example_plan("face-full"), "fine", fine).code, 0);
  const std::string file = "/face_front_w04_typical";
  const std::string png = text_of(scratch / ("fine" + file + ".png"));
  ASSERT_GT(png.size(), 100u);
  EXPECT_EQ(png[24], 16);  // of its header
  EXPECT_NE(png.find("sRGB"), std::string::npos);
  EXPECT_NE(png.find("pHYs"), std::string::npos);
  // Letters and divider too: a reader of bytes finds the picture of 8 bits.
  const auto apart =
      render::difference(picture(scratch, "fine" + file + ".png"), picture(scratch, "bytes" + file + ".png"));
  EXPECT_TRUE(apart.same_size);
  EXPECT_LE(apart.max, 1);
  EXPECT_NE(text_of(scratch / ("fine" + file + ".json")).find("\"bits\": 16"), std::string::npos);
  EXPECT_EQ(text_of(scratch / ("bytes" + file + ".json")).find("\"bits\""), std::string::npos);
}

TEST(Capture, SidecarTellsWhereThePictureComesFrom) {
  Scratch scratch;
  ASSERT_EQ(capture(scratch, example_plan("face-glabella"), "o",
                    {"--weeks", "6", "--expression", "raise", "--effort", "0.5", "--views", "quarter-left"})
                .code,
            0);
  const app::JsonFile file =
      app::read_json(scratch / "o/face_quarter-left_w06_typical.json", app::FileOwner::user);
  const app::Field root(file);
  EXPECT_EQ(root.at("week").number(), 6);
  EXPECT_EQ(root.at("view").text(), "quarter-left");
  EXPECT_EQ(root.at("expression").text(), "raise");
  EXPECT_EQ(root.at("effort").number(), 0.5);
  EXPECT_EQ(root.at("size").at("width").integer(), 320);
  EXPECT_EQ(root.at("mesh_sha256").text().size(), 64u);
  EXPECT_EQ(root.at("model_sha256").text().size(), 64u);
  EXPECT_EQ(root.at("studio_sha256").text().size(), 64u);
  EXPECT_EQ(root.at("plan").at("region").text(), "face");
  EXPECT_FALSE(root.at("renderer").text().empty());
}

TEST(Capture, StoryKeepsItsCoveredRowsClear) {
  Scratch scratch;
  const ProgramRun run =
      run_program({"capture", example_plan("face-glabella"), "-o", (scratch / "o").string(), "--weeks", "0",
                   "--preset", "story", "--transparent", "--name", "story"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto story = picture(scratch, "o/story.png");
  ASSERT_EQ(story.width, 1080);
  ASSERT_EQ(story.height, 1920);
  for (int y = 0; y < 250; ++y)
    for (int x = 0; x < story.width; ++x)
      ASSERT_EQ(story.rgba[4 * static_cast<std::size_t>(y * story.width + x) + 3], 0) << x << ", " << y;
}

TEST(Capture, TwoPlansBesideEachOtherAreThePicturesOfEach) {
  Scratch scratch;
  const std::string standard = example_plan("calf-years-standard"),
                    gentle = example_plan("calf-years-rebalanced");
  const auto halves = [&](const std::string& first, const std::string& second, const std::string& folder) {
    const ProgramRun run = run_program({"capture", first, "--beside", second, "-o",
                                        (scratch / folder).string(), "--size", "640x480", "--weeks", "150"});
    EXPECT_EQ(run.code, 0) << run.err;
    return picture(scratch, folder + "/calf_back_w150_typical.png");
  };
  const render::Image ab = halves(standard, gentle, "ab"), ba = halves(gentle, standard, "ba");
  const render::Image same = halves(standard, standard, "same");
  EXPECT_NE(ab, ba);
  // Below the captions the left half of one is the right half of the other, but for the divider between
  // them; labels lie further down.
  const auto rows = [](const render::Image& image, int from_x) {
    std::vector<std::uint8_t> bytes;
    for (int y = 120; y < 400; ++y) {
      const auto start = image.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(y) * image.width + from_x + 4);
      bytes.insert(bytes.end(), start, start + 4 * 312);
    }
    return bytes;
  };
  EXPECT_EQ(rows(ab, 0), rows(ba, 320));
  EXPECT_EQ(rows(ab, 320), rows(ba, 0));
  EXPECT_EQ(rows(same, 0), rows(same, 320));
  EXPECT_NE(rows(ab, 0), rows(ab, 320));
  const std::string sidecar = text_of(scratch / "ab/calf_back_w150_typical.json");
  EXPECT_NE(sidecar.find("\"compare\": \"beside\""), std::string::npos);
  EXPECT_NE(sidecar.find("Lower dose every 24 weeks"), std::string::npos);
}

TEST(Capture, PlansOfTwoRegionsOrPeopleCannotStandBesideEachOther) {
  Scratch scratch;
  const auto refused = [&](const std::string& other) {
    const ProgramRun run = run_program(
        {"capture", example_plan("calf-standard"), "--beside", other, "-o", (scratch / "no").string()});
    EXPECT_EQ(run.code, 2) << run.err;
    return run.err;
  };
  EXPECT_THAT(refused(example_plan("face-years-standard")), testing::HasSubstr("region: is face"));
  std::string text = text_of(example_plan("calf-standard"));
  text.replace(text.find("\"age_years\": 3"), 14, "\"age_years\": 5");
  EXPECT_THAT(refused(scratch.write("other.json", text).string()), testing::HasSubstr("person: differs"));
}

}  // namespace
