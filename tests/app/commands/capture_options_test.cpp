#include "app/commands/capture_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

simulation::Plan plan_of(simulation::Region region) {
  simulation::Plan plan;
  plan.region = region;
  plan.sessions.push_back({4.0, simulation::Product::onabotulinumtoxin_a, {}});
  return plan;
}

CaptureArguments arguments() {
  CaptureArguments a;
  a.folder = "out";
  return a;
}

std::string fault(const CaptureArguments& a, simulation::Region region = simulation::Region::calf) {
  return message_of<InputError>([&] { capture_job(a, plan_of(region)); });
}

TEST(CaptureOptions, ListsMultiply) {
  CaptureArguments a = arguments();
  a.weeks = "0,8";
  a.views = "back,left,quarter-left";
  a.responder = "all";
  const CaptureJob job = capture_job(a, plan_of(simulation::Region::calf));
  ASSERT_EQ(job.stills.size(), 18u);
  EXPECT_EQ(job.stills.front().file, "calf_back_w00_low.png");
  EXPECT_EQ(job.stills.back().file, "calf_quarter-left_w08_high.png");
}

TEST(CaptureOptions, TreatmentsAreOfAFaceAndInTheName) {
  CaptureArguments a = arguments();
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::face)).stills[0].pane.moment.treatment,
            Treatment::both);
  a.treatment = "filler";
  a.name = "{treatment}_{view}_w{week}";
  const CaptureJob job = capture_job(a, plan_of(simulation::Region::face));
  EXPECT_EQ(job.stills[0].pane.moment.treatment, Treatment::filler);
  EXPECT_EQ(job.stills[0].file, "filler_front_w0.png");
  EXPECT_THAT(fault(a), HasSubstr("--treatment: a calf has no filler"));
  a.treatment = "gel";
  EXPECT_THAT(fault(a, simulation::Region::face), HasSubstr("--treatment"));
}

TEST(CaptureOptions, StatesAreOfTheirRegionAndHeldSoThatTheyAreSeen) {
  using simulation::AdverseOutcome;
  const auto moment = [](const CaptureArguments& a, simulation::Region region) {
    return capture_job(a, plan_of(region)).stills.at(0).pane.moment;
  };
  const auto calf = simulation::Region::calf, face = simulation::Region::face;
  CaptureArguments a = arguments();
  EXPECT_FALSE(moment(a, face).side_effect);
  a.state = "none";
  EXPECT_FALSE(moment(a, face).side_effect);
  a.state = "lid-droop";
  EXPECT_EQ(moment(a, face).side_effect, AdverseOutcome::eyelid_droop);
  EXPECT_THAT(fault(a), HasSubstr("--state: lid-droop is of a face, expected with a face plan"));
  a.state = "uneven-smile";
  EXPECT_EQ(moment(a, face).expression, simulation::Expression::smile);
  a.pose.expression = "frown";
  EXPECT_THAT(fault(a, face), HasSubstr("--expression: frown does not show uneven-smile, expected smile"));
  a.pose.expression.reset();
  a.state = "weak-push-off";
  EXPECT_EQ(moment(a, calf).pose, simulation::CalfPose::tiptoe);
  EXPECT_THAT(fault(a, face), HasSubstr("--state: weak-push-off is of a calf"));
  a.pose.pose = "standing";
  EXPECT_THAT(fault(a), HasSubstr("--pose: standing does not show weak-push-off, expected tiptoe"));
  a.pose.pose.reset();
  a.tape = "largest";
  EXPECT_THAT(fault(a), HasSubstr("--tape: reads the plan alone, expected without --state"));
  a.tape.reset();
  a.state = "bumps";
  EXPECT_EQ(moment(a, calf).side_effect, AdverseOutcome::injection_bumps);
  a.layer = "xray";
  EXPECT_THAT(fault(a), HasSubstr("--state: bumps lies on the skin, expected with --layer skin"));
  a.layer = "skin";
  simulation::Plan untreated = plan_of(calf);
  untreated.sessions.clear();
  EXPECT_THAT(message_of<InputError>([&] { capture_job(a, untreated); }),
              HasSubstr("--state: bumps lies where needles went in, expected a plan with a session"));
  a.state = "droop";
  EXPECT_THAT(fault(a), HasSubstr("--state: \"droop\" is not known, expected none, bumps"));
}

