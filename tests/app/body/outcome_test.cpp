#include "app/body/outcome.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <glm/geometric.hpp>
#include <numeric>
#include <thread>

#include "app/body/workbench.h"
#include "app/check/free_point_check.h"
#include "app/files/plan_file.h"
#include "simulation/measure/leg_tape.h"
#include "tests/app/english.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Expression;
using simulation::Responder;

const Paths kPaths{FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache};

Limits limits() {
  return read_limits(kPaths.shared_file("clinical/limits.json"));
}

std::shared_ptr<const Outcome> example(const std::string& name) {
  Workbench workbench(kPaths);
  return workbench.outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/" + name + ".json"));
}

bool same_bytes(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(glm::vec3)) == 0;
}

/// Largest tape girth in cm, measured on the points as a stranger would: no use of the model's own reading.
double girth_cm(const Body& body, const std::vector<glm::vec3>& points, BodySide side) {
  const std::string s = side == BodySide::left ? "l" : "r";
  const simulation::LegFrame frame =
      simulation::make_leg_frame({body.landmarks().at(s + "-knee"), body.landmarks().at(s + "-ankle")}, side);
  const simulation::LegTape tape(points, body.parts().front().topology->point_triangles, frame, 0.0, 0.8);
  return tape.largest(points).girth_mm / 10.0;
}

TEST(CalfOutcome, WeekZeroIsTheUntreatedBodyOfThePlansGirth) {
  const auto outcome = example("calf-standard");
  const Surface week0 = outcome->surface({0.0, Responder::high});
  const Surface rest = outcome->baseline({});
  EXPECT_TRUE(same_bytes(week0.parts[0].positions_mm, rest.parts[0].positions_mm));
  EXPECT_TRUE(same_bytes(week0.parts[0].normals, rest.parts[0].normals));
  EXPECT_TRUE(outcome->untreated({0.0, Responder::typical}));
  EXPECT_NEAR(girth_cm(outcome->body(), week0.parts[0].positions_mm, BodySide::left), 36.4, 0.05);
  EXPECT_NEAR(girth_cm(outcome->body(), week0.parts[0].positions_mm, BodySide::right), 36.2, 0.05);
  EXPECT_GE(week0.parts[0].positions_mm.size(), 45'000u);
}

/// What waits until it is asked for must not depend on who asks first, nor on how many.
TEST(AnyOutcome, IsTheSameAskedFromSeveralThreads) {
  for (const char* name : {"calf-standard", "face-full"}) {
    const auto alone = example(name);
    const auto shared = example(name);
    const Moment moment{12.0, Responder::high};
    simulation::PredictionOptions options;
    options.people = 50;
    options.step_weeks = 12.0;
    std::string hash;
    std::size_t meshes = 0, rows = 0;
    std::thread all([&] { shared->work_out(); });
    std::thread skin([&] { hash = surface_hash(shared->surface(moment)); });
    std::thread below([&] { meshes = shared->body().anatomy({}, moment, shared->baseline(moment)).size(); });
    std::thread people([&] { rows = shared->predict(options).size(); });
    for (std::thread* thread : {&all, &skin, &below, &people}) thread->join();
    EXPECT_EQ(hash, surface_hash(alone->surface(moment)));
    EXPECT_EQ(meshes, alone->body().anatomy({}, moment, alone->baseline(moment)).size());
    EXPECT_EQ(rows, alone->predict(options).size());
  }
}

TEST(CalfOutcome, PredictedTypicalGirthIsWhatTheMeshMeasures) {
  const auto outcome = example("calf-standard");
  const auto rows = outcome->predict({});
  const Surface rest = outcome->baseline({});
  for (const double week : {6.0, 12.0, 26.0, 39.0}) {
    const Surface now = outcome->surface({week, Responder::typical});
    for (const BodySide side : simulation::kBodySides) {
      const std::string quantity =
          std::string("calf.") + (side == BodySide::left ? "left" : "right") + ".max_girth_change";
      const auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& r) { return r.week == week && r.quantity == quantity; });
      ASSERT_NE(row, rows.end());
      const double measured = girth_cm(outcome->body(), now.parts[0].positions_mm, side) -
                              girth_cm(outcome->body(), rest.parts[0].positions_mm, side);
      EXPECT_NEAR(*row->p50, measured, 0.05) << quantity << " week " << week;
    }
  }
}

