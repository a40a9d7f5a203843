#include "app/studio/letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/base/error.h"
#include "app/body/workbench.h"
#include "app/check/finding.h"
#include "app/files/plan_file.h"
#include "app/studio/annotate.h"
#include "app/studio/captions.h"
#include "app/studio/presenter.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

using render::StandardView;

const render::Font& inter() {
  static const render::Font font(std::filesystem::path(FORESHOW_SHARE) / "fonts/Inter-Medium.otf");
  return font;
}

const Texts& texts() {
  static const Texts all = read_texts(std::filesystem::path(FORESHOW_SHARE) / "texts/en.json");
  return all;
}

const Outcome& face() {
  static const auto outcome = example_face();
  return *outcome;
}

const Outcome& calf() {
  static Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED});
  static const auto outcome =
      workbench.preview(read_plan(std::filesystem::path(FORESHOW_SHARE) / "plans/calf-standard.json"));
  return *outcome;
}

/// Short sides from the smallest to those of 8K, shapes from 1:12 to 12:1.
std::vector<glm::ivec2> grid() {
  std::vector<glm::ivec2> sizes;
  for (const int side : {160, 200, 300, 480, 720, 1080, 2160, 4320})
    for (const double aspect : {1.0, 1.25, 16.0 / 9.0, 2.4, 4.0, 7.0, 12.0}) {
      const int other = static_cast<int>(std::lround(side * aspect));
      if (other > 16384) continue;
      sizes.emplace_back(other, side);
      sizes.emplace_back(side, other);
    }
  return sizes;
}

double row_of(const render::Camera& camera, glm::dvec3 point_mm, glm::ivec2 pane) {
  const double aspect = static_cast<double>(pane.x) / pane.y;
  return 0.5 * (1.0 - render::to_ndc(camera, point_mm, aspect).y) * pane.y;
}

/// Highest and lowest row of what must be seen: cap to chin, or the legs from below their fading to the sole.
std::pair<double, double> rows_of(const Body& body, const render::Camera& camera, glm::ivec2 pane) {
  const bool leg = body.region() == simulation::Region::calf;
  const double chin = leg ? 0.0 : body.landmarks().at("chin").y - 8.0;
  const double most = leg ? fade_of(body).from_y_mm : 1e9;
  double top = 1e9, bottom = -1e9;
  // A millimetre or so lies between points: one of a few is enough.
  for (const BodyPart& part : body.parts())
    for (std::size_t i = 0; i < part.rest_mm.size(); i += 7) {
      const glm::vec3& point = part.rest_mm[i];
      // Shoulders and neck end in the picture's edge.
      if (point.y > most || point.y < (leg ? -1e9 : chin)) continue;
      const double row = row_of(camera, glm::dvec3(point), pane);
      top = std::min(top, row);
      bottom = std::max(bottom, row);
    }
  return {top, bottom};
}

Notes written(Join join, const std::string& stamp) {
  Notes notes;
  notes.label = permanent_label(texts());
  notes.stamp = stamp;
  notes.range = {"Frown lines: depth at full effort, week 12: most people -56 to -13 %"};
  const std::string now = texts().fill("caption.now.typical", {{"week", "12"}});
  if (join == Join::side || join == Join::wipe) notes.captions = {texts().at("caption.before"), now};
  if (join == Join::ghost) notes.captions = {texts().fill("caption.over_before", {{"caption", now}})};
  return notes;
}

class LettersWithStamp : public testing::TestWithParam<Stamp> {};

TEST_P(LettersWithStamp, StandClearOfTheBodyAtEverySizeAndShape) {
  const std::string stamp = stamp_words(GetParam(), texts());
  int pictures = 0;
  for (const glm::ivec2 size : grid()) {
    if (!label_fits(inter(), texts(), size, 0, stamp)) continue;
    for (const Outcome* outcome : {&face(), &calf()}) {
      const bool leg = outcome->plan().region == simulation::Region::calf;
      const render::Framing framing = framing_of(outcome->body());
      for (const Join join : {Join::one, Join::side, Join::wipe, Join::ghost}) {
        PictureFormat format;
        format.size = size;
        format.captioned = false;
        format.letters =
            letter_rows(inter(), texts(), Pane{}, join, outcome->plan(), nullptr, format, {}, stamp);
        // Half the picture must be left for the body; what is smaller is told in the next test.
        if (format.letters.top + format.letters.bottom > size.y / 2) continue;
        ++pictures;
        const glm::ivec2 pane = pane_size(join, size);
        render::Image sheet{size.x, size.y, {}};
        const auto placed = annotate(sheet, inter(), written(join, stamp));
        for (const StandardView view : {leg ? StandardView::back : StandardView::front, StandardView::left,
                                        StandardView::quarter_right}) {
          const render::Camera camera = view_camera(view, framing, pane, 0, format.letters);
          const auto [top, bottom] = rows_of(outcome->body(), camera, pane);
          for (const Placed& one : placed) {
            EXPECT_GE(one.box.min.x, -0.5) << size.x << "x" << size.y;
            EXPECT_LE(one.box.max.x, size.x + 0.5) << size.x << "x" << size.y;
            EXPECT_TRUE(one.box.max.y <= top + 1.5 || one.box.min.y >= bottom - 1.5)
                << size.x << "x" << size.y << " " << name_of(kJoinNames, join) << " "
                << render::view_name(view) << (leg ? " calf " : " face ") << static_cast<int>(one.what)
                << ": " << one.box.min.y << " to " << one.box.max.y << " over " << top << " to " << bottom;
          }
        }
        for (std::size_t i = 0; i < placed.size(); ++i)
          for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(overlap(placed[i].box, placed[j].box))
                << size.x << "x" << size.y << " " << name_of(kJoinNames, join) << " "
                << static_cast<int>(placed[i].what) << " over " << static_cast<int>(placed[j].what);
      }
    }
  }
  EXPECT_GT(pictures, 400);
}

