#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/calf/leg.h"
#include "simulation/calf/muscle_relief.h"
#include "tests/simulation/calf/calf_body.h"

namespace {

using simulation::BodySide;
using simulation::MuscleRelief;
using simulation::radians;

struct ReliefOfLeg {
  CalfBody body;
  simulation::LegTape tape;
  simulation::LegOutline outline;
  simulation::GirthReading week0;
  simulation::CalfMuscles muscles;
  MuscleRelief relief;

  explicit ReliefOfLeg(const simulation::Person& person)
      : body(person),
        tape(body.surface.tape(BodySide::left)),
        outline(tape, body.surface.rest_mm()),
        week0(tape.largest(body.surface.rest_mm())),
        muscles(outline, person, BodySide::left, week0.girth_mm, week0.t),
        relief(outline, muscles, person, BodySide::left) {}

  /// Outward at a contraction of all muscles and an even loss of the heads.
  double mm(double t, double theta, double pull = 0.0, double loss = 0.0,
            const simulation::CompartmentPattern& pattern = simulation::even_pattern()) const {
    const MuscleRelief::Change change = relief.change(t, theta, pattern);
    double sum = relief.rest_mm(t, theta);
    for (std::size_t m = 0; m < 3; ++m) {
      const double lost = m < 2 ? loss : 0.0;
      sum += lost * change.lost[m] + pull * change.tensed[m] + lost * pull * change.both[m];
    }
    return sum;
  }
  /// Between the highest of the relief and its lowest over the calf.
  double range_mm(double pull, double loss = 0.0) const {
    double low = 0.0;
    double high = 0.0;
    for (double t = 0.1; t < 0.7; t += 0.01)
      for (double degrees = -90.0; degrees < 91.0; degrees += 3.0) {
        low = std::min(low, mm(t, radians(degrees), pull, loss));
        high = std::max(high, mm(t, radians(degrees), pull, loss));
      }
    return high - low;
  }
  struct Groove {
    double depth_mm = 0.0;  // under the line over its lips
    double width_mm = 0.0;  // where it is half as deep
  };
  /// The groove between the heads at one height.
  Groove groove(double t, double pull) const {
    const auto at = [&](double degrees) { return mm(t, radians(degrees), pull); };
    double floor = 0.0;
    for (double d = -15.0; d < 15.1; d += 0.5)
      if (at(d) < at(floor)) floor = d;
    double left = floor;
    double right = floor;
    for (double d = floor; d < floor + 40.0; d += 0.5)
      if (at(d) > at(right)) right = d;
    for (double d = floor; d > floor - 40.0; d -= 0.5)
      if (at(d) > at(left)) left = d;
    Groove out;
    out.depth_mm = std::min(at(left), at(right)) - at(floor);
    const double half = at(floor) + 0.5 * out.depth_mm;
    double from = floor;
    double to = floor;
    while (at(from) < half && from > left) from -= 0.5;
    while (at(to) < half && to < right) to += 0.5;
    out.width_mm = radians(to - from) * outline.radius_mm().sample(t, radians(floor));
    return out;
  }
};

const ReliefOfLeg& muscular() {
  static const ReliefOfLeg leg(person_of(39.0, 25.0, 4.5));
  return leg;
}

TEST(MuscleRelief, TheGrooveOfALeanTensedCalfIsAsDeepAndWideAsAssumed) {
  // Where the heads lie side by side; lower down the tendon comes between them.
  const auto tensed = muscular().groove(0.24, 0.9);
  EXPECT_GT(tensed.depth_mm, 1.0);
  EXPECT_LT(tensed.depth_mm, 4.0);
  EXPECT_GT(tensed.width_mm, 8.0);
  EXPECT_LT(tensed.width_mm, 15.0);
  const auto rest = muscular().groove(0.24, 0.0);
  EXPECT_LT(rest.depth_mm, 0.7 * tensed.depth_mm);
  EXPECT_GT(rest.depth_mm, 0.3 * tensed.depth_mm);
  // The largest heads under the thinnest fat have no deeper one.
  const ReliefOfLeg most(person_of(41.0, 32.0, 1.5));
  for (double t = 0.1; t < 0.6; t += 0.02) {
    EXPECT_LT(most.groove(t, 0.9).depth_mm, 4.2) << t;
  }
  for (double t = 0.1; t < 0.6; t += 0.02) EXPECT_LT(muscular().groove(t, 0.9).depth_mm, 4.0) << t;
  RecordProperty("groove_mm", std::to_string(rest.depth_mm) + " at rest, " + std::to_string(tensed.depth_mm) +
                                  " tensed, " + std::to_string(tensed.width_mm) + " wide");
}

TEST(MuscleRelief, FatHidesIt) {
  double last_rest = muscular().range_mm(0.0);
  double last_tensed = muscular().range_mm(0.9);
  for (const double fat_mm : {5.5, 6.5, 7.5}) {
    const ReliefOfLeg leg(person_of(39.0, 25.0, fat_mm));
    EXPECT_LT(leg.range_mm(0.0), last_rest) << fat_mm;
    EXPECT_LT(leg.range_mm(0.9), last_tensed) << fat_mm;
    last_rest = leg.range_mm(0.0);
    last_tensed = leg.range_mm(0.9);
  }
  const ReliefOfLeg eight(person_of(39.0, 25.0, 8.5));
  EXPECT_EQ(eight.range_mm(0.0), 0.0);
  EXPECT_LT(eight.range_mm(0.9), 0.2);
  EXPECT_FALSE(ReliefOfLeg(person_of(39.0, 25.0, 12.0)).relief.shows());
}

TEST(MuscleRelief, ASlimMuscleHasNone) {
  EXPECT_LT(ReliefOfLeg(person_of(31.5, 13.0, 4.5)).range_mm(0.9), 0.3);
  EXPECT_FALSE(ReliefOfLeg(person_of(31.5, 11.0, 4.5)).relief.shows());
  EXPECT_LT(ReliefOfLeg(person_of(36.0, 19.0, 4.5)).range_mm(0.9), 0.75 * muscular().range_mm(0.9));
}

TEST(MuscleRelief, TheMedialHeadEndsLowerAndItsEndMovesUpOnEffort) {
  // Where the relief falls most over 20 mm along the middle of each head: its lower end.
  const auto end_of = [](simulation::CalfMuscle muscle, double pull) {
    const simulation::MuscleBundle& head = muscular().muscles.bundle(muscle);
    const double step = 20.0 / muscular().outline.frame().length_mm;
    double end = 0.0;
    double most = 0.0;
    for (double t = 0.3; t < 0.6; t += 0.002) {
      const double theta = head.centre_at(std::min(t, head.t_to - 0.02));
      const double fall =
          muscular().mm(t - 0.5 * step, theta, pull) - muscular().mm(t + 0.5 * step, theta, pull);
      if (fall > most) {
        most = fall;
        end = t;
      }
    }
    EXPECT_GT(most, 0.3);
    return end;
  };
  const double medial = end_of(simulation::CalfMuscle::medial, 0.0);
  EXPECT_GT(medial, end_of(simulation::CalfMuscle::lateral, 0.0) + 0.03);
  EXPECT_LT(end_of(simulation::CalfMuscle::medial, 1.0), medial - 0.01);
}

TEST(MuscleRelief, SoftensWhereTheLossIs) {
  EXPECT_LT(muscular().range_mm(0.0, 0.2), 0.75 * muscular().range_mm(0.0));
  EXPECT_LT(muscular().range_mm(0.9, 0.2), 0.75 * muscular().range_mm(0.9));
  // All of the medial loss in its lowest level: the end softens, the top does not.
  simulation::CompartmentPattern low{};
  for (int c = simulation::compartments::kMedial - 2; c < simulation::compartments::kMedial; ++c)
    low[static_cast<std::size_t>(c)] = 4.0;
  const simulation::MuscleBundle& head = muscular().muscles.bundle(simulation::CalfMuscle::medial);
  const double top = 0.12;
  const double end = 0.46;
  const auto change = [&](double t) {
    const double theta = head.centre_at(t);
    return muscular().relief.change(t, theta, low).lost[0];
  };
  EXPECT_EQ(change(top), 0.0);
  EXPECT_NE(change(end), 0.0);
}

TEST(MuscleRelief, AMoundGoesFlatWhereMostIsLostAndNotHollow) {
  constexpr double kMostMeanLoss = 0.4;
  simulation::CompartmentPattern close{};
  close.fill(2.0);  // as far over the mean as doses may lie
  const simulation::MuscleBundle& head = muscular().muscles.bundle(simulation::CalfMuscle::medial);
  int high = 0;
  for (double t = 0.1; t < 0.5; t += 0.02) {
    const double theta = head.centre_at(t);
    const double rest = muscular().mm(t, theta);
    if (rest < 0.3) continue;
    ++high;
    EXPECT_GT(muscular().mm(t, theta, 0.0, kMostMeanLoss, close), -0.1 * rest) << t;
  }
  EXPECT_GT(high, 3);
}

TEST(MuscleRelief, NoSectionGainsOrLosesArea) {
  const simulation::LegGrid& radius = muscular().outline.radius_mm();
  for (double t = 0.05; t < 0.95; t += 0.05) {
    double area = 0.0;
    double whole = 0.0;
    for (int d = 0; d < 360; ++d) {
      const double theta = radians(d);
      area += muscular().mm(t, theta, 0.9) * radius.sample(t, theta);
      whole += 0.5 * radius.sample(t, theta) * radius.sample(t, theta);
    }
    EXPECT_LT(std::abs(area), 0.0005 * whole) << t;
  }
}

}  // namespace