TEST(CalfOutcome, RespondersAreOrderedAndScrubbingKeepsNoHistory) {
  const auto outcome = example("calf-standard");
  const auto girth = [&](double week, Responder responder) {
    return girth_cm(outcome->body(), outcome->surface({week, responder}).parts[0].positions_mm,
                    BodySide::left);
  };
  EXPECT_LT(girth(12, Responder::high), girth(12, Responder::typical));
  EXPECT_LT(girth(12, Responder::typical), girth(12, Responder::low));
  const std::string first = surface_hash(outcome->surface({5.0, Responder::typical}));
  outcome->surface({30.0, Responder::typical});
  EXPECT_EQ(surface_hash(outcome->surface({5.0, Responder::typical})), first);
}

TEST(CalfOutcome, ASurfaceTellsWhatChanged) {
  const auto outcome = example("calf-one-leg");
  Surface used = outcome->surface({6.0, Responder::high});
  ASSERT_EQ(used.changed.size(), used.parts.size());
  const auto count = static_cast<std::uint32_t>(used.parts.front().positions_mm.size());
  EXPECT_EQ(used.changed.front(), (PointRuns{{0U, count}}));
  for (const double week : {12.0, 20.0, 0.0, 9.0}) {
    const Surface before = used;
    outcome->surface({week, Responder::high}, used);
    EXPECT_EQ(surface_hash(used), surface_hash(outcome->surface({week, Responder::high})));
    std::uint32_t told = 0, next = 0;
    for (const glm::uvec2& run : used.changed.front()) {
      for (; next < run.x; ++next)
        ASSERT_TRUE(used.parts.front().positions_mm[next] == before.parts.front().positions_mm[next]);
      told += run.y - run.x;
      next = run.y;
    }
    EXPECT_GT(told, 0U);
    EXPECT_LT(told, count / 2);
  }
  // Tip-toe moves points that no week does.
  Moment raised{9.0, Responder::high};
  raised.pose = simulation::CalfPose::tiptoe;
  outcome->surface(raised, used);
  EXPECT_EQ(used.changed.front(), (PointRuns{{0U, count}}));
  outcome->surface({9.0, Responder::high}, used);
  EXPECT_EQ(used.changed.front(), (PointRuns{{0U, count}}));
  outcome->surface({9.0, Responder::high}, used);
  EXPECT_TRUE(used.changed.front().empty());
}

TEST(CalfOutcome, OnlyTheTreatedLegMoves) {
  const auto outcome = example("calf-one-leg");  // right leg only; the person's left is at +X
  const std::vector<float> change = outcome->skin_change_mm({12.0, Responder::high});
  const auto& rest = outcome->body().parts().front().rest_mm;
  float largest_left = 0.0f;
  float largest_right = 0.0f;
  for (std::size_t i = 0; i < rest.size(); ++i)
    (rest[i].x > 0.0f ? largest_left : largest_right) =
        std::max(rest[i].x > 0.0f ? largest_left : largest_right, std::abs(change[i]));
  EXPECT_EQ(largest_left, 0.0f);
  EXPECT_GT(largest_right, 1.0f);
}

