#include "app/studio/annotate.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "render/image/image.h"
#include "render/image/text.h"

namespace app {
namespace {

const render::Font& inter() {
  static const render::Font font(std::filesystem::path(FORESHOW_SHARE) / "fonts/Inter-Medium.otf");
  return font;
}

/// Dark pixels of these notes on a plain grey picture.
int ink(Notes notes, int width, int height) {
  render::Image image = render::make_image(width, height, {150, 150, 150, 255});
  notes.label = "Simulation";
  annotate(image, inter(), notes);
  int count = 0;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) count += image.rgba[i] < 90;
  return count;
}

TEST(Annotate, ReadingsAndKeyHideNothingOfOneAnother) {
  // Rings at the picture's edges: their readings go above.
  for (const auto& [width, height] : {std::pair{900, 1100}, std::pair{480, 640}, std::pair{1920, 1080}}) {
    Notes tapes;
    tapes.tapes = {{0.18 * width, 0.36 * height, true, {"Left 36.4 - 35.8 cm", "each reading 0.5 cm"}},
                   {0.82 * width, 0.36 * height, false, {"Right 36.2 - 35.6 cm", "each reading 0.5 cm"}}};
    Notes key;
    key.points_key = "Dots: needle points. Rings: possible spread, an assumption.";
    Notes both = tapes;
    both.points_key = key.points_key;
    const int label = ink({}, width, height);
    // Lines from the readings down to their rings are shorter where the readings stand lower.
    EXPECT_GT(ink(both, width, height) - label,
              0.9 * (ink(tapes, width, height) + ink(key, width, height) - 2 * label))
        << width;
  }
}

TEST(Annotate, NothingStandsOnAnythingElseInANarrowPicture) {
  for (const int width : {420, 640}) {
    const int height = 520;
    Notes notes;
    notes.label = "Simulation - a model, not a patient. Results vary.";
    notes.captions = {"Week 12, typical responder; a caption so long that it has to be wrapped into lines"};
    notes.range = {"Calf girth, left, week 12: most people -2.0 to -0.1 cm"};
    notes.points_key = "Dots: needle points. Rings: possible spread, an assumption.";
    notes.heat_limit_mm = 4.0f;
    notes.tapes = {{0.35 * width, 250.0, true, {"Left 36.4 - 35.8 cm", "each reading 0.5 cm"}},
                   {0.65 * width, 250.0, false, {"Right 36.2 - 35.6 cm", "each reading 0.5 cm"}}};
    for (int i = 0; i < 6; ++i) {
      const glm::dvec2 pixel(width * (0.30 + 0.11 * i), 170.0 + 25.0 * i);
      notes.points.push_back({{static_cast<std::size_t>(i), pixel, true, 4.0}, "12.5 U"});
    }
    render::Image sheet{width, height, {}};
    const auto placed = annotate(sheet, inter(), notes);
    for (std::size_t i = 0; i < placed.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        EXPECT_FALSE(overlap(placed[i].box, placed[k].box))
            << width << ": " << static_cast<int>(placed[i].what) << " on "
            << static_cast<int>(placed[k].what);
  }
}

TEST(Annotate, TheMillimetreScaleKeepsToTheEdge) {
  for (const auto& [width, height] : {std::pair{900, 1125}, std::pair{480, 640}, std::pair{1920, 1080}}) {
    Notes notes;
    notes.heat_limit_mm = 4.0f;
    render::Image image = render::make_image(width, height, {150, 150, 150, 255});
    annotate(image, inter(), notes);
    int leftmost = width;
    for (int y = height / 4; y < 3 * height / 4; ++y)
      for (int x = 0; x < leftmost; ++x)
        if (image.rgba[4 * (static_cast<std::size_t>(y) * width + x)] != 150) leftmost = x;
    // Legs of a portrait picture reach to 0.87 of its width.
    EXPECT_GT(leftmost, 0.88 * width) << width;
  }
}

constexpr glm::ivec2 kSizes[] = {{300, 300},   {300, 480},   {480, 300},   {640, 480},
                                 {1080, 1080}, {1080, 1350}, {1080, 1920}, {1920, 1080},
                                 {2480, 3508}, {3840, 2160}, {7680, 4320}, {4320, 7680}};

const std::string kRange =
    "Calf girth change, left, week 12.5: most people â"
    "1.6 to +0.4 cm";

/// Pictures with more and more on them, all with a range.
std::vector<Notes> crowded(glm::ivec2 size) {
  const auto at = [&](double x, double y) { return glm::dvec2(x * size.x, y * size.y); };
  const auto tape = [&](glm::dvec2 place, bool left) {
    return TapeNote{place.x,
                    place.y,
                    left,
                    {"Right 36.4 - 35.9 cm", "each reading 0.5 cm", "smaller than a tape can tell"}};
  };
  Notes bare;
  bare.label = "Simulation - a model, not a patient. Results vary.";
  bare.range = {kRange};
  std::vector<Notes> all{bare};
  Notes one = bare;
  one.captions = {"Week 12, typical responder, over before treatment\nToxin and filler"};
  one.heat_limit_mm = 4.0f;
  all.push_back(one);
  one.points_key = "Dots: needle points. Rings: possible spread, an assumption.";
  all.push_back(one);
  for (const double y : {0.12, 0.4, 0.86}) {
    for (const double x : {0.1, 0.35}) {
      Notes taped = one;
      taped.tapes = {tape(at(x, y), true), tape(at(1.0 - x, y), false)};
      all.push_back(taped);
      taped.captions.clear();
      taped.points_key.clear();
      all.push_back(taped);
    }
  }
  Notes halves = bare;
  halves.captions = {"Before treatment\nLeft 36.4 cm\nRight 36.4 cm",
                     "Week 12, typical responder\nLeft 35.9 cm\nRight 35.9 cm\nchange -0.5 cm"};
  all.push_back(halves);
  Notes plans = bare;
  plans.captions = {"A: Standard calf\nWeek 12, low responder", "B: Gentler rhythm\nWeek 12, low responder"};
  plans.range = {"A: " + kRange, "B: " + kRange};
  all.push_back(plans);
  Notes covered = one;
  covered.keep_clear = size.y / 8;
  all.push_back(covered);
  return all;
}

TEST(Annotate, TheRangeStandsInEveryPictureAndLiesOverNothing) {
  for (const glm::ivec2 size : kSizes) {
    for (const Notes& notes : crowded(size)) {
      render::Image image = render::make_image(size.x, size.y, {150, 150, 150, 255});
      const auto placed = annotate(image, inter(), notes);
      const NoteBox* range = nullptr;
      for (const Placed& one : placed)
        if (one.what == Written::range) range = &one.box;
      ASSERT_TRUE(range);
      EXPECT_GE(range->min.x, 0.0);
      EXPECT_LE(range->max.x, size.x);
      EXPECT_GE(range->min.y, notes.keep_clear);
      EXPECT_LE(range->max.y, size.y - notes.keep_clear);
      for (const Placed& one : placed) {
        if (one.what == Written::range) continue;
        EXPECT_FALSE(overlap(*range, one.box))
            << size.x << "x" << size.y << ", " << static_cast<int>(one.what) << ", " << notes.captions.size()
            << " captions, " << notes.tapes.size() << " tapes, key " << !notes.points_key.empty();
      }
    }
  }
}

TEST(Annotate, TheRangeIsLegibleOnAPictureOfTheUsualSizes) {
  for (const glm::ivec2 size : kSizes) {
    Notes notes;
    notes.label = "Simulation";
    notes.range = {kRange};
    render::Image image = render::make_image(size.x, size.y, {150, 150, 150, 255});
    for (const Placed& one : annotate(image, inter(), notes)) {
      if (one.what == Written::range) {
        EXPECT_GE(one.box.max.y - one.box.min.y, 11.0) << size.x << "x" << size.y;
      }
    }
  }
}

}  // namespace
}  // namespace app
