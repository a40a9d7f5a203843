#include "simulation/face/line_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>
#include <numeric>

#include "simulation/face/fold.h"
#include "simulation/measure/smooth.h"
#include "tests/simulation/face/mask.h"

namespace simulation {
namespace {

constexpr Expression kExpressions[] = {Expression::neutral, Expression::frown, Expression::raise,
                                       Expression::squint, Expression::smile};

// Both halves have their own points on the midline; they move alike.
LineMap map() {
  return {mask::part(), mask::triangles(), mask::landmarks(), FaceResponse{}};
}

FaceBaseline graded(int rest, int effort) {
  const LineGrade g{rest, effort};
  return {g, g, {g, g}};
}

double sum(const std::vector<float>& depths) {
  return std::accumulate(depths.begin(), depths.end(), 0.0);
}

TreatmentState frown_blocked(double block, double relief) {
  TreatmentState state;
  for (const BodySide side : kBodySides)
    for (const Muscle m : {Muscle::corrugator, Muscle::depressor_supercilii, Muscle::procerus})
      state.muscles.at(m, side).block = block;
  state.glabella = {1.0 - 0.2 * (1.0 - relief), relief};
  return state;
}

/// Depths of one group alone.
std::vector<float> of(const LineMap& lines, const std::vector<float>& depths, LineGroup group) {
  std::vector<float> out;
  std::size_t i = 0;
  for (const LinePlace& line : lines.lines())
    for (std::size_t k = 0; k < line.points.size(); ++k, ++i)
      if (line.group == group) out.push_back(depths[i]);
  return out;
}

// A sinusoid drawn over a shorter span, measured by adding up its pieces, is as long as the skin was.
TEST(Fold, KeepsTheArcLengthOfASinusoid) {
  constexpr double kWavelength = 8.0;
  for (const double e : {0.01, 0.03, 0.06, 0.1}) {
    const double amplitude = fold_amplitude_mm(e, kWavelength, 1.0);
    const double span = kWavelength * (1.0 - e);
    double length = 0.0;
    constexpr int kPieces = 20000;
    for (int i = 0; i < kPieces; ++i) {
      const double slope = amplitude * 2.0 * kPi / span * std::cos(2.0 * kPi * (i + 0.5) / kPieces);
      length += span / kPieces * std::sqrt(1.0 + slope * slope);
    }
    // Exact to first order: without the fold the skin would be e * kWavelength too short.
    EXPECT_NEAR(length, kWavelength, 0.8 * e * e * kWavelength) << e;
  }
  EXPECT_NEAR(fold_amplitude_mm(0.13, 8.0, 0.5), 0.5 * 0.856, 0.002);
}

TEST(Fold, OnlySqueezedSkinFolds) {
  EXPECT_EQ(shortening(10.0, 10.0, 0.0), 0.0);
  EXPECT_EQ(shortening(10.0, 12.0, 0.0), 0.0);
  EXPECT_EQ(shortening(10.0, 9.9, 0.02), 0.0);
  EXPECT_NEAR(shortening(10.0, 9.0, 0.02), 0.08, 1e-12);
  EXPECT_EQ(fold_amplitude_mm(0.0, 8.0, 1.0), 0.0);
}

TEST(LineMap, LinesLieOnTheSkinInTheirRegion) {
  const LineMap lines = map();
  const FaceLandmarks l = mask::landmarks();
  ASSERT_GE(lines.lines().size(), 20u);
  for (const LinePlace& line : lines.lines())
    for (const LinePoint& p : line.points) {
      // The mask bends in steps of 2 mm: its chords are 0.008 mm behind the curve.
      EXPECT_NEAR(p.rest_mm.z, 150.0 - 0.008 * p.rest_mm.x * p.rest_mm.x, 0.02);
      EXPECT_NEAR(glm::length(p.across), 1.0, 1e-5);
      const double x = std::abs(p.rest_mm.x);
      const double up = p.rest_mm.y - l.eye.left.y;
      switch (line.group) {
        case LineGroup::glabella:
          EXPECT_LT(x, 1.6 * l.brow_medial.left.x);
          EXPECT_GT(up, -2.0);
          EXPECT_LT(up, 37.0);
          break;
        case LineGroup::forehead:
          EXPECT_LT(x, l.brow_lateral.left.x + 2.0);
          EXPECT_GT(up, 22.0);
          EXPECT_LT(up, 64.0);
          break;
        case LineGroup::crows_feet:
          // Outside the corner of the eye, or under the lower lid.
          if (up > -5.0) {
            EXPECT_GT(x, l.eye.left.x + 14.0);
          }
          EXPECT_GT(x, l.eye.left.x - 9.0);
          EXPECT_LT(up, 18.0);
          EXPECT_GT(up, -39.0);  // on the cheek
          break;
        case LineGroup::nose:
          EXPECT_LT(x, 12.0);
          EXPECT_LT(up, -3.0);
          break;
      }
    }
}

/// Lines of a group that are at all deep, and how long they are together.
struct Drawn {
  int lines = 0;
  double length_mm = 0.0;
};
Drawn drawn(const LineMap& lines, LineGroup group, const std::vector<float>& depths) {
  Drawn out;
  std::size_t i = 0;
  for (const LinePlace& line : lines.lines()) {
    double length_mm = 0.0;
    for (std::size_t k = 0; k < line.points.size(); ++k, ++i)
      if (line.group == group && k > 0 && depths[i] > 0.03F)
        length_mm += glm::distance(line.points[k].rest_mm, line.points[k - 1].rest_mm);
    out.lines += length_mm > 3.0 ? 1 : 0;
    out.length_mm += length_mm;
  }
  return out;
}

// A higher grade is not the same lines drawn deeper.
TEST(LineMap, AHigherGradeHasMoreAndLongerLines) {
  const LineMap lines = map();
  for (const auto& [group, expression] :
       {std::pair(LineGroup::glabella, Expression::frown), std::pair(LineGroup::forehead, Expression::raise),
        std::pair(LineGroup::crows_feet, Expression::squint)}) {
    Drawn before;
    for (int grade = 1; grade <= 3; ++grade) {
      const Drawn now = drawn(lines, group, lines.depths_mm({}, expression, 1.0, graded(0, grade)));
      EXPECT_GT(now.lines, before.lines) << grade;
      EXPECT_GT(now.length_mm, 1.25 * before.length_mm) << grade;
      before = now;
    }
  }
}

// A line does not end at effort where it goes on at rest.
TEST(LineMap, AtEffortLinesAreAtLeastAsLongAsAtRest) {
  const LineMap lines = map();
  for (const auto& [group, expression] : {std::pair(LineGroup::glabella, Expression::frown),
                                          std::pair(LineGroup::forehead, Expression::raise)}) {
    const auto rest = lines.depths_mm({}, Expression::neutral, 1.0, graded(2, 3));
    const auto effort = lines.depths_mm({}, expression, 1.0, graded(2, 3));
    EXPECT_GT(drawn(lines, group, effort).length_mm, 1.1 * drawn(lines, group, rest).length_mm);
  }
}

// Another face has other lines, and a face that differs by a trifle nearly the same ones.
TEST(LineMap, FacesDifferSmoothly) {
  const LineMap one = map();
  const auto with_mouth = [](double lower_mm) {
    FaceLandmarks l = mask::landmarks();
    l.mouth_corner.left.y -= lower_mm;
    return LineMap(mask::part(), mask::triangles(), l, FaceResponse{});
  };
  const auto farthest_mm = [&one](const LineMap& other) {
    double farthest = 0.0;
    for (std::size_t k = 0; k < one.lines().size(); ++k)
      for (std::size_t i = 0; i < one.lines()[k].points.size(); ++i)
        farthest = std::max(farthest, double(glm::distance(one.lines()[k].points[i].rest_mm,
                                                           other.lines()[k].points[i].rest_mm)));
    return farthest;
  };
  EXPECT_LT(farthest_mm(with_mouth(0.01)), 0.02);
  EXPECT_GT(farthest_mm(with_mouth(4.0)), 0.3);
}

TEST(LineMap, NoGradeNoLine) {
  const LineMap lines = map();
  for (const Expression e : kExpressions)
    for (const float depth : lines.depths_mm({}, e, 1.0, graded(0, 0))) EXPECT_EQ(depth, 0.0f);
}

TEST(LineMap, NoEffortIsTheRestingFace) {
  const LineMap lines = map();
  const auto rest = lines.depths_mm({}, Expression::neutral, 1.0, graded(2, 3));
  EXPECT_GT(sum(rest), 1.0);
  for (const Expression e : kExpressions) EXPECT_EQ(lines.depths_mm({}, e, 0.0, graded(2, 3)), rest);
  // At rest the effort grade does not matter.
  EXPECT_EQ(lines.depths_mm({}, Expression::neutral, 1.0, graded(2, 2)), rest);
}

float deepest(const LineMap& lines, LineGroup group, Expression expression, const FaceBaseline& grades) {
  const auto depths = of(lines, lines.depths_mm({}, expression, 1.0, grades), group);
  return *std::max_element(depths.begin(), depths.end());
}

// Twice the pitch over pi times the root of what the skin between the brows was shortened by, 9.11 %
// [wilson2015]: no line may be deeper.
TEST(LineMap, EffortFoldsDeeperWithTheGradeAndNeverDeeperThanTheSkinAllows) {
  const LineMap lines = map();
  for (const auto& [group, expression] :
       {std::pair(LineGroup::glabella, Expression::frown), std::pair(LineGroup::forehead, Expression::raise),
        std::pair(LineGroup::crows_feet, Expression::squint)}) {
    const double most = 2.0 * line_pitch_mm(group) / kPi * std::sqrt(0.0911);
    EXPECT_NEAR(deepest_line_mm(group), most, 1e-9);
    double before = 0.0;
    for (int grade = 1; grade <= 3; ++grade) {
      const double depth = deepest(lines, group, expression, graded(0, grade));
      EXPECT_GT(depth, before + 0.15);
      EXPECT_LT(depth, most);
      before = depth;
    }
    EXPECT_GT(before, 0.5 * most);
  }
}

TEST(LineMap, ALineAtRestIsLessThanHalfAsDeepAsItsGradeAtEffort) {
  const LineMap lines = map();
  for (int grade = 1; grade <= 3; ++grade) {
    const double rest = deepest(lines, LineGroup::glabella, Expression::neutral, graded(grade, grade));
    EXPECT_GT(rest, 0.05);
    EXPECT_LT(rest, 0.5 * deepest(lines, LineGroup::glabella, Expression::frown, graded(0, grade)));
  }
}

TEST(LineMap, SkinSwellsAtEffortAlone) {
  const LineMap lines = map();
  for (const float mm : lines.relief({}, Expression::neutral, 1.0, graded(2, 3)).swell_mm)
    EXPECT_EQ(mm, 0.0F);
  const LineRelief frown = lines.relief({}, Expression::frown, 1.0, graded(2, 3));
  EXPECT_GT(*std::max_element(frown.swell_mm.begin(), frown.swell_mm.end()), 0.5F);
  for (std::size_t i = 0; i < frown.depth_mm.size(); ++i) EXPECT_LE(frown.swell_mm[i], frown.depth_mm[i]);
}

TEST(LineMap, DeeperWithEveryGradeAndEffort) {
  const LineMap lines = map();
  for (const Expression e : kExpressions) {
    for (int rest = 0; rest <= 3; ++rest)
      for (int effort = rest; effort < 3; ++effort) {
        const auto less = lines.depths_mm({}, e, 1.0, graded(rest, effort));
        const auto more = lines.depths_mm({}, e, 1.0, graded(rest, effort + 1));
        for (std::size_t i = 0; i < less.size(); ++i) EXPECT_LE(less[i], more[i] + 1e-6f);
      }
    double before = -1.0;
    for (const double effort : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      const double now = sum(lines.depths_mm({}, e, effort, graded(1, 3)));
      EXPECT_GE(now, before - 1e-4);
      before = now;
    }
  }
}

TEST(LineMap, DrawnReliefIsThePredictedRelief) {
  const LineMap lines = map();
  const FaceBaseline grades = graded(0, 3);
  const auto full = of(lines, lines.depths_mm({}, Expression::frown, 1.0, grades), LineGroup::glabella);
  double before = 1e9;
  for (const double block : {0.2, 0.5, 0.8, 0.92}) {
    const double relief = std::sqrt(1.0 - block);
    const auto treated = lines.depths_mm(frown_blocked(block, relief), Expression::frown, 1.0, grades);
    const double drawn = sum(of(lines, treated, LineGroup::glabella));
    EXPECT_NEAR(drawn / sum(full), relief, 0.003) << block;
    EXPECT_LT(drawn, before);
    before = drawn;
  }
}

// What blocked muscles no longer fold is not made up for where others still pull.
TEST(LineMap, TreatmentDeepensNoLine) {
  const LineMap lines = map();
  TreatmentState state = frown_blocked(0.0, 0.75);
  state.muscles.at(Muscle::corrugator, BodySide::left).block = 0.9;
  state.muscles.at(Muscle::corrugator, BodySide::right).block = 0.9;
  const auto before = lines.depths_mm({}, Expression::frown, 1.0, graded(1, 3));
  const auto treated = lines.depths_mm(state, Expression::frown, 1.0, graded(1, 3));
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_LE(treated[i], before[i] + 1e-6F);
}

TEST(LineMap, OneSideTreatedSoftensThatSideMore) {
  const LineMap lines = map();
  TreatmentState state;
  state.muscles.at(Muscle::frontalis_medial, BodySide::left).block = 0.9;
  state.muscles.at(Muscle::frontalis_lateral, BodySide::left).block = 0.9;
  state.forehead.effort_relief = 0.6;
  const auto depths = lines.depths_mm(state, Expression::raise, 1.0, graded(0, 3));
  double left = 0.0;
  double right = 0.0;
  std::size_t i = 0;
  for (const LinePlace& line : lines.lines())
    for (const LinePoint& p : line.points) {
      if (line.group == LineGroup::forehead && std::abs(p.rest_mm.x) > 2.0F)
        (p.rest_mm.x > 0.0F ? left : right) += depths[i];
      ++i;
    }
  EXPECT_LT(left, 0.6 * right);
}

TEST(LineMap, AtRestEachSideKeepsItsOwnDepth) {
  const LineMap lines = map();
  TreatmentState state = frown_blocked(0.9, 0.4);
  const auto even = lines.depths_mm(state, Expression::neutral, 1.0, graded(2, 3));
  state.glabella_rest_share = {0.9, 1.1};
  const auto uneven = lines.depths_mm(state, Expression::neutral, 1.0, graded(2, 3));
  std::size_t i = 0;
  for (const LinePlace& line : lines.lines())
    for (const LinePoint& p : line.points) {
      const float side = p.rest_mm.x > 0.0F ? 0.9F : 1.1F;
      if (line.group != LineGroup::glabella) {
        EXPECT_EQ(uneven[i], even[i]);
      } else if (std::abs(p.rest_mm.x) > 6.0F) {
        EXPECT_NEAR(uneven[i], side * even[i], 1e-6F);
      }
      ++i;
    }
}

TEST(LineMap, TreatedFrownLeavesTheStaticLine) {
  const LineMap lines = map();
  const TreatmentState state = frown_blocked(0.92, 0.3);
  const auto rest = lines.depths_mm(state, Expression::neutral, 1.0, graded(1, 3));
  const auto effort = lines.depths_mm(state, Expression::frown, 1.0, graded(1, 3));
  EXPECT_GT(sum(of(lines, rest, LineGroup::glabella)), 0.5);
  for (std::size_t i = 0; i < rest.size(); ++i) EXPECT_GE(effort[i], rest[i] - 1e-6f);
}

TEST(LineMap, SameInputSameBytes) {
  const auto once = map().depths_mm(frown_blocked(0.5, 0.7), Expression::frown, 0.7, graded(1, 3));
  const auto again = map().depths_mm(frown_blocked(0.5, 0.7), Expression::frown, 0.7, graded(1, 3));
  ASSERT_EQ(once.size(), again.size());
  EXPECT_EQ(std::memcmp(once.data(), again.data(), once.size() * sizeof(float)), 0);
}

}  // namespace
}  // namespace simulation
