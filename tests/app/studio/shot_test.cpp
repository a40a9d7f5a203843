#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/base/error.h"
#include "app/studio/annotate.h"
#include "app/studio/picture.h"
#include "render/image/image.h"
#include "render/image/text.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

Shot shot() {
  Shot s;
  s.size = {800, 600};
  s.materials = "skin 3";
  return s;
}

std::string refusal(const Shot& other) {
  return message_of<InputError>([&] { require_comparable(shot(), other); });
}

TEST(Comparison, EqualShotsPass) {
  EXPECT_EQ(refusal(shot()), "");
  EXPECT_EQ(studio_hash(shot()), studio_hash(shot()));
}

TEST(Comparison, AnyDifferenceOfStudioIsRefusedByName) {
  Shot s = shot();
  s.view.camera.eye_mm.x += 0.001;
  EXPECT_THAT(refusal(s), HasSubstr("differ in camera;"));
  s = shot();
  s.view.camera.vertical_fov_rad *= 1.01;
  EXPECT_THAT(refusal(s), HasSubstr("lens"));
  s = shot();
  s.view.studio.exposure = 1.01f;
  EXPECT_THAT(refusal(s), HasSubstr("exposure"));
  s = shot();
  s.view.studio.photographer_azimuth_rad = 0.5f;
  EXPECT_THAT(refusal(s), HasSubstr("light"));
  s = shot();
  s.effort = 0.5;
  EXPECT_THAT(refusal(s), HasSubstr("pose"));
  s = shot();
  s.pose = simulation::CalfPose::tiptoe;
  EXPECT_THAT(refusal(s), HasSubstr("pose"));
  s = shot();
  s.materials = "skin 4";
  EXPECT_THAT(refusal(s), HasSubstr("materials"));
  s = shot();
  s.size.x += 1;
  EXPECT_THAT(refusal(s), HasSubstr("size"));
  EXPECT_NE(studio_hash(s), studio_hash(shot()));
}

TEST(CameraOfPicture, FaceLensIsAtMost28DegreesAcross) {
  render::Framing framing;
  Picture picture;
  for (const glm::ivec2 size : {glm::ivec2(1080, 1920), glm::ivec2(1600, 1200), glm::ivec2(1920, 1080)}) {
    picture.size = size;
    const render::Camera camera = camera_of(picture, framing);
    const double tangent = std::tan(camera.vertical_fov_rad / 2.0);
    const double diagonal = 2.0 * std::atan(tangent * std::hypot(1.0, static_cast<double>(size.x) / size.y));
    EXPECT_LE(diagonal, 28.0 * 3.14159265358979 / 180.0 + 1e-9);
  }
}

/// Dark pixels of these notes on a plain grey picture.
int ink(Notes notes, int width, int height) {
  const render::Font font(std::filesystem::path(FORESHOW_SHARE) / "fonts/Inter-Medium.otf");
  render::Image image = render::make_image(width, height, {150, 150, 150, 255});
  notes.label = "Simulation";
  annotate(image, font, notes);
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

TEST(Annotate, TheMillimetreScaleKeepsToTheEdge) {
  const render::Font font(std::filesystem::path(FORESHOW_SHARE) / "fonts/Inter-Medium.otf");
  for (const auto& [width, height] : {std::pair{900, 1125}, std::pair{480, 640}, std::pair{1920, 1080}}) {
    Notes notes;
    notes.heat_limit_mm = 4.0f;
    render::Image image = render::make_image(width, height, {150, 150, 150, 255});
    annotate(image, font, notes);
    int leftmost = width;
    for (int y = height / 4; y < 3 * height / 4; ++y)
      for (int x = 0; x < leftmost; ++x)
        if (image.rgba[4 * (static_cast<std::size_t>(y) * width + x)] != 150) leftmost = x;
    // Legs of a portrait picture reach to 0.87 of its width.
    EXPECT_GT(leftmost, 0.88 * width) << width;
  }
}

}  // namespace
}  // namespace app
