#include "app/check/free_point_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/body/workbench.h"
#include "simulation/plan/protocol.h"
#include "tests/app/english.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Muscle;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const Paths kPaths{FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache};

/// One face that free points are placed on.
class FreePointCheck : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    bench_ = std::make_unique<Workbench>(kPaths);
    simulation::Plan plan;
    plan.region = simulation::Region::face;
    body_ = bench_->body(plan);
    limits_ = read_limits(kPaths.shared_file("clinical/limits.json"));
  }
  static void TearDownTestSuite() {
    body_.reset();
    bench_.reset();
  }

  static glm::dvec2 uv(const SkinPlace& place) { return uv_of(*body_->parts().front().topology, place); }

  /// Texture coordinate of the skin in front of a place of the left eye, mm of the median head.
  static glm::dvec2 uv_before_eye(double out_mm, double up_mm) {
    const simulation::FaceFrame face(body_->face_landmarks(), BodySide::left);
    const glm::dvec3 at = face.at({simulation::Mark::eye, {out_mm, up_mm, 80.0}});
    const BodyPart& skin = body_->parts().front();
    const auto place = place_under(*skin.topology, skin.rest_mm, {at, {0.0, 0.0, -1.0}});
    return place ? uv(*place) : glm::dvec2(0.0);
  }

  /// The usual points of the muscle, as free points.
  static void add_protocol(simulation::Plan& plan, Muscle muscle, std::initializer_list<BodySide> sides,
                           double units) {
    for (const BodySide side : sides)
      for (const glm::dvec2& site : simulation::standard_sites(muscle, simulation::protocol_points(muscle)))
        if (const auto place = body_->skin_over(muscle, side, site, bench_->model()))
          plan.sessions[0].injections.push_back({simulation::SkinPoint{uv(*place)}, units});
  }

  static simulation::Plan empty_plan() {
    simulation::Plan plan;
    plan.region = simulation::Region::face;
    plan.sessions.resize(1);
    return plan;
  }

  static std::vector<std::string> lines_with(const simulation::Plan& plan, const std::string& text) {
    std::vector<std::string> found;
    for (const std::string& line : lines(plan))
      if (line.find(text) != std::string::npos) found.push_back(line);
    return found;
  }

  static std::vector<std::string> lines(const simulation::Plan& plan) {
    std::vector<std::string> lines;
    for (const Finding& finding : check_on_body(plan, *body_, bench_->model(), limits_, english()))
      lines.push_back(line_of(finding));
    return lines;
  }

  static inline std::unique_ptr<Workbench> bench_;
  static inline std::shared_ptr<const Body> body_;
  static inline Limits limits_;
};

TEST_F(FreePointCheck, UsualPointsOfTheUpperFaceAreQuiet) {
  simulation::Plan plan = empty_plan();
  add_protocol(plan, Muscle::corrugator, {BodySide::left, BodySide::right}, 4.0);
  add_protocol(plan, Muscle::procerus, {BodySide::left}, 4.0);
  add_protocol(plan, Muscle::frontalis_medial, {BodySide::left, BodySide::right}, 4.0);
  add_protocol(plan, Muscle::orbicularis_oculi, {BodySide::left, BodySide::right}, 4.0);
  ASSERT_EQ(plan.sessions[0].injections.size(), 15u);
  EXPECT_THAT(lines(plan), IsEmpty());
}

TEST_F(FreePointCheck, OverTheLidAndCloseAboveTheRimIsWarnedOfOnce) {
  simulation::Plan plan = empty_plan();
  for (const double up_mm : {10.0, 19.0, 40.0})
    plan.sessions[0].injections.push_back({simulation::SkinPoint{uv_before_eye(2.0, up_mm)}, 1.0});
  const auto near_lid = lines_with(plan, "lifter of the lid");
  ASSERT_EQ(near_lid.size(), 1u);
  EXPECT_THAT(near_lid[0], StartsWith("warning: sessions[0].injections[0].skin_uv: "));
  EXPECT_THAT(near_lid[0], HasSubstr("(points: 2)"));
  plan.sessions[0].injections.erase(plan.sessions[0].injections.begin(),
                                    plan.sessions[0].injections.begin() + 2);
  EXPECT_THAT(lines_with(plan, "lifter of the lid"), IsEmpty());
}

TEST_F(FreePointCheck, FreePointsCountTowardTheLabelAndTheMuscleUnderThem) {
  simulation::Plan plan = empty_plan();
  add_protocol(plan, Muscle::corrugator, {BodySide::left, BodySide::right}, 12.5);
  EXPECT_THAT(lines_with(plan, "50 U Botox in the glabella is over the 20 U of its label"), SizeIs(1));
  EXPECT_THAT(lines_with(plan, "12.5 U Botox at one point of corrugator"), SizeIs(1));

  plan = empty_plan();
  add_protocol(plan, Muscle::masseter, {BodySide::left}, 4.0);
  EXPECT_THAT(lines_with(plan, "only the left side of masseter"),
              ElementsAre(StartsWith("warning: sessions[0].injections[0].skin_uv: ")));
}

}  // namespace
}  // namespace app
