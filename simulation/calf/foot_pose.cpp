#include "simulation/calf/foot_pose.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <string>

#include "simulation/error.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

// Assumptions: the shank that lengths here are given for, and how high a turn of the foot may reach.
constexpr double kUsualShankMm = 380.0;
constexpr double kHighest = 0.8;  // t; nothing above moves

/// Heights over the ankle joint between which the foot's turn fades into the shank, mm for a usual shank.
/// Behind, the skin over the tendon shortens by a third, so it takes all the room there is; at the sides the
/// ankle bones belong to the shank. By eye, an assumption.
struct Fade {
  double from_mm;
  double to_mm;
};
// Assumption, by eye: as above; how far behind and before the joint they hold.
constexpr Fade kBehind{75.0, -44.0};
constexpr Fade kBeside{34.0, -26.0};
constexpr Fade kInFront{52.0, -30.0};
constexpr double kRearMm = -40.0;
constexpr double kFrontMm = 36.0;

/// The toes bend over this stretch, mm before the places given: those lie where the toes leave the foot, the
/// joints of the ball a little behind them. By eye, an assumption.
constexpr double kBendFromMm = -30.0;
constexpr double kBendToMm = 10.0;

/// Turned about the joint alone, the skin behind it would be drawn in to a notch; the tendon keeps nearly
/// straight from calf to heel. By eye, an assumption: how straight, and how far over the heel that begins.
constexpr double kStraight = 0.7;
constexpr double kStraightOverMm = 55.0;

double behind(double forward_mm) {
  return ease(0.0, 1.0, forward_mm / kRearMm);
}

Fade fade_at(double forward_mm) {
  const double rear = behind(forward_mm);
  const double front = ease(0.0, 1.0, forward_mm / kFrontMm);
  const auto mix = [&](double beside, double behind, double before) {
    return beside + rear * (behind - beside) + front * (before - beside);
  };
  return {mix(kBeside.from_mm, kBehind.from_mm, kInFront.from_mm),
          mix(kBeside.to_mm, kBehind.to_mm, kInFront.to_mm)};
}

struct Plane {
  double forward;
  double up;
};

/// Bends a straight foot up by `turn` over the stretch round its toe joints as a beam does: the line through
/// the joints keeps its length, and no point of the ball sinks under the level of the bent toes.
Plane bent(Plane at, double turn, double size) {
  const double from = kBendFromMm * size;
  const double to = kBendToMm * size;
  if (at.forward <= from) return at;
  const auto angle = [&](double s) { return turn * ease(from, to, s); };
  constexpr int kSteps = 16;
  const double end = std::min(at.forward, to);
  const double step = (end - from) / kSteps;
  double along = 0.0;
  double rise = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double a = angle(from + (i + 0.5) * step);
    along += std::cos(a) * step;
    rise += std::sin(a) * step;
  }
  const double last = angle(end);
  const double beyond = at.forward - end;
  return {from + along + std::cos(last) * beyond - std::sin(last) * at.up,
          rise + std::sin(last) * beyond + std::cos(last) * at.up};
}

double turn_of(double effort) {
  return std::clamp(effort, 0.0, 1.0) * FootPose::kFullTurn;
}

BodySide side_of(const glm::vec3& point) {
  return point.x > 0.0F ? BodySide::left : BodySide::right;
}

}  // namespace

FootPose::Reach FootPose::Foot::reach(const glm::dvec3& rest_mm) const {
  return reach_at(leg.t_of(rest_mm), glm::dot(rest_mm - ankle_mm, forward) / size);
}

FootPose::Reach FootPose::Foot::tendon_reach(const glm::dvec3& rest_mm) const {
  return reach_at(leg.t_of(rest_mm), kRearMm);
}

FootPose::Reach FootPose::Foot::reach_at(double t, double ahead_mm) const {
  if (t <= kHighest) return {0.0, 0.0};
  const double over = (1.0 - t) * leg.length_mm / size;
  const Fade fade = fade_at(ahead_mm);
  const double u = std::clamp((fade.from_mm - over) / (fade.from_mm - fade.to_mm), 0.0, 1.0);
  const double above = std::max(0.0, over - fade.to_mm);
  const double straight = kStraight * behind(ahead_mm) * ease(0.0, kStraightOverMm, above);
  return {u * u * (3.0 - 2.0 * u), straight * above * size};
}