TEST(FaceOutcome, NeutralWeekZeroIsRestAndFrownFades) {
  const auto outcome = example("face-glabella");
  const auto& parts = outcome->body().parts();
  const Surface rest = outcome->surface({0.0, Responder::typical, Expression::neutral, 1.0});
  for (std::size_t i = 0; i < parts.size(); ++i)
    EXPECT_TRUE(same_bytes(rest.parts[i].positions_mm, parts[i].rest_mm)) << parts[i].name;
  EXPECT_GE(parts.front().rest_mm.size(), 70'000u);

  const auto largest_move = [&](const Moment& moment) {
    const Surface surface = outcome->surface(moment);
    float largest = 0.0f;
    for (std::size_t i = 0; i < parts.front().rest_mm.size(); ++i)
      largest = std::max(largest, glm::length(surface.parts[0].positions_mm[i] - parts.front().rest_mm[i]));
    return largest;
  };
  const float before = largest_move({0.0, Responder::typical, Expression::frown, 1.0});
  const float treated = largest_move({6.0, Responder::typical, Expression::frown, 1.0});
  EXPECT_GT(before, 3.0f);
  EXPECT_LT(treated, 0.6f * before);
}

TEST(FaceOutcome, SmileOfTheLowerFaceIsLeftAlone) {
  const auto outcome = example("face-glabella");
  const auto& rest = outcome->body().parts().front().rest_mm;
  const double mouth = outcome->body().landmarks().at("mouth").y;
  const Surface before = outcome->surface({0.0, Responder::high, Expression::smile, 1.0});
  const Surface treated = outcome->surface({6.0, Responder::high, Expression::smile, 1.0});
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i].y < mouth) {
      ASSERT_LT(glm::length(before.parts[0].positions_mm[i] - treated.parts[0].positions_mm[i]), 0.05f);
    }
  }
}

/// Texture coordinate of the skin point nearest to a place.
glm::dvec2 uv_near(const Body& body, const glm::dvec3& place) {
  const BodyPart& skin = body.parts().front();
  std::size_t best = 0;
  for (std::size_t v = 0; v < skin.topology->vertex_point.size(); ++v) {
    const auto distance = [&](std::size_t i) {
      return glm::length(glm::dvec3(skin.rest_mm[skin.topology->vertex_point[i]]) - place);
    };
    if (distance(v) < distance(best)) best = v;
  }
  return glm::dvec2(skin.topology->vertex_uv[best]);
}

TEST(FreePoints, ActOnTheMuscleTheyLieOverAndNoOther) {
  Workbench workbench(kPaths);
  simulation::Plan plan;
  plan.region = simulation::Region::face;
  const auto body = workbench.body(plan);
  const glm::dvec3 brow =
      body->landmarks().at("l-brow-medial") * 0.6 + body->landmarks().at("l-brow-middle") * 0.4;
  plan.sessions.push_back(
      {0.0, simulation::Product::onabotulinumtoxin_a, {{simulation::SkinPoint{uv_near(*body, brow)}, 10.0}}});
  EXPECT_TRUE(check_free_points(plan, *body, workbench.model(), limits(), english()).empty());
  const auto state = workbench.outcome(plan)->state({6.0, Responder::typical});
  EXPECT_GT(state.muscles.at(simulation::Muscle::corrugator, BodySide::left).block, 0.3);
  EXPECT_LT(state.muscles.at(simulation::Muscle::corrugator, BodySide::right).block, 0.05);
  EXPECT_LT(state.muscles.at(simulation::Muscle::masseter, BodySide::left).block, 0.01);
}

TEST(FreePoints, FarOrOffTheSkinWarnAndDoNothing) {
  Workbench workbench(kPaths);
  simulation::Plan plan;
  const auto body = workbench.body(plan);
  plan.sessions.push_back({0.0,
                           simulation::Product::onabotulinumtoxin_a,
                           {{simulation::SkinPoint{uv_near(*body, body->landmarks().at("l-foot-2"))}, 50.0},
                            {simulation::SkinPoint{{0.9999, 0.0001}}, 50.0}}});
  const auto findings = check_free_points(plan, *body, workbench.model(), limits(), english());
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].field, "sessions[0].injections[0].skin_uv");
  EXPECT_NE(findings[0].text.find("far from any muscle"), std::string::npos);
  EXPECT_NE(findings[1].text.find("not on the skin"), std::string::npos);
  EXPECT_TRUE(workbench.outcome(plan)->untreated({12.0, Responder::typical}));
}

TEST(FreePoints, OverTheMedialHeadSlimThatLeg) {
  Workbench workbench(kPaths);
  simulation::Plan plan;
  const auto body = workbench.body(plan);
  const glm::dvec3 knee = body->landmarks().at("r-knee");
  const glm::dvec3 ankle = body->landmarks().at("r-ankle");
  // A fifth of the way down, behind and to the inside: the right leg's inside is toward +X.
  const glm::dvec3 place = knee + 0.22 * (ankle - knee) + glm::dvec3(30.0, 0.0, -60.0);
  plan.sessions.push_back({0.0,
                           simulation::Product::onabotulinumtoxin_a,
                           {{simulation::SkinPoint{uv_near(*body, place)}, 50.0}}});
  const auto state = workbench.outcome(plan)->state({12.0, Responder::typical});
  EXPECT_LT(state.muscles.at(simulation::Muscle::gastrocnemius_medial, BodySide::right).volume, 0.99);
  EXPECT_EQ(state.muscles.at(simulation::Muscle::gastrocnemius_medial, BodySide::left).volume, 1.0);
}