TEST(CaptureOptions, StructuresAreHiddenByTheirNamesInLayersThatShowThem) {
  const auto hidden = [](const CaptureArguments& a) {
    return capture_job(a, plan_of(simulation::Region::calf)).stills.at(0).pane.hidden;
  };
  CaptureArguments a = arguments();
  EXPECT_TRUE(hidden(a).none());
  a.hide = "soleus,tibia";
  EXPECT_THAT(fault(a), HasSubstr("--hide: is for muscles and bones, expected with --layer muscle"));
  a.layer = "muscle";
  EXPECT_EQ(hidden(a).count(), 2u);
  EXPECT_TRUE(has(hidden(a), simulation::Structure::soleus));
  a.isolate = "soleus";
  EXPECT_THAT(fault(a), HasSubstr("--hide: and --isolate are both given"));
  a.hide.reset();
  EXPECT_FALSE(has(hidden(a), simulation::Structure::soleus));
  EXPECT_TRUE(has(hidden(a), simulation::Structure::tibia));
  a.isolate = "corrugator";
  EXPECT_THAT(fault(a),
              HasSubstr("--isolate: \"corrugator\" is not drawn here, expected gastrocnemius_medial"));
  a.isolate = "subcutaneous_fat";
  EXPECT_THAT(fault(a), HasSubstr("is not drawn here"));
  a.layer = "fat";
  EXPECT_FALSE(has(hidden(a), simulation::Structure::subcutaneous_fat));
  EXPECT_THAT(fault(a, simulation::Region::face), HasSubstr("--layer: fat is of a calf"));
  a.isolate.reset();
  a.layer = "muscle";
  std::string all;
  for (const simulation::AtlasRow& row : simulation::atlas())
    if (row.structure && row.region == simulation::Region::calf && row.tissue != simulation::Tissue::fat)
      all += (all.empty() ? "" : ",") + std::string(row.key);
  a.hide = all;
  EXPECT_THAT(fault(a), HasSubstr("--hide: leaves nothing to show"));
}

TEST(CaptureOptions, TheTapeIsForCalvesBetweenKneeAndAnkle) {
  CaptureArguments a = arguments();
  EXPECT_FALSE(capture_job(a, plan_of(simulation::Region::calf)).stills[0].pane.tape.shown);
  a.tape = "largest";
  const TapePlace widest = capture_job(a, plan_of(simulation::Region::calf)).stills[0].pane.tape;
  EXPECT_TRUE(widest.shown);
  EXPECT_FALSE(widest.t);
  EXPECT_THAT(fault(a, simulation::Region::face), HasSubstr("--tape: a face has no calf"));
  a.tape = "0.45";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).stills[0].pane.tape.t, 0.45);
  for (const char* wrong : {"1.2", "-0.1", "widest", "", "0.3x", "nan"}) {
    a.tape = wrong;
    EXPECT_THAT(fault(a), HasSubstr("--tape: ")) << wrong;
  }
}