glm::dvec3 FootPose::Foot::moved(const glm::dvec3& point_mm, const Reach& reach, double turn) const {
  const glm::dvec3 from = point_mm - ankle_mm;
  const Plane place{glm::dot(from, forward), from.y};
  Plane foot = bent({place.forward - toe_forward_mm, place.up - toe_up_mm}, turn, size);
  foot = {foot.forward + toe_forward_mm, foot.up + toe_up_mm};
  const double c = std::cos(turn);
  const double s = std::sin(turn);
  const double ahead = reach.share * (c * foot.forward + s * (foot.up - reach.lower_mm) - place.forward);
  const double higher = reach.share * (c * foot.up - s * foot.forward - place.up);
  return point_mm + forward * ahead + glm::dvec3(0.0, higher, 0.0);
}

// Toe joints less than 40 mm before the ankle of a usual shank are a mistake of the mesh (assumption).
FootPose::FootPose(std::span<const glm::vec3> rest_mm, const Sided<LegLandmarks>& legs,
                   const Sided<FootLandmarks>& feet)
    : point_count_(rest_mm.size()) {
  for (const BodySide side : kBodySides) {
    Foot& foot = feet_[side];
    foot.leg = make_leg_frame(legs[side], side);
    foot.ankle_mm = legs[side].ankle_mm;
    foot.size = foot.leg.length_mm / kUsualShankMm;
    const glm::dvec3 outward = feet[side].little_toe_mm - feet[side].big_toe_mm;
    const glm::dvec3 toes = 0.5 * (feet[side].little_toe_mm + feet[side].big_toe_mm) - foot.ankle_mm;
    // Outward is +X on the left foot: turned a quarter about the height it points forward on both.
    const double sign = side == BodySide::left ? 1.0 : -1.0;
    foot.forward = glm::normalize(glm::dvec3(-outward.z * sign, 0.0, outward.x * sign));
    foot.toe_forward_mm = glm::dot(toes, foot.forward);
    foot.toe_up_mm = toes.y;
    if (!(foot.toe_forward_mm > 40.0 * foot.size) || !(foot.toe_up_mm < 0.0)) {
      throw InputError(std::string("mesh.landmarks.") + (side == BodySide::left ? "l" : "r") +
                       "-toe-1: must lie in front of and below the ankle");
    }
  }
  for (std::size_t i = 0; i < rest_mm.size(); ++i) {
    const BodySide side = side_of(rest_mm[i]);
    const Reach reach = feet_[side].reach(rest_mm[i]);
    if (reach.share > 0.0) reached_.push_back({static_cast<std::uint32_t>(i), side, reach});
  }
}

void FootPose::apply(std::span<glm::vec3> moved_mm, double effort) const {
  if (moved_mm.size() != point_count_)
    throw InputError("mesh.points: the pose was made for a different count");
  const double turn = turn_of(effort);
  if (turn == 0.0) return;
  for (const Reached& at : reached_) {
    moved_mm[at.point] = feet_[at.side].moved(moved_mm[at.point], at.reach, turn);
  }
}

void FootPose::apply(BodySide side, std::span<const glm::vec3> rest_mm, std::span<glm::vec3> moved_mm,
                     double effort) const {
  if (moved_mm.size() != rest_mm.size()) throw InputError("mesh.points: the two states differ in count");
  const double turn = turn_of(effort);
  if (turn == 0.0) return;
  for (std::size_t i = 0; i < rest_mm.size(); ++i) {
    const Reach reach = feet_[side].reach(rest_mm[i]);
    if (reach.share > 0.0) moved_mm[i] = feet_[side].moved(moved_mm[i], reach, turn);
  }
}

void FootPose::apply(AnatomyMesh& mesh, double effort) const {
  const double turn = turn_of(effort);
  const bool foot_bone = mesh.structure == Structure::heel_bone ||
                         mesh.structure == Structure::midfoot_bones ||
                         mesh.structure == Structure::forefoot_bones;
  if (turn == 0.0 || (mesh.tissue == Tissue::bone && !foot_bone)) return;
  const Foot& foot = feet_[mesh.side];
  for (glm::vec3& point : mesh.positions_mm) {
    const Reach reach = foot_bone                       ? Reach{}
                        : mesh.tissue == Tissue::tendon ? foot.tendon_reach(point)
                                                        : foot.reach(point);
    if (reach.share > 0.0) point = foot.moved(point, reach, turn);
  }
  vertex_normals(mesh.positions_mm, mesh.triangles, mesh.normals);
}

}  // namespace simulation
