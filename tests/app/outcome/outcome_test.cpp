#include "app/outcome/outcome.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <glm/geometric.hpp>

#include "app/files/plan_file.h"
#include "app/outcome/workbench.h"
#include "simulation/measure/leg_tape.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Expression;
using simulation::Responder;

const Paths kPaths{FORESHOW_SHARE, FORESHOW_BAKED};

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
  const simulation::LegFrame frame = simulation::make_leg_frame(
      {body.landmarks().at(s + "-knee"), body.landmarks().at(s + "-ankle")}, side);
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

TEST(CalfOutcome, PredictedTypicalGirthIsWhatTheMeshMeasures) {
  const auto outcome = example("calf-standard");
  Workbench workbench(kPaths);
  const auto rows = simulation::predict(outcome->plan(), workbench.model(), outcome->body().response(), {});
  const Surface rest = outcome->baseline({});
  for (const double week : {6.0, 12.0, 26.0, 39.0}) {
    const Surface now = outcome->surface({week, Responder::typical});
    for (const BodySide side : simulation::kBodySides) {
      const std::string quantity =
          std::string("calf.") + (side == BodySide::left ? "left" : "right") + ".max_girth_change";
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) {
        return r.week == week && r.quantity == quantity;
      });
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
    return girth_cm(outcome->body(), outcome->surface({week, responder}).parts[0].positions_mm, BodySide::left);
  };
  EXPECT_LT(girth(12, Responder::high), girth(12, Responder::typical));
  EXPECT_LT(girth(12, Responder::typical), girth(12, Responder::low));
  const std::string first = surface_hash(outcome->surface({5.0, Responder::typical}));
  outcome->surface({30.0, Responder::typical});
  EXPECT_EQ(surface_hash(outcome->surface({5.0, Responder::typical})), first);
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

TEST(Outcome, RefusesABodyOfAnotherPerson) {
  Workbench workbench(kPaths);
  simulation::Plan plan;
  const auto body = workbench.body(plan);
  plan.person.age_years = 60;
  EXPECT_THROW(Outcome(body, workbench.model(), plan), std::invalid_argument);
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

}  // namespace
}  // namespace app