TEST(CaptureOptions, TwoPlansGoInHalvesAsFarAsTheLongerOne) {
  const simulation::Plan first = plan_of(simulation::Region::calf);
  simulation::Plan second = first;
  second.sessions[0].week = 100.0;
  CaptureArguments a = arguments();
  a.weeks = "139";
  EXPECT_THAT(fault(a), HasSubstr("--weeks: 139 is outside"));
  const CaptureJob job = capture_job(a, first, &second);
  EXPECT_EQ(job.stills[0].join, Join::beside);
  const auto refused = [&](const CaptureArguments& wrong) {
    return message_of<InputError>([&] { capture_job(wrong, first, &second); });
  };
  CaptureArguments wrong = a;
  wrong.tape = "largest";
  EXPECT_THAT(refused(wrong), HasSubstr("--tape: is of one plan"));
  wrong = a;
  wrong.points = true;
  EXPECT_THAT(refused(wrong), HasSubstr("--points: is of one plan"));
  wrong = a;
  wrong.compare = "wipe";
  EXPECT_THAT(refused(wrong), HasSubstr("--compare: "));
  wrong = a;
  wrong.clip = "x.mp4";
  EXPECT_THAT(refused(wrong), HasSubstr("--clip: is of one plan"));
}

TEST(CaptureOptions, DefaultsFitTheRegion) {
  EXPECT_EQ(capture_job(arguments(), plan_of(simulation::Region::calf)).stills[0].view,
            render::StandardView::back);
  const CaptureJob face = capture_job(arguments(), plan_of(simulation::Region::face));
  EXPECT_EQ(face.stills[0].view, render::StandardView::front);
  EXPECT_EQ(face.stills.size(), 3u);
}

TEST(CaptureOptions, CloseUpsAreOfTheirRegion) {
  CaptureArguments a = arguments();
  a.views = "glabella";
  EXPECT_THAT(fault(a), HasSubstr("--views: \"glabella\" is no view of a calf, expected front, back"));
  EXPECT_THAT(fault(a), testing::Not(HasSubstr("jaw-left")));
  a.views = "calf-back,calf-inner-left,calf-inner-right,calf-outer-left,calf-outer-right,calf-heel";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).stills.size(), 18u);
  EXPECT_THROW(capture_job(a, plan_of(simulation::Region::face)), InputError);
  a.views = "glabella,forehead,crows-feet-left,crows-feet-right,lower-face,jaw-left,jaw-right";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::face)).stills.size(), 21u);
}

TEST(CaptureOptions, WeeksEndNineMonthsAfterTheLastSession) {
  CaptureArguments a = arguments();
  a.weeks = "43";
  EXPECT_EQ(fault(a), "");
  a.weeks = "43.5";
  EXPECT_THAT(fault(a),
              HasSubstr("--weeks: 43.5 is outside the weeks shown for this plan, expected 0 to 43"));
  a.weeks = "-1";
  EXPECT_THAT(fault(a), HasSubstr("--weeks"));
  a.weeks = "1,,2";
  EXPECT_THAT(fault(a), HasSubstr("empty part"));
  a.weeks = "nan";
  EXPECT_THAT(fault(a), HasSubstr("not a number"));
}

TEST(CaptureOptions, SizesHaveLimits) {
  CaptureArguments a = arguments();
  for (const char* bad : {"100", "0x0", "99999x99999", "16384x16384", "1600x", "x", "-5x5", "1e3x500"}) {
    a.size = bad;
    EXPECT_THAT(fault(a), HasSubstr("--size")) << bad;
  }
  a.size = "7680x4320";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).stills[0].format.size, glm::ivec2(7680, 4320));
  a.preset = "story";
  EXPECT_THAT(fault(a), HasSubstr("expected one of them"));
  a.size.reset();
  const PictureFormat story = capture_job(a, plan_of(simulation::Region::calf)).stills[0].format;
  EXPECT_EQ(story.size, glm::ivec2(1080, 1920));
  EXPECT_EQ(story.keep_clear, 250);
}

TEST(CaptureOptions, SixteenBitsAreForStills) {
  CaptureArguments a = arguments();
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).stills[0].format.depth, render::Depth::bits_8);
  a.bits = "16";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).stills[0].format.depth, render::Depth::bits_16);
  a.clip = "a.mp4";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).clip->still.format.depth,
            render::Depth::bits_8);
  a.folder.clear();
  EXPECT_THAT(fault(a), HasSubstr("--bits: 16 is for stills"));
  a.bits = "10";
  EXPECT_THAT(fault(a), HasSubstr("--bits: \"10\" is not known, expected 8 or 16"));
}

