#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"
#include "simulation/face/brow_gauge.h"

namespace app {
namespace {

using simulation::AdverseOutcome;

std::shared_ptr<const Outcome> outcome_of(const std::string& plan) {
  Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED, app::find_paths().cache});
  return workbench.outcome(read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/" + plan + ".json"));
}

const Outcome& face() {
  static const auto outcome = outcome_of("face-full");
  return *outcome;
}
const Outcome& calf() {
  static const auto outcome = outcome_of("calf-standard");
  return *outcome;
}

Moment at_week(double week) {
  Moment moment;
  moment.week = week;
  return moment;
}

Moment with(Moment moment, AdverseOutcome shown) {
  moment.side_effect = shown;
  return moment;
}

std::vector<glm::vec3> skin(const Outcome& outcome, const Moment& moment) {
  return outcome.surface(moment).parts.front().positions_mm;
}

/// The largest fall of a skin point within so many mm of a place, in front view.
double fall_mm(const Outcome& outcome, const Moment& before, const Moment& now, const glm::dvec3& place,
               double within_mm) {
  const auto a = skin(outcome, before), b = skin(outcome, now);
  const auto& rest = outcome.body().parts().front().rest_mm;
  double most = -1e9;
  for (std::size_t i = 0; i < rest.size(); ++i)
    if (std::hypot(rest[i].x - place.x, rest[i].y - place.y) < within_mm && rest[i].z > place.z - 25.0)
      most = std::max(most, static_cast<double>(a[i].y - b[i].y));
  return most;
}

glm::dvec3 mark(const char* name) {
  return face().body().landmarks().at(name);
}

TEST(SideEffectShape, ADroopingLidHangsAMillimetreOrTwoLowerOnOneSideAndTheEyeStaysOpen) {
  const Moment plain = at_week(4.0), drooping = with(plain, AdverseOutcome::eyelid_droop);
  const double left = fall_mm(face(), plain, drooping, mark("l-eye") + glm::dvec3(0, 5, 0), 8.0);
  EXPECT_GT(left, 1.0);
  EXPECT_LT(left, 2.6);
  EXPECT_LT(std::abs(fall_mm(face(), plain, drooping, mark("r-eye"), 20.0)), 0.01);
}

TEST(SideEffectShape, DroopingBrowsSitLowerAndFlatter) {
  const Moment untreated = at_week(0.0), drooping = with(at_week(4.0), AdverseOutcome::brow_droop);
  const auto rest = face().baseline(untreated).parts.front().positions_mm;
  const auto now = skin(face(), drooping);
  const simulation::BrowGauge gauge(rest, face().body().face_landmarks());
  const auto fall = [&](int place) {
    return gauge.height_mm(rest, place).left - gauge.height_mm(now, place).left;
  };
  EXPECT_GT(fall(1), 1.5);
  EXPECT_LT(fall(1), 5.0);
  // Flatter: the peak comes down more than the tail does.
  EXPECT_GT(fall(1), fall(2));
}

TEST(SideEffectShape, OneCornerOfTheMouthLagsInASmile) {
  Moment smile = at_week(4.0);
  smile.expression = simulation::Expression::smile;
  const Moment uneven = with(smile, AdverseOutcome::uneven_smile);
  EXPECT_GT(fall_mm(face(), smile, uneven, mark("l-mouth-corner"), 4.0), 2.0);
  EXPECT_LT(std::abs(fall_mm(face(), smile, uneven, mark("r-mouth-corner"), 4.0)), 0.3);
}

TEST(SideEffectShape, AWeakPushOffLiftsTheHeelsLessFromTheSameFloor) {
  Moment tiptoe = at_week(8.0);
  tiptoe.pose = simulation::CalfPose::tiptoe;
  const auto lowest = [](const std::vector<glm::vec3>& points, double behind_z) {
    double y = 1e9;
    for (const glm::vec3& p : points)
      if (p.z < behind_z) y = std::min(y, static_cast<double>(p.y));
    return y;
  };
  const auto strong = skin(calf(), tiptoe), weak = skin(calf(), with(tiptoe, AdverseOutcome::weak_push_off));
  EXPECT_NEAR(lowest(weak, 1e9), lowest(strong, 1e9), 0.5);
  const double behind = calf().body().landmarks().at("l-ankle").z - 5.0;
  const double floor = lowest(strong, 1e9);
  const double rise = lowest(strong, behind) - floor, weak_rise = lowest(weak, behind) - floor;
  EXPECT_GT(rise, 30.0);
  EXPECT_LT(weak_rise, 0.8 * rise);
  EXPECT_GT(weak_rise, 0.2 * rise);
}

TEST(SideEffectShape, NoNumberOfThePlanChanges) {
  for (const auto& [outcome, shown] :
       {std::pair(&face(), AdverseOutcome::eyelid_droop), std::pair(&face(), AdverseOutcome::brow_droop),
        std::pair(&calf(), AdverseOutcome::weak_push_off)}) {
    Moment plain = at_week(8.0);
    plain.pose = simulation::CalfPose::tiptoe;
    const Moment other = with(plain, shown);
    EXPECT_EQ(outcome->state(plain).muscles.values, outcome->state(other).muscles.values);
    EXPECT_EQ(outcome->skin_change_mm(plain), outcome->skin_change_mm(other));
    EXPECT_EQ(surface_hash(outcome->baseline(plain)), surface_hash(outcome->baseline(other)));
    EXPECT_NE(surface_hash(outcome->surface(plain)), surface_hash(outcome->surface(other)));
  }
}

TEST(SideEffectShape, WhatLiesOnTheSkinMovesNothing) {
  for (const AdverseOutcome shown : {AdverseOutcome::injection_bumps, AdverseOutcome::bruise})
    EXPECT_EQ(surface_hash(face().surface(at_week(4.0))),
              surface_hash(face().surface(with(at_week(4.0), shown))));
}

}  // namespace
}  // namespace app
