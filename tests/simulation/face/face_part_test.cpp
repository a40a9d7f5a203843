#include <gtest/gtest.h>

#include <cstring>

#include "simulation/anatomy/atlas.h"
#include "simulation/error.h"
#include "simulation/face/brow_gauge.h"
#include "simulation/face/unit_fields.h"
#include "tests/simulation/face/mask.h"

namespace {

using namespace simulation;

std::vector<glm::vec3> posed(const FacePart& part, Expression e, double effort, const TreatmentState& state) {
  std::vector<glm::vec3> out(part.rest_mm().size());
  part.deform(face_pose(e, effort, state, {}), out);
  return out;
}

bool same_bytes(std::span<const glm::vec3> a, std::span<const glm::vec3> b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

TEST(FacePart, EmptyPoseIsTheSameBytes) {
  const FacePart part = mask::part();
  EXPECT_TRUE(same_bytes(posed(part, Expression::smile, 0.0, {}), part.rest_mm()));
}

TEST(FacePart, UnaffectedMusclesLeaveAnExpressionByteEqual) {
  const FacePart part = mask::part();
  TreatmentState other;  // a muscle that takes no part in these and has no tone of its own
  other.muscles.at(Muscle::masseter, BodySide::left).block = 0.9;
  other.muscles.at(Muscle::masseter, BodySide::right).block = 0.9;
  for (const Expression e : {Expression::frown, Expression::raise, Expression::squint, Expression::smile}) {
    EXPECT_TRUE(same_bytes(posed(part, e, 1.0, {}), posed(part, e, 1.0, other)));
  }
}

TEST(FacePart, ARelaxedFaceKeepsItsBytesWhereNoToneIsLost) {
  const FacePart part = mask::part();
  TreatmentState toneless;
  for (const BodySide side : kBodySides)
    for (const Muscle m : {Muscle::nasalis, Muscle::zygomaticus}) toneless.muscles.at(m, side).block = 0.9;
  EXPECT_TRUE(
      same_bytes(posed(part, Expression::neutral, 1.0, {}), posed(part, Expression::neutral, 1.0, toneless)));
  TreatmentState lost = toneless;
  lost.muscles.at(Muscle::frontalis_medial, BodySide::left).block = 0.9;
  EXPECT_FALSE(
      same_bytes(posed(part, Expression::neutral, 1.0, {}), posed(part, Expression::neutral, 1.0, lost)));
}

TEST(FacePart, MirroredStateIsAMirroredFace) {
  const FacePart part = mask::part();
  TreatmentState left;
  TreatmentState right;
  for (const Muscle m : {Muscle::frontalis_medial, Muscle::corrugator, Muscle::orbicularis_oculi}) {
    left.muscles.at(m, BodySide::left).block = 0.7;
    right.muscles.at(m, BodySide::right).block = 0.7;
  }
  for (const Expression e : {Expression::frown, Expression::raise, Expression::squint, Expression::smile}) {
    const auto a = posed(part, e, 0.8, left);
    const auto b = posed(part, e, 0.8, right);
    for (std::size_t i = 0; i < a.size(); i += 2) {
      EXPECT_NEAR(a[i].x, -b[i + 1].x, 1e-4);
      EXPECT_NEAR(a[i].y, b[i + 1].y, 1e-4);
      EXPECT_NEAR(a[i].z, b[i + 1].z, 1e-4);
    }
  }
}

TEST(UnitFields, ShareOutTheLoweredAndTheRaisedBrow) {
  std::map<std::string, std::vector<UnitField::Source>> by_target;
  for (const UnitField& unit : unit_fields(mask::landmarks())) {
    for (const UnitField::Source& source : unit.sources) {
      if (!unit.name.starts_with("orbicularis")) by_target[source.target].push_back(source);
    }
  }
  for (const glm::vec3& p : mask::points()) {
    double down = 0.0;
    for (const auto& source : by_target.at("eyebrows-left-down")) down += source.share(p);
    EXPECT_NEAR(down, 1.0, 1e-12);
    double up = 0.0;
    for (const auto& source : by_target.at("eyebrows-left-up")) {
      const double share = source.share(p);
      EXPECT_GE(share, 0.0);
      up += share;
    }
    EXPECT_NEAR(up, 0.9, 1e-12);
  }
}

TEST(FacePart, FrownDrawsTheBrowsDownAndTogether) {
  const FacePart part = mask::part();
  const BrowGauge gauge(part.rest_mm(), mask::landmarks());
  const auto now = posed(part, Expression::frown, 1.0, {});
  const double drop = gauge.height_mm(now, 0).left - gauge.height_mm(part.rest_mm(), 0).left;
  EXPECT_LT(drop, -3.0);
  double pull = 0.0;
  for (std::size_t i = 0; i < now.size(); i += 2)
    pull = std::min<double>(pull, now[i].x - part.rest_mm()[i].x);
  EXPECT_LT(pull, -2.0);
  EXPECT_GT(pull, -4.0);
}

TEST(FacePart, BothHalvesStayOnTheirSide) {
  const FacePart part = mask::part();
  const auto now = posed(part, Expression::frown, 1.0, {});
  for (std::size_t i = 0; i < now.size(); i += 2) EXPECT_GE(now[i].x, -1e-4F);
}

TEST(BrowOutcome, MedialForeheadAloneGivesThePeakedBrow) {
  const FacePart part = mask::part();
  const BrowGauge gauge(part.rest_mm(), mask::landmarks());
  TreatmentState state;
  for (const BodySide side : kBodySides) state.muscles.at(Muscle::frontalis_medial, side).block = 0.9;
  const auto change = [&](const TreatmentState& s, int place) {
    return gauge.height_mm(posed(part, Expression::raise, 1.0, s), place).left -
           gauge.height_mm(part.rest_mm(), place).left;
  };
  EXPECT_LT(change(state, 0), 0.25 * change({}, 0));
  EXPECT_GT(change(state, 2), 0.75 * change({}, 2));
}

TEST(BrowOutcome, ForeheadBlockDropsAndGlabellaBlockLifts) {
  const FacePart part = mask::part();
  const BrowGauge gauge(part.rest_mm(), mask::landmarks());
  const double rest = gauge.height_mm(part.rest_mm()).left;
  TreatmentState forehead;
  TreatmentState glabella;
  for (const BodySide side : kBodySides) {
    forehead.muscles.at(Muscle::frontalis_medial, side).block = 0.9;
    forehead.muscles.at(Muscle::frontalis_lateral, side).block = 0.9;
    glabella.muscles.at(Muscle::corrugator, side).block = 0.9;
    glabella.muscles.at(Muscle::depressor_supercilii, side).block = 0.9;
    glabella.muscles.at(Muscle::procerus, side).block = 0.9;
  }
  EXPECT_LT(gauge.height_mm(posed(part, Expression::neutral, 0.0, forehead)).left - rest, -0.3);
  EXPECT_GT(gauge.height_mm(posed(part, Expression::neutral, 0.0, glabella)).left - rest, 0.4);
}

TEST(BrowOutcome, BlockedRingOfTheEyeLiftsTheTailAndLeavesHeadAndLid) {
  const FacePart part = mask::part();
  const BrowGauge gauge(part.rest_mm(), mask::landmarks());
  TreatmentState state;
  state.muscles.at(Muscle::orbicularis_oculi, BodySide::left).block = 0.9;
  const auto now = posed(part, Expression::neutral, 0.0, state);
  const auto rise = [&](int place, BodySide side) {
    return gauge.height_mm(now, place)[side] - gauge.height_mm(part.rest_mm(), place)[side];
  };
  EXPECT_NEAR(rise(0, BodySide::left), 0.0, 0.05);
  EXPECT_GT(rise(1, BodySide::left), 0.6);
  EXPECT_GT(rise(2, BodySide::left), 1.3 * rise(1, BodySide::left));
  for (const int place : {0, 1, 2}) EXPECT_EQ(rise(place, BodySide::right), 0.0);
  for (std::size_t i = 0; i < now.size(); ++i) {
    const glm::vec3& p = part.rest_mm()[i];
    if (std::abs(p.x - 29.0F) < 14.0F && p.y < 679.0F) {
      EXPECT_EQ(now[i], p);
    }
  }
}

TEST(BrowOutcome, MeasuredResponseGivesTheMeasuredBrow) {
  const FacePart part = mask::part();
  const FaceResponse r = measured_face_response(part, mask::landmarks());
  const BrowGauge gauge(part.rest_mm(), mask::landmarks());
  TreatmentState state;
  double expected = 0.0;
  double block = 0.9;
  for (std::size_t m = 0; m < kMuscleCount; ++m, block *= 0.9) {
    for (const BodySide side : kBodySides) state.muscles.values[m][side].block = block;
    expected += r.brow_rise_mm[m] * block;
  }
  const Sided<double> now = gauge.height_mm(posed(part, Expression::neutral, 0.0, state));
  const Sided<double> rest = gauge.height_mm(part.rest_mm());
  for (const BodySide side : kBodySides) EXPECT_NEAR(now[side] - rest[side], expected, 1e-3);
}

TEST(BrowOutcome, TheForeheadMuscleLowersTheBrowTheFrownAndTheRingRaiseIt) {
  const FaceResponse r = measured_face_response(mask::part(), mask::landmarks());
  const auto rise_mm = [&](Muscle muscle) { return r.brow_rise_mm[static_cast<std::size_t>(muscle)]; };
  EXPECT_LT(rise_mm(Muscle::frontalis_medial), 0.0);
  EXPECT_LT(rise_mm(Muscle::frontalis_lateral), 0.0);
  for (const Muscle m : {Muscle::corrugator, Muscle::depressor_supercilii, Muscle::orbicularis_oculi})
    EXPECT_GT(rise_mm(m), 0.0) << name(m);
  for (const Muscle m : {Muscle::nasalis, Muscle::zygomaticus, Muscle::masseter, Muscle::mentalis})
    EXPECT_EQ(rise_mm(m), 0.0) << name(m);
}

TEST(BrowOutcome, LidDroopsWhenItsLifterIsReached) {
  const FacePart part = mask::part();
  TreatmentState state;
  state.muscles.at(Muscle::levator_palpebrae, BodySide::left).block = 0.8;
  const auto now = posed(part, Expression::neutral, 0.0, state);
  float left = 0.0F;
  float right = 0.0F;
  for (std::size_t i = 0; i < now.size(); i += 2) {
    if (now[i].x < 10.0F) continue;
    left = std::min(left, now[i].y - part.rest_mm()[i].y);
    right = std::min(right, now[i + 1].y - part.rest_mm()[i + 1].y);
  }
  EXPECT_LT(left, -1.5F);
  EXPECT_GT(left, -4.0F);
  EXPECT_GT(right, -0.05F);
}

TEST(LowerFace, BlockedDepressorLetsTheCornerOfTheMouthRise) {
  const FacePart part = mask::part();
  TreatmentState state;
  state.muscles.at(Muscle::depressor_anguli_oris, BodySide::left).block = 0.9;
  const auto now = posed(part, Expression::neutral, 0.0, state);
  float left = 0.0F;
  float right = 0.0F;
  for (std::size_t i = 0; i < now.size(); i += 2) {
    left = std::max(left, now[i].y - part.rest_mm()[i].y);
    right = std::max(right, now[i + 1].y - part.rest_mm()[i + 1].y);
  }
  EXPECT_GT(left, 0.3F);
  EXPECT_LT(left, 1.5F);
  EXPECT_EQ(right, 0.0F);
}

TEST(LowerFace, BlockedMentalisLetsTheChinSinkAndLeavesTheCorners) {
  const FacePart part = mask::part();
  TreatmentState state;
  for (const BodySide side : kBodySides) state.muscles.at(Muscle::mentalis, side).block = 0.9;
  const auto now = posed(part, Expression::neutral, 0.0, state);
  float chin = 0.0F;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const float rise = now[i].y - part.rest_mm()[i].y;
    if (std::abs(part.rest_mm()[i].x) < 3.0F) chin = std::min(chin, rise);
    if (std::abs(part.rest_mm()[i].x) > 24.0F) {
      EXPECT_NEAR(rise, 0.0F, 1e-3F);
    }
  }
  EXPECT_LT(chin, -0.2F);
}

TEST(LowerFace, ThinnerMasseterNarrowsItsSideInEveryExpression) {
  const FacePart part = mask::part();
  TreatmentState state;
  state.muscles.at(Muscle::masseter, BodySide::left).volume = 0.7;
  for (const Expression e : {Expression::neutral, Expression::frown, Expression::smile}) {
    const auto before = posed(part, e, 1.0, {});
    const auto now = posed(part, e, 1.0, state);
    float inward = 0.0F;
    for (std::size_t i = 0; i < now.size(); i += 2) {
      inward = std::max(inward, before[i].x - now[i].x);
      EXPECT_EQ(now[i + 1], before[i + 1]);
    }
    EXPECT_GT(inward, 0.2F);  // the mask ends before the belly
    EXPECT_LT(inward, 4.0F);
  }
}

TEST(FacePart, MixesAncestries) {
  std::vector<FaceField> fields{mask::field("eye-left-closure", 29, 681, {0, -8, 0}, 10, true, false)};
  FaceField other = fields[0];
  other.name = "expression/units/asian/eye-left-closure";
  for (glm::vec3& d : other.deltas_mm) d *= 0.5F;
  fields.push_back(other);
  AncestryMix mix;
  mix.caucasian = 0.25;
  mix.asian = 0.75;
  const FacePart part(mask::points(), fields, mix, mask::landmarks());
  std::vector<glm::vec3> out(part.rest_mm().size());
  part.deform(std::vector<TargetWeight>{{"eye-left-closure", 1.0}}, out);
  for (std::size_t i = 0; i < fields[0].points.size(); ++i) {
    const std::uint32_t p = fields[0].points[i];
    EXPECT_NEAR(out[p].y - part.rest_mm()[p].y, fields[0].deltas_mm[i].y * 0.625F, 2e-3F);
  }
}

TEST(FacePart, HeldUprightABandKeepsItsHeight) {
  // Points of one column of the mask over the brow, which the field stretches.
  const FacePart loose = mask::part();
  const FacePart held(mask::points(), mask::fields(), {}, mask::landmarks(), 1.0);
  const auto stretch = [](const FacePart& part) {
    const auto now = posed(part, Expression::raise, 1.0, {});
    float low = 1e9F;
    float high = -1e9F;
    for (std::size_t i = 0; i < now.size(); i += 2) {
      if (part.rest_mm()[i].x != 32.0F) continue;
      const float lift = now[i].y - part.rest_mm()[i].y;
      low = std::min(low, lift);
      high = std::max(high, lift);
    }
    return high - low;
  };
  EXPECT_GT(stretch(loose), 3.0F);
  EXPECT_LT(stretch(held), 0.2F * stretch(loose));
}

TEST(FacePart, RefusesAFieldOfAnotherMesh) {
  std::vector<FaceField> fields{mask::field("eye-left-slit", 29, 681, {0, -8, 0}, 10, true, false)};
  fields[0].points[0] = 1000000;
  EXPECT_THROW(FacePart(mask::points(), fields, {}, mask::landmarks()), InputError);
}

}  // namespace
