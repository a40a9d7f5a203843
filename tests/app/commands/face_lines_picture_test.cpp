#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "render/context/context.h"
#include "render/scene/renderer.h"

namespace app {
namespace {

constexpr int kSide = 360;
constexpr double kViewMm = 180;

/// The bare skin of an example plan's face from the front, with or without the depths of its lines.
class Portrait {
 public:
  explicit Portrait(const std::string& plan)
      : outcome_(Workbench({FORESHOW_SHARE, FORESHOW_BAKED})
                     .outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/" + plan + ".json"))) {
    const Body& body = outcome_->body();
    skin_ = renderer_.add_part(*body.parts().front().topology, {});
    renderer_.set_rest(skin_, body.parts().front().rest_mm);
    render::LineRelief relief;
    relief.axis_z_mm = static_cast<float>(body.lines()->axis_z_mm());
    for (const simulation::LinePlace& line : body.lines()->lines()) {
      relief.lines.emplace_back();
      for (const simulation::LinePoint& p : line.points) relief.lines.back().push_back({p.rest_mm, p.across});
    }
    renderer_.set_lines(skin_, relief);
    const glm::dvec3 eyes = 0.5 * (body.landmarks().at("l-eye") + body.landmarks().at("r-eye"));
    view_.camera.orthographic = true;
    view_.camera.ortho_height_mm = kViewMm;
    view_.camera.target_mm = eyes;
    view_.camera.eye_mm = eyes + glm::dvec3(0, 0, 1000);
    view_.items = {{skin_}};
  }

  render::Image frown(double week, bool lines) {
    const Surface surface =
        outcome_->surface({week, simulation::Responder::typical, simulation::Expression::frown, 1.0});
    renderer_.upload(skin_, surface.parts.front().positions_mm, surface.parts.front().normals);
    std::vector<float> depths = surface.line_depths_mm;
    if (!lines) std::fill(depths.begin(), depths.end(), 0.0f);
    renderer_.set_line_depths(skin_, depths);
    return renderer_.capture(view_, {kSide, kSide});
  }

 private:
  std::unique_ptr<render::Context> context_ = render::make_offscreen_context();
  render::Renderer renderer_{FORESHOW_SHADERS};
  std::shared_ptr<const Outcome> outcome_;
  render::PartId skin_ = render::PartId::none;
  render::SceneView view_;
};

/// Light that lines take between the brows, in levels of green.
double fold_darkness(const render::Image& flat, const render::Image& folded) {
  double sum = 0;
  const double pixels_per_mm = kSide / kViewMm;
  for (int y = int(kSide / 2 - 32 * pixels_per_mm); y < kSide / 2; ++y)
    for (int x = int(kSide / 2 - 14 * pixels_per_mm); x < int(kSide / 2 + 14 * pixels_per_mm); ++x) {
      const auto at = static_cast<std::size_t>((y * kSide + x) * 4 + 1);
      sum += std::max(0, int(flat.rgba[at]) - int(folded.rgba[at]));
    }
  return sum;
}

TEST(FaceLinesPicture, UntreatedWeeksAreOnePicture) {
  Portrait face("face-untreated");
  const render::Image first = face.frown(0, true);
  EXPECT_NE(face.frown(0, false), first);
  EXPECT_EQ(face.frown(12, true), first);
}

TEST(FaceLinesPicture, TreatedFrownShowsLessFold) {
  Portrait face("face-glabella");
  const double before = fold_darkness(face.frown(0, false), face.frown(0, true));
  const double treated = fold_darkness(face.frown(4, false), face.frown(4, true));
  const double late = fold_darkness(face.frown(39, false), face.frown(39, true));
  EXPECT_GT(before, 2000);
  EXPECT_LT(treated, 0.75 * before);
  EXPECT_GT(late, 0.9 * before);
}

TEST(FaceLinesPicture, LinesChangeNoPixelBesideThem) {
  Portrait face("face-glabella");
  const render::Image flat = face.frown(0, false);
  const render::Image folded = face.frown(0, true);
  // Lowest lines: those beside the eye and on the nose, less than 30 mm below the eyes.
  const int chin_rows_from = kSide / 2 + int(30 * kSide / kViewMm);
  const auto from = static_cast<std::size_t>(chin_rows_from * kSide * 4);
  EXPECT_TRUE(std::equal(flat.rgba.begin() + static_cast<std::ptrdiff_t>(from), flat.rgba.end(),
                         folded.rgba.begin() + static_cast<std::ptrdiff_t>(from)));
  EXPECT_GT(render::difference(flat, folded).differing_pixels, 500u);
}

}  // namespace
}  // namespace app