INSTANTIATE_TEST_SUITE_P(Stamps, LettersWithStamp, testing::Values(Stamp::none, Stamp::outside_published));

TEST(Letters, ALabelTooLargeForThePictureIsRefusedWithASizeThatWorks) {
  int refused = 0;
  for (const glm::ivec2 size : grid()) {
    PictureFormat format;
    format.size = size;
    if (label_fits(inter(), texts(), size)) {
      EXPECT_NO_THROW(require_label_fits(inter(), texts(), format));
      const render::LabelBox box = render::label_box(size.x, size.y, inter(), permanent_label(texts()));
      EXPECT_GE(box.letter_height, std::max(9.0, 0.02 * size.y));
      EXPECT_LE(box.width * box.height, 0.2 * size.x * size.y);
      continue;
    }
    ++refused;
    try {
      require_label_fits(inter(), texts(), format);
      ADD_FAILURE() << size.x << "x" << size.y;
    } catch (const InputError& error) {
      const std::string what = error.what();
      const std::size_t at = what.find("at least ");
      ASSERT_NE(at, std::string::npos) << what;
      glm::ivec2 works{0};
      ASSERT_EQ(std::sscanf(what.c_str() + at, "at least %dx%d", &works.x, &works.y), 2) << what;
      EXPECT_TRUE(label_fits(inter(), texts(), works)) << what;
    }
  }
  EXPECT_GT(refused, 5);
  EXPECT_LT(refused, 50);
}

TEST(Letters, TheLineOfASideEffectHasItsRows) {
  const auto known = read_outcomes(std::filesystem::path(FORESHOW_SOURCE) / "assets/clinical/outcomes.json");
  for (const glm::ivec2 size : {glm::ivec2(480, 360), glm::ivec2(1080, 1080), glm::ivec2(420, 900)})
    for (const Join join : {Join::one, Join::side, Join::wipe, Join::ghost}) {
      Pane pane;
      PictureFormat format;
      format.size = size;
      format.captioned = false;
      const LetterRows plain =
          letter_rows(inter(), texts(), pane, join, face().plan(), nullptr, format, known);
      pane.moment.side_effect = simulation::AdverseOutcome::eyelid_droop;
      const LetterRows told =
          letter_rows(inter(), texts(), pane, join, face().plan(), nullptr, format, known);
      EXPECT_GT(told.top, plain.top) << size.x << "x" << size.y << " " << name_of(kJoinNames, join);
      // What is written lies within.
      pane.outcome = std::shared_ptr<const Outcome>(std::shared_ptr<void>(), &face());
      pane.moment.week = 4.0;
      Notes notes;
      notes.label = permanent_label(texts());
      notes.captions = captions_of(joined(join, pane), false, texts(), known);
      render::Image sheet{size.x, size.y, {}};
      for (const Placed& one : annotate(sheet, inter(), notes)) {
        if (one.what != Written::caption) continue;
        EXPECT_LE(one.box.max.y, told.top) << size.x << "x" << size.y << " " << name_of(kJoinNames, join);
      }
    }
}

TEST(Letters, AWipeStandsInThePictureWhateverItShows) {
  // Moved aside, so that but one leg is left, at either edge.
  const render::Camera whole = render::standard_camera(StandardView::back, framing_of(calf().body()), 1.0);
  for (double x = -1.2; x <= 1.2; x += 0.05) {
    const double place = wipe_place(calf().body(), render::pan(whole, {0.0, 0.0}, {x, 0.0}, 1.0), 1.0);
    EXPECT_GE(place, 0.05) << x;
    EXPECT_LE(place, 0.95) << x;
  }
}

TEST(Letters, AWipeStandsOnTheShape) {
  const auto place = [](const Outcome& outcome, StandardView view) {
    return wipe_place(outcome.body(), render::standard_camera(view, framing_of(outcome.body()), 1.0), 1.0);
  };
  EXPECT_DOUBLE_EQ(place(face(), StandardView::front), 0.5);
  // Columns at the calf's height that the leg covers.
  for (const StandardView view :
       {StandardView::back, StandardView::left, StandardView::right, StandardView::quarter_left}) {
    const render::Camera camera = render::standard_camera(view, framing_of(calf().body()), 1.0);
    const double middle_y =
        0.5 * (calf().body().landmarks().at("l-knee").y + calf().body().landmarks().at("l-ankle").y);
    double nearest = 1.0;
    for (const glm::vec3& point : calf().body().parts().front().rest_mm)
      if (std::abs(point.y - middle_y) < 60.0)
        nearest = std::min(nearest, std::abs(0.5 * (render::to_ndc(camera, glm::dvec3(point), 1.0).x + 1.0) -
                                             place(calf(), view)));
    EXPECT_LT(nearest, 0.01) << render::view_name(view);
  }
}

}  // namespace
}  // namespace app
