// A stage that was scrubbed shows what a fresh one shows: only what differs goes to the driver, so whatever
// was forgotten on the way would be seen here.
#include <gtest/gtest.h>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "app/studio/presenter.h"
#include "render/context/context.h"

namespace app {
namespace {

using simulation::CalfPose;
using simulation::Expression;
using simulation::Responder;

struct Shot {
  Moment moment;
  render::Layer layer = render::Layer::skin;
};

/// A renderer with one stage, in the current context.
class Set {
 public:
  render::Image take(const Outcome& outcome, const Shot& shot) {
    presenter_.show(Stage::now, outcome, shot.moment, shot.layer);
    const auto view = outcome.body().region() == simulation::Region::face ? render::StandardView::front
                                                                          : render::StandardView::back;
    const render::Camera camera = render::standard_camera(view, framing_of(outcome.body()), 0.8);
    return renderer_.capture(presenter_.view(Stage::now, shot.layer, camera), {160, 200}, 1);
  }

 private:
  render::Renderer renderer_{FORESHOW_SHADERS};
  Presenter presenter_{renderer_, Paths{FORESHOW_SHARE, FORESHOW_BAKED, find_paths().cache}};
};

void expect_as_fresh(const std::string& plan, const std::vector<Shot>& shots) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, find_paths().cache});
  const auto outcome = workbench.outcome(read_plan(std::string(FORESHOW_SHARE) + "/plans/" + plan + ".json"));
  const auto context = render::make_offscreen_context();
  Set scrubbed;
  render::Image last;
  for (std::size_t i = 0; i < shots.size(); ++i) {
    const render::Image shown = scrubbed.take(*outcome, shots[i]);
    EXPECT_NE(shown, last) << i;
    Set fresh;
    EXPECT_EQ(shown, fresh.take(*outcome, shots[i])) << i;
    last = shown;
  }
}

Moment face(double week, Expression expression, double effort = 1.0) {
  return {week, Responder::high, expression, effort, CalfPose::standing};
}

Moment calf(double week, CalfPose pose = CalfPose::standing) {
  return {week, Responder::high, Expression::neutral, 1.0, pose};
}

TEST(ScrubPicture, OfAFace) {
  expect_as_fresh("face-full", {{face(0.0, Expression::frown)},
                                {face(4.0, Expression::frown)},
                                {face(24.0, Expression::frown)},
                                {face(24.0, Expression::squint)},
                                {face(24.0, Expression::squint, 0.4)},
                                {face(24.0, Expression::smile), render::Layer::heat},
                                {face(30.0, Expression::smile)},
                                {face(0.0, Expression::neutral)}});
}

TEST(ScrubPicture, OfACalf) {
  expect_as_fresh("calf-standard", {{calf(0.0)},
                                    {calf(8.0)},
                                    {calf(12.0), render::Layer::heat},
                                    {calf(16.0)},
                                    {calf(16.0, CalfPose::tiptoe)},
                                    {calf(4.0)},
                                    {calf(24.0), render::Layer::xray},
                                    {calf(0.0)}});
}

}  // namespace
}  // namespace app