TEST(CaptureOptions, ExpressionsBelongToFaces) {
  CaptureArguments a = arguments();
  a.pose.expression = "frown";
  EXPECT_THAT(fault(a), HasSubstr("a calf has no expression"));
  EXPECT_EQ(fault(a, simulation::Region::face), "");
  a.pose.expression = "sneer";
  EXPECT_THAT(fault(a, simulation::Region::face),
              HasSubstr("expected neutral, frown, raise, squint, smile or shut"));
  a.pose.expression = "frown";
  a.pose.effort = "1.5";
  EXPECT_THAT(fault(a, simulation::Region::face), HasSubstr("--effort: 1.5 is out of range"));
}

TEST(CaptureOptions, PosesBelongToCalves) {
  CaptureArguments a = arguments();
  a.pose.effort = "0.5";
  EXPECT_THAT(fault(a), HasSubstr("--effort: a calf that stands makes none"));
  a.pose.pose = "standing";
  EXPECT_THAT(fault(a), HasSubstr("--effort: a calf that stands makes none"));
  a.pose.pose = "tiptoe";
  const Still still = capture_job(a, plan_of(simulation::Region::calf)).stills[0];
  EXPECT_EQ(still.pane.moment.pose, simulation::CalfPose::tiptoe);
  EXPECT_EQ(still.pane.moment.effort, 0.5);
  EXPECT_THAT(fault(a, simulation::Region::face), HasSubstr("--pose: a face does not stand"));
  a.pose.pose = "kneeling";
  EXPECT_THAT(fault(a), HasSubstr("expected standing or tiptoe"));
}

TEST(CaptureOptions, OnlyTiptoeIsNamedInTheFile) {
  CaptureArguments a = arguments();
  a.weeks = "0";
  const auto file = [&] { return capture_job(a, plan_of(simulation::Region::calf)).stills[0].file; };
  EXPECT_EQ(file(), "calf_back_w00_typical.png");
  a.pose.pose = "standing";
  EXPECT_EQ(file(), "calf_back_w00_typical.png");
  a.pose.pose = "tiptoe";
  EXPECT_EQ(file(), "calf_back_w00_typical_tiptoe.png");
  a.name = "{pose}_{week}";
  EXPECT_EQ(file(), "tiptoe_0.png");
}

TEST(CaptureOptions, NamesMustDiffer) {
  CaptureArguments a = arguments();
  a.name = "{view}";
  EXPECT_THAT(fault(a), HasSubstr("--name: two pictures would have the name back.png"));
}

TEST(CaptureOptions, ReferenceNeedsOnePicture) {
  CaptureArguments a = arguments();
  a.max_difference = "2";
  EXPECT_THAT(fault(a), HasSubstr("--reference"));
  a.reference = "ref.png";
  EXPECT_THAT(fault(a), HasSubstr("this makes 3"));
  a.weeks = "0";
  EXPECT_EQ(capture_job(a, plan_of(simulation::Region::calf)).max_difference, 2.0);
}

TEST(CaptureOptions, ClipsAreCheckedBeforehand) {
  CaptureArguments a;
  a.clip = "film.avi";
  EXPECT_THAT(fault(a), HasSubstr("expected .mp4, .webm or .gif"));
  a.clip = "film.mp4";
  const CaptureJob job = capture_job(a, plan_of(simulation::Region::calf));
  EXPECT_TRUE(job.stills.empty());
  EXPECT_EQ(job.clip->to_week, 43.0);
  a.responder = "all";
  EXPECT_THAT(fault(a), HasSubstr("one responder"));
  a.responder = "low";
  a.size = "641x480";
  EXPECT_THAT(fault(a), HasSubstr("odd side"));
}

}  // namespace
}  // namespace app
