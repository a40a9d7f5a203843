#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "simulation/calf/leg_motion.h"
#include "simulation/measure/surface_change.h"
#include "simulation/measure/vertex_normals.h"
#include "tests/simulation/calf/solved_leg.h"

namespace {

using simulation::BodySide;
using simulation::LegDrive;
using simulation::LegLoss;
using simulation::Sided;
using Points = std::vector<glm::vec3>;

std::size_t leg_points() {
  return solved_body().body.legs.points_per_leg;
}

bool same_bytes(const Points& a, const Points& b, std::size_t from, std::size_t count) {
  return std::memcmp(a.data() + from, b.data() + from, count * sizeof(glm::vec3)) == 0;
}

glm::vec3 mirrored(const glm::vec3& p) {
  return {-p.x, p.y, p.z};
}

double girth_mm(const Points& points, double t) {
  return solved_body().body.girth_mm(points, t);
}

struct Relation {
  const char* name;
  LegLoss loss;
};

class SolvedGirth : public testing::TestWithParam<Relation> {};

TEST_P(SolvedGirth, FollowsTheClosedFormAtEveryHeight) {
  constexpr double kAboutMm = 0.4;
  const Points rest = solved_body().body.rest();
  const Points moved = solved_body().left_at({GetParam().loss, {}}).points_mm;
  double worst = 0.0;
  double at = 0.0;
  for (double t = 0.02; t < 0.95; t += 0.01) {
    const double expected =
        solved_body().body.surface.closed_form_girth_change_mm(BodySide::left, GetParam().loss, t);
    const double change = girth_mm(moved, t) - girth_mm(rest, t);
    EXPECT_NEAR(change, expected, std::max(kAboutMm, 0.07 * std::abs(expected))) << "t " << t;
    if (std::abs(change - expected) > std::abs(worst)) {
      worst = change - expected;
      at = t;
    }
  }
  RecordProperty("worst_mm", std::to_string(worst) + " at t " + std::to_string(at));
}

INSTANTIATE_TEST_SUITE_P(Losses, SolvedGirth,
                         testing::Values(Relation{"both", {0.2, 0.2, 0.0}},
                                         Relation{"medial", {0.2, 0.0, 0.0}},
                                         Relation{"lateral", {0.0, 0.2, 0.0}},
                                         Relation{"gain", {0.0, 0.0, -0.1}},
                                         Relation{"treated", {0.16, 0.14, -0.05}}),
                         [](const auto& tested) { return tested.param.name; });

TEST(SolvedCalf, TakesTheVolumeThatTheMusclesLose) {
  const auto volume_ml = [](const Points& p) {
    return simulation::mesh_volume_mm3(p, solved_body().body.legs.mesh.triangles) / 1000.0;
  };
  const Points rest = solved_body().body.rest();
  const double leg_ml = volume_ml(rest) / 2.0;
  double worst = 0.0;
  for (const LegLoss& loss : {LegLoss{0.3, 0.0, 0.0}, LegLoss{0.0, 0.3, 0.0}, LegLoss{0.2, 0.2, -0.1}}) {
    const double lost = volume_ml(rest) - volume_ml(solved_body().left_at({loss, {}}).points_mm);
    const double expected = solved_body().body.surface.yielded_volume_ml(BodySide::left, loss);
    EXPECT_NEAR(lost, expected, 0.001 * leg_ml);
    worst = std::max(worst, std::abs(lost - expected) / leg_ml);
  }
  const double pulled = volume_ml(solved_body().left_at({{}, {1.0, 1.0, 1.0}}).points_mm) - volume_ml(rest);
  // A contraction pushes a little into the hollow of the knee, which is held still.
  EXPECT_NEAR(pulled, 0.0, 0.003 * leg_ml);
  RecordProperty("worst_percent_of_leg", std::to_string(100.0 * worst));
  RecordProperty("contraction_percent_of_leg", std::to_string(100.0 * pulled / leg_ml));
}

TEST(SolvedCalf, NoDriveIsTheSameBytes) {
  const SolvedBody& s = solved_body();
  const auto rest = s.rest();
  auto skin = s.at({});
  EXPECT_TRUE(same_bytes(skin.points_mm, rest.points_mm, 0, 2 * leg_points()));
  EXPECT_TRUE(same_bytes(skin.normals, rest.normals, 0, 2 * leg_points()));
  // A buffer that held another state comes back to rest too.
  s.body.surface.deform({{{0.3, 0.2, -0.1}, {1.0, 0.5, 0.2}}, {{0.1, 0.0, 0.0}, {}}}, skin.points_mm,
                        skin.normals);
  EXPECT_FALSE(same_bytes(skin.points_mm, rest.points_mm, 0, leg_points()));
  s.body.surface.deform(Sided<LegDrive>{}, skin.points_mm, skin.normals);
  EXPECT_TRUE(same_bytes(skin.points_mm, rest.points_mm, 0, 2 * leg_points()));
  EXPECT_TRUE(same_bytes(skin.normals, rest.normals, 0, 2 * leg_points()));
}

TEST(SolvedCalf, TheUntreatedLegDoesNotMoveByABit) {
  const auto rest = solved_body().rest();
  const LegDrive drive{{0.35, 0.3, -0.1}, {0.9, 0.7, 0.8}};
  const auto left = solved_body().at({drive, {}});
  EXPECT_TRUE(same_bytes(left.points_mm, rest.points_mm, leg_points(), leg_points()));
  EXPECT_TRUE(same_bytes(left.normals, rest.normals, leg_points(), leg_points()));
  const auto right = solved_body().at({{}, drive});
  EXPECT_TRUE(same_bytes(right.points_mm, rest.points_mm, 0, leg_points()));
  EXPECT_FALSE(same_bytes(right.points_mm, rest.points_mm, leg_points(), leg_points()));
}

TEST(SolvedCalf, MirroredDrivesAndSwappedSidesGiveMirroredLegs) {
  const LegDrive a{{0.3, 0.1, -0.05}, {0.6, 0.2, 0.0}};
  const LegDrive b{{0.05, 0.25, 0.0}, {0.0, 0.7, 0.8}};
  const auto alike = solved_body().at({a, a});
  const auto one = solved_body().at({a, b});
  const auto other = solved_body().at({b, a});
  const std::size_t n = leg_points();
  float mirror = 0.0F;
  float swap = 0.0F;
  float turned = 0.0F;
  for (std::size_t i = 0; i < n; ++i) {
    mirror = std::max(mirror, glm::length(alike.points_mm[i] - mirrored(alike.points_mm[i + n])));
    swap = std::max(swap, glm::length(one.points_mm[i] - mirrored(other.points_mm[i + n])));
    swap = std::max(swap, glm::length(one.points_mm[i + n] - mirrored(other.points_mm[i])));
    turned = std::max(turned, glm::length(one.normals[i] - mirrored(other.normals[i + n])));
  }
  EXPECT_EQ(mirror, 0.0F);
  EXPECT_EQ(swap, 0.0F);
  EXPECT_EQ(turned, 0.0F);
}

struct Joints {
  double knee_mm = 0.0;    // largest movement above t -0.05
  double ankle_mm = 0.0;   // below t 1.0
  double beyond_mm = 0.0;  // outside of the lattice
};
Joints joints(const LegDrive& drive) {
  const Points rest = solved_body().body.rest();
  const Points moved = solved_body().left_at(drive).points_mm;
  const auto& frame = solved_body().body.surface.tape(BodySide::left).frame();
  const double end = 1.0 + kTestCellMm / frame.length_mm;
  Joints out;
  for (std::size_t i = 0; i < leg_points(); ++i) {
    const double t = frame.t_of(rest[i]);
    const double distance = glm::length(moved[i] - rest[i]);
    if (t < -0.05) out.knee_mm = std::max(out.knee_mm, distance);
    if (t > 1.0) out.ankle_mm = std::max(out.ankle_mm, distance);
    if (t < -0.101 || t > end) out.beyond_mm = std::max(out.beyond_mm, distance);
  }
  return out;
}

TEST(SolvedCalf, KneeAndAnkleStayAtALoss) {
  const Joints found = joints({{0.4, 0.4, -0.1}, {}});
  EXPECT_LT(found.knee_mm, 0.002);
  EXPECT_LT(found.ankle_mm, 0.01);
  EXPECT_EQ(found.beyond_mm, 0.0);
  RecordProperty("knee_mm", std::to_string(found.knee_mm));
  RecordProperty("ankle_mm", std::to_string(found.ankle_mm));
}

TEST(SolvedCalf, KneeAndAnkleStayAtAContraction) {
  const Joints found = joints({{}, {1.0, 1.0, 1.0}});
  EXPECT_LT(found.knee_mm, 0.1);
  EXPECT_LT(found.ankle_mm, 0.1);
  EXPECT_EQ(found.beyond_mm, 0.0);
  RecordProperty("knee_mm", std::to_string(found.knee_mm));
  RecordProperty("ankle_mm", std::to_string(found.ankle_mm));
}

/// How much the slope of the movement changes from one point of the left leg to the next, at most.
struct SlopeChange {
  double along = 0.0;
  double round = 0.0;
};
SlopeChange slope_change(const Points& rest, const Points& moved) {
  constexpr std::size_t kSegments = 128;
  const auto slope = [&](std::size_t a, std::size_t b) {
    return glm::dvec3((moved[b] - rest[b]) - (moved[a] - rest[a])) / double(glm::length(rest[b] - rest[a]));
  };
  const auto at = [&](std::size_t ring, std::size_t j) { return ring * kSegments + j % kSegments; };
  SlopeChange out;
  for (std::size_t ring = 1; ring < 180; ++ring) {
    for (std::size_t j = 0; j < kSegments; ++j) {
      const std::size_t own = at(ring, j);
      const glm::dvec3 down = slope(own, at(ring + 1, j)) - slope(at(ring - 1, j), own);
      const glm::dvec3 aside = slope(own, at(ring, j + 1)) - slope(at(ring, j + kSegments - 1), own);
      out.along = std::max(out.along, glm::length(down));
      out.round = std::max(out.round, glm::length(aside));
    }
  }
  return out;
}

TEST(SolvedCalf, SkinHasNoCrease) {
  // Points are 3 mm apart; 0.08 is 4.6 degrees between neighbours.
  const Points rest = solved_body().body.rest();
  SlopeChange worst;
  for (const LegDrive& drive :
       {LegDrive{{0.2, 0.2, -0.05}, {}}, LegDrive{{0.2, 0.0, 0.0}, {}}, LegDrive{{}, {0.9, 0.7, 0.8}}}) {
    const SlopeChange now = slope_change(rest, solved_body().left_at(drive).points_mm);
    worst = {std::max(worst.along, now.along), std::max(worst.round, now.round)};
  }
  EXPECT_LT(worst.along, 0.08);
  EXPECT_LT(worst.round, 0.08);
  RecordProperty("slope_change", std::to_string(worst.along) + " " + std::to_string(worst.round));
}

TEST(SolvedCalf, MoreLossMeansLessGirthAndThinnerMuscle) {
  const auto& surface = solved_body().body.surface;
  double girth = surface.tape(BodySide::left).largest(solved_body().body.rest()).girth_mm;
  double thickness = surface.gastrocnemius_mm(BodySide::left, {});
  for (double loss = 0.05; loss < 0.41; loss += 0.05) {
    const Points moved = solved_body().left_at({{loss, loss, 0.0}, {}}).points_mm;
    const double girth_now = surface.tape(BodySide::left).largest(moved).girth_mm;
    const double thickness_now = surface.gastrocnemius_mm(BodySide::left, {loss, loss, 0.0});
    EXPECT_LT(girth_now, girth);
    EXPECT_LT(thickness_now, thickness);
    girth = girth_now;
    thickness = thickness_now;
  }
}

TEST(SolvedCalf, ContractionThickensTheBellyAndABlockTakesFromThat) {
  const auto& surface = solved_body().body.surface;
  const Points rest = solved_body().body.rest();
  const double girth0 = surface.tape(BodySide::left).largest(rest).girth_mm;
  const auto gain_mm = [&](double pull) {
    const Points moved = solved_body().left_at({{}, {0.9 * pull, 0.7 * pull, 0.8 * pull}}).points_mm;
    return surface.tape(BodySide::left).largest(moved).girth_mm - girth0;
  };
  const double whole = gain_mm(1.0);
  const double half = gain_mm(0.5);
  const double blocked = gain_mm(0.1);
  EXPECT_GT(blocked, 0.0);
  EXPECT_GT(half, 1.5 * blocked);
  EXPECT_GT(whole, 1.3 * half);
  EXPECT_EQ(gain_mm(0.0), 0.0);
  RecordProperty("girth_gain_mm", std::to_string(whole));
}

/// Thickness of a muscle in its middle at the level of largest girth, as ultrasound would read it, mm.
double thickness_mm(simulation::CalfMuscle muscle, const LegDrive& drive) {
  const SolvedBody& s = solved_body();
  static const LegParts parts(s.body, BodySide::left);
  static const simulation::LegMotion motion(*s.fields.left, parts.tape.frame(), simulation::even_pattern());
  const double t = parts.week0.t;
  const double theta = parts.muscles.bundle(muscle).centre_at(t);
  const double outer =
      parts.outline.radius_mm().sample(t, theta) - parts.muscles.outer_depth_mm(muscle, t, theta, {1, 1, 1});
  const glm::dvec3 faces[] = {
      parts.outline.point_mm(t, theta, outer),
      parts.outline.point_mm(t, theta, outer - parts.muscles.thickness_mm(muscle, t, theta))};
  const auto moved = motion.moved_mm(faces, drive);
  return glm::length(faces[0] + moved[0] - faces[1] - moved[1]);
}

TEST(SolvedCalf, FullEffortThickensLateralHeadAndSoleusButNotTheMedialHead) {
  // From rest to full effort, by ultrasound: medial unchanged, lateral +5-7 mm, soleus +6-7 mm
  // [maganaris1998].
  using simulation::CalfMuscle;
  const auto gain_mm = [](CalfMuscle muscle, const simulation::LegContraction& pull) {
    return thickness_mm(muscle, {{}, pull}) - thickness_mm(muscle, {});
  };
  const simulation::LegContraction full{1.0, 1.0, 1.0};
  EXPECT_NEAR(gain_mm(CalfMuscle::medial, full), 0.0, 0.5);
  EXPECT_NEAR(gain_mm(CalfMuscle::lateral, full), 6.0, 1.0);
  EXPECT_NEAR(gain_mm(CalfMuscle::soleus, full), 6.5, 0.75);
  simulation::TreatmentState state;
  const auto tiptoe = simulation::leg_drives(state, simulation::CalfPose::tiptoe, 1.0).left.contraction;
  EXPECT_NEAR(gain_mm(CalfMuscle::medial, tiptoe), 0.0, 0.5);
  EXPECT_GT(gain_mm(CalfMuscle::lateral, tiptoe), 4.0);
  EXPECT_GT(gain_mm(CalfMuscle::soleus, tiptoe), 5.0);
}

TEST(SolvedCalf, FullEffortDrawsTheLowerEndsOfBothHeadsUp) {
  const SolvedBody& s = solved_body();
  const LegParts parts(s.body, BodySide::left);
  const simulation::LegMotion motion(*s.fields.left, parts.tape.frame(), simulation::even_pattern());
  for (const auto muscle : {simulation::CalfMuscle::medial, simulation::CalfMuscle::lateral}) {
    const simulation::MuscleBundle& head = parts.muscles.bundle(muscle);
    const double t = head.t_belly + 0.8 * (head.t_to - head.t_belly);
    const double theta = head.centre_at(t);
    const glm::dvec3 low[] = {
        parts.outline.point_mm(t, theta, parts.outline.radius_mm().sample(t, theta) - 15)};
    EXPECT_GT(motion.moved_mm(low, {{}, {1.0, 1.0, 1.0}}).front().y, 1.0);
  }
}

TEST(SolvedCalf, NormalsAreThoseOfTheSkin) {
  double worst = 0.0;
  for (const LegDrive& drive :
       {LegDrive{{0.35, 0.3, -0.1}, {}}, LegDrive{{0.1, 0.0, 0.0}, {0.9, 0.7, 0.8}}}) {
    const auto skin = solved_body().left_at(drive);
    Points exact(skin.points_mm.size());
    simulation::vertex_normals(skin.points_mm, solved_body().body.legs.mesh.triangles, exact);
    for (std::size_t i = 0; i < leg_points(); ++i) {
      EXPECT_NEAR(glm::length(skin.normals[i]), 1.0F, 1e-5F);
      worst = std::max(worst, double(glm::length(skin.normals[i] - exact[i])));
    }
  }
  const double degrees = worst * 180.0 / 3.14159265358979;
  EXPECT_LT(degrees, 0.2);
  RecordProperty("degrees", std::to_string(degrees));
}

}  // namespace
