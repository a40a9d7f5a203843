#include "app/studio/compose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "render/context/context.h"
#include "tests/app/scratch.h"
#include "tests/app/studio/face_outcomes.h"

namespace app {
namespace {

using testing::HasSubstr;

constexpr glm::ivec2 kSize{96, 80};

class Compose : public testing::Test {
 protected:
  static std::shared_ptr<const Outcome> face() {
    static const auto outcome = example_face();
    return outcome;
  }
  /// A frown at its weakest.
  static Pane pane() {
    Pane one;
    one.outcome = face();
    one.moment.week = 6.0;
    one.moment.expression = simulation::Expression::frown;
    one.camera = view_camera(render::StandardView::front, framing_of(face()->body()), kSize);
    return one;
  }
  render::Image made(const Frame& frame, glm::ivec2 size = kSize) {
    PictureFormat format;
    format.size = size;
    return compose(renderer_, presenter_, frame, format).image;
  }
  std::string refused(const Frame& frame) {
    return message_of<InputError>([&] { made(frame); });
  }

 private:
  std::unique_ptr<render::Context> context_ = render::make_offscreen_context();
  render::Renderer renderer_{FORESHOW_SHADERS};
  Presenter presenter_{renderer_, Paths{FORESHOW_SHARE, FORESHOW_BAKED}};
};

/// Columns `from` to `to` of a picture.
render::Image columns(const render::Image& image, int from, int to) {
  render::Image part = render::make_image(to - from, image.height, {0, 0, 0, 0});
  for (int y = 0; y < image.height; ++y)
    for (int x = from; x < to; ++x)
      std::copy_n(&image.rgba[4 * static_cast<std::size_t>(y * image.width + x)], 4,
                  &part.rgba[4 * static_cast<std::size_t>(y * part.width + x - from)]);
  return part;
}

TEST_F(Compose, NoBeforeAndAfterFromAnotherPlaceInAnotherLightOrPose) {
  for (const Join join : {Join::side, Join::wipe, Join::ghost}) {
    Frame frame = joined(join, pane());
    frame.panes[0].camera.eye_mm.x += 0.5;
    EXPECT_THAT(refused(frame), HasSubstr("differ in camera;"));
    frame = joined(join, pane());
    frame.panes[0].camera.vertical_fov_rad *= 1.001;
    EXPECT_THAT(refused(frame), HasSubstr("lens"));
    frame = joined(join, pane());
    frame.panes[0].light.preset = render::LightPreset::beauty;
    EXPECT_THAT(refused(frame), HasSubstr("light"));
    frame = joined(join, pane());
    frame.panes[0].moment.effort = 0.9;
    EXPECT_THAT(refused(frame), HasSubstr("pose"));
    frame = joined(join, pane());
    frame.panes[0].moment.expression = simulation::Expression::raise;
    EXPECT_THAT(refused(frame), HasSubstr("pose"));
    frame = joined(join, pane());
    frame.panes[0].layer = render::Layer::heat;
    EXPECT_THAT(refused(frame), HasSubstr("layer"));
    EXPECT_EQ(refused(joined(join, pane())), "");
  }
}

TEST_F(Compose, NoPictureOfTwoPeopleOrOfAPlanThatIsNotThere) {
  simulation::Plan other = face()->plan();
  other.person.skin_tone = other.person.skin_tone == 3 ? 5 : 3;
  const auto stranger = Workbench({FORESHOW_SHARE, FORESHOW_BAKED}).outcome(other);
  EXPECT_THAT(refused(joined(Join::beside, pane(), stranger)), HasSubstr("two people"));
  EXPECT_THAT(refused(joined(Join::beside, pane())), HasSubstr("second plan"));
  EXPECT_THAT(refused(Frame{}), HasSubstr("something to show"));
}

TEST_F(Compose, HalvesAndWipesAreThePicturesOfTheirPanes) {
  const render::Image after = made(joined(Join::one, pane()));
  const render::Image before = made(joined(Join::one, untreated(pane())));
  ASSERT_NE(before, after);
  const render::Image both = made(joined(Join::side, pane()), {2 * kSize.x, kSize.y});
  // But for the line between them, two pixels wide.
  EXPECT_EQ(columns(both, 0, kSize.x - 1), columns(before, 0, kSize.x - 1));
  EXPECT_EQ(columns(both, kSize.x + 1, 2 * kSize.x), columns(after, 1, kSize.x));
  EXPECT_EQ(columns(both, kSize.x - 1, kSize.x + 1), render::make_image(2, kSize.y, {255, 255, 255, 255}));
  Frame wiped = joined(Join::wipe, pane());
  wiped.wipe = 0.25;
  const render::Image wipe = made(wiped);
  EXPECT_EQ(columns(wipe, 0, kSize.x / 4 - 1), columns(before, 0, kSize.x / 4 - 1));
  EXPECT_EQ(columns(wipe, kSize.x / 4 + 1, kSize.x), columns(after, kSize.x / 4 + 1, kSize.x));
  const render::Image plans = made(joined(Join::beside, pane(), face()), {2 * kSize.x, kSize.y});
  EXPECT_EQ(columns(plans, 0, kSize.x - 1), columns(after, 0, kSize.x - 1));
  EXPECT_EQ(columns(plans, kSize.x + 1, 2 * kSize.x), columns(after, 1, kSize.x));
}

TEST_F(Compose, AGhostShowsAsMuchOfTheShellAsAsked) {
  Frame faint = joined(Join::ghost, pane());
  faint.ghost_opacity = 0.1;
  const render::Image bare = made(joined(Join::one, pane()));
  const render::Image a = made(joined(Join::ghost, pane())), b = made(faint);
  EXPECT_NE(a, b);
  EXPECT_LT(render::difference(bare, b).mean, render::difference(bare, a).mean);
}

TEST_F(Compose, AHighlightIsNeverInAStill) {
  Pane tapped = pane();
  tapped.layer = render::Layer::muscle;
  const render::Image plain = made(joined(Join::one, tapped));
  tapped.highlighted = {simulation::Structure::frontalis, simulation::BodySide::left};
  EXPECT_EQ(made(joined(Join::one, tapped)), plain);
}

TEST_F(Compose, WhatWasShownBeforeLeavesNoTrace) {
  const render::Image first = made(joined(Join::one, pane()));
  Pane other = pane();
  other.layer = render::Layer::xray;
  other.needles = needles_of(face()->plan(), 0);
  made(joined(Join::side, other), {2 * kSize.x, kSize.y});
  EXPECT_EQ(made(joined(Join::one, pane())), first);
}

}  // namespace
}  // namespace app
