#include <gtest/gtest.h>

#include <algorithm>

#include "app/body/workbench.h"
#include "app/studio/presenter.h"
#include "render/context/context.h"

namespace app {
namespace {

constexpr int kSide = 320;
constexpr double kViewMm = 32;

/// One eye of a face in the clinical light, straight from the front; the pupil about in the middle.
class EyePicture {
 public:
  EyePicture() {
    simulation::Plan plan;
    plan.region = simulation::Region::face;
    outcome_ = Workbench({FORESHOW_SHARE, FORESHOW_BAKED}).outcome(plan);
    const glm::dvec3 eye = outcome_->body().landmarks().at("r-eye");
    camera_.orthographic = true;
    camera_.ortho_height_mm = kViewMm;
    camera_.target_mm = eye;
    camera_.eye_mm = eye + glm::dvec3(0, 0, 1000);
  }

  render::Image take(simulation::Expression expression, render::Layer layer = render::Layer::skin) {
    Moment moment;
    moment.expression = expression;
    presenter_.show(Stage::now, *outcome_, moment, layer);
    return renderer_.capture(presenter_.view(Stage::now, layer, camera_), {kSide, kSide});
  }

 private:
  std::unique_ptr<render::Context> context_ = render::make_offscreen_context();
  render::Renderer renderer_{FORESHOW_SHADERS};
  Presenter presenter_{renderer_, Paths{FORESHOW_SHARE, FORESHOW_BAKED}};
  std::shared_ptr<const Outcome> outcome_;
  render::Camera camera_;
};

/// Sorted green of a box about the middle, mm.
std::vector<int> greens(const render::Image& image, double half_mm) {
  const int half = static_cast<int>(half_mm * kSide / kViewMm);
  std::vector<int> found;
  for (int y = kSide / 2 - half; y < kSide / 2 + half; ++y)
    for (int x = kSide / 2 - half; x < kSide / 2 + half; ++x)
      found.push_back(image.rgba[static_cast<std::size_t>((y * kSide + x) * 4 + 1)]);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(EyePicture, TheSoftboxStandsInTheCornea) {
  EyePicture eye;
  const std::vector<int> iris = greens(eye.take(simulation::Expression::neutral), 4.0);
  // A window of at least 1.5 square millimetres, bright on a dark iris.
  const double share = 1.5 / 64.0;
  EXPECT_GT(iris[static_cast<std::size_t>(static_cast<double>(iris.size()) * (1.0 - share))], 150);
  EXPECT_LT(iris[iris.size() / 2], 110);
}

TEST(EyePicture, LidsShadeTheEyeOnlyWhereTheyAreDrawn) {
  EyePicture eye;
  const std::vector<int> before = greens(eye.take(simulation::Expression::neutral), 4.0);
  const std::vector<int> bare = greens(eye.take(simulation::Expression::neutral, render::Layer::muscle), 4.0);
  EXPECT_GT(bare[bare.size() / 2], before[before.size() / 2]);
  // Back on the skin nothing is left of the layer between.
  EXPECT_EQ(greens(eye.take(simulation::Expression::neutral), 4.0), before);
}

}  // namespace
}  // namespace app