TEST(Outcome, RefusesABodyOfAnotherPerson) {
  Workbench workbench(kPaths);
  simulation::Plan plan;
  const auto body = workbench.body(plan);
  plan.person.age_years = 60;
  EXPECT_THROW(Outcome(body, workbench.model(), workbench.fillers(), plan), std::invalid_argument);
}

TEST(Workbench, KeepsTheBodyWhileThePersonStays) {
  Workbench workbench(kPaths);
  simulation::Plan plan;
  const auto body = workbench.body(plan);
  plan.sessions.push_back({});
  EXPECT_EQ(workbench.body(plan), body);
  plan.person.age_years = 60;
  EXPECT_NE(workbench.body(plan), body);
}

double total(const std::vector<float>& depths) {
  return std::accumulate(depths.begin(), depths.end(), 0.0);
}

TEST(FaceLines, UntreatedWeeksAreTheSameBytes) {
  const auto outcome = example("face-untreated");
  for (const Expression e : {Expression::neutral, Expression::frown, Expression::raise, Expression::squint}) {
    const Surface before = outcome->surface({0.0, Responder::typical, e, 1.0});
    const Surface later = outcome->surface({12.0, Responder::typical, e, 1.0});
    ASSERT_FALSE(before.line_depths_mm.empty());
    EXPECT_GT(total(before.line_depths_mm), 1.0);
    EXPECT_EQ(before.line_depths_mm, later.line_depths_mm);
  }
}

TEST(FaceLines, DrawnFrownLosesWhatThePredictionSays) {
  const auto outcome = example("face-glabella");
  const simulation::LineMap& map = *outcome->body().lines();
  const auto frown = [&](double week) {
    const Surface s = outcome->surface({week, Responder::typical, Expression::frown, 1.0});
    double sum = 0.0;
    std::size_t i = 0;
    for (const simulation::LinePlace& line : map.lines())
      for (std::size_t k = 0; k < line.points.size(); ++k, ++i)
        if (line.group == simulation::LineGroup::glabella) sum += s.line_depths_mm[i];
    return sum;
  };
  const double full = frown(0.0);
  for (const double week : {2.0, 4.0, 12.0, 20.0, 30.0}) {
    const double relief = outcome->state({week, Responder::typical}).glabella.effort_relief;
    EXPECT_NEAR(frown(week) / full, relief, 0.005) << week;
  }
  EXPECT_LT(frown(4.0), 0.8 * full);
  EXPECT_GT(frown(39.0), frown(16.0));
}

// No face is its own mirror image, but its sides are alike, and an even treatment takes about as much from
// each.
TEST(FaceLines, AnEvenTreatmentSoftensBothSidesAlike) {
  const auto outcome = example("face-glabella");
  const simulation::LineMap& map = *outcome->body().lines();
  const auto sides_mm = [&](double week) {
    const Surface s = outcome->surface({week, Responder::typical, Expression::frown, 1.0});
    simulation::Sided<double> sum{0.0, 0.0};
    std::size_t i = 0;
    for (const simulation::LinePlace& line : map.lines())
      for (const simulation::LinePoint& p : line.points) {
        if (std::abs(p.rest_mm.x) > 0.1F && line.group == simulation::LineGroup::glabella)
          (p.rest_mm.x > 0.0F ? sum.left : sum.right) += s.line_depths_mm[i];
        ++i;
      }
    return sum;
  };
  const simulation::Sided<double> before = sides_mm(0.0), treated = sides_mm(4.0);
  EXPECT_NEAR(before.left / before.right, 1.0, 0.45);
  EXPECT_NEAR((treated.left / before.left) / (treated.right / before.right), 1.0, 0.06);
}

}  // namespace
}  // namespace app
