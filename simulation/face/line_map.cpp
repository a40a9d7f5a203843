#include "simulation/face/line_map.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/anatomy/atlas.h"
#include "simulation/face/fold.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

// Skin gives way by this share before it folds, and by this much it must be squeezed for the whole grade.
constexpr double kSlack = 0.02;
constexpr double kWholeFold = 0.01;
// Assumption: a share of the excess length folds, the rest thickens the skin.
constexpr double kFoldShare = 0.35;
// What is left of a group's relief where its muscles no longer squeeze the skin at all.
constexpr double kEvenShare = 0.25;
// Another expression may squeeze a line harder than its own, but not past what skin can fold.
constexpr double kMostDrive = 1.08;
constexpr double kSettled = 1e-12;
// Of a fold, what is left of it one sample on where nothing squeezes the skin: half over 20 mm. An
// assumption.
constexpr double kRunOn = 0.953;

/// Assumptions: distance from fold to fold, half the length of the gauge across a line, share of the depth
/// that a grade has elsewhere.
struct GroupScale {
  double pitch_mm;
  double gauge_mm;
  double share;
};
enum Group : std::size_t { glabella, forehead, crows_left, crows_right, nose_left, nose_right, group_count };
constexpr std::array<GroupScale, group_count> kScales{
    {{10.0, 4.0, 1.0}, {8.5, 4.0, 1.0}, {7.0, 3.5, 1.0}, {7.0, 3.5, 1.0}, {5.0, 2.5, 0.6}, {5.0, 2.5, 0.6}}};
// Share of the length of the skin between the brows that a full frown takes, a mean of 14 people
// [wilson2015].
constexpr double kFrownStrain = 0.0911;
// Of the deepest fold that such a strain can make, per grade at full effort. No source tells mm per grade:
// assumptions, so that each grade is as far from the next to the eye.
constexpr std::array<double, 4> kGradeShare{0.0, 0.32, 0.60, 0.94};
// A line at rest against the same grade at effort: an assumption. A quarter to half a millimetre at most.
// Drawn depth alone: the response model's line.static_share is of the grade, not of mm.
constexpr double kRestShare = 0.3;

// Of what an expression adds to a main line, the part that the skin rises by between lines; the rest is the
// fold with its lips, which is finer. A shallow fold is fine, a deep one takes the skin beside it
// along; companions and ends of lines are fine alone. Assumptions.
constexpr double kSwellShare = 0.85;
constexpr double kFineMm = 0.3;  // a fold as shallow as this keeps half of it to itself

double deepest_mm(std::size_t group) {
  return deepest_fold_mm(kFrownStrain, kScales[group].pitch_mm);
}

/// Of a line that has this share of the group's deepest at each grade from 1.
double depth_of_grade_mm(std::size_t group, int grade, const std::array<double, 3>& depth_share) {
  if (grade <= 0) return 0.0;
  const auto at = static_cast<std::size_t>(grade);
  return kScales[group].share * kGradeShare[at] * deepest_mm(group) * depth_share[at - 1];
}

std::size_t first_of(LineGroup group) {
  switch (group) {
    case LineGroup::glabella:
      return glabella;
    case LineGroup::forehead:
      return forehead;
    case LineGroup::crows_feet:
      return crows_left;
    case LineGroup::nose:
      break;
  }
  return nose_left;
}

LineGrade grade_of(std::size_t group, const FaceBaseline& grades) {
  switch (group) {
    case glabella:
      return grades.glabella;
    case forehead:
      return grades.forehead;
    case crows_left:
      return grades.crows_feet.left;
    case crows_right:
      return grades.crows_feet.right;
    default:
      break;
  }
  // Assumption: nobody grades bunny lines; who has crow's feet at effort has them too, and none at rest.
  return {0, (group == nose_left ? grades.crows_feet.left : grades.crows_feet.right).effort};
}

LineState state_of(std::size_t group, const TreatmentState& state) {
  switch (group) {
    case glabella:
      return state.glabella;
    case forehead:
      return state.forehead;
    case crows_left:
      return state.crows_feet.left;
    case crows_right:
      return state.crows_feet.right;
    default:
      return {};
  }
}

/// Static depth left at a place of a group's line. Across the midline the sides run into one another.
double rest_relief_at(std::size_t group, double x_mm, const TreatmentState& state) {
  constexpr double kMidlineMm = 6.0;  // assumption
  const double whole = state_of(group, state).rest_relief;
  if (group > forehead) return whole;
  const Sided<double>& side = group == glabella ? state.glabella_rest_share : state.forehead_rest_share;
  const double left = std::clamp(0.5 + 0.5 * x_mm / kMidlineMm, 0.0, 1.0);
  return whole * (side.right + left * (side.left - side.right));
}

/// Untreated full effort of each group.
std::vector<TargetWeight> full_effort(std::size_t group, const FaceResponse& response) {
  switch (group) {
    case glabella:
      return face_pose(Expression::frown, 1.0, {}, response);
    case forehead:
      return face_pose(Expression::raise, 1.0, {}, response);
    case crows_left:
    case crows_right:
      return face_pose(Expression::squint, 1.0, {}, response);
    default:
      return {{group == nose_left ? "nasalis-left" : "nasalis-right", 1.0}};
  }
}

/// Units of the muscles that fold the skin of a group. Others move it as a sheet: the mesh package's raised
/// brow, for one, draws the brow's head inwards, where a real one smooths the lines between the brows.
std::vector<std::string> pulls_of(LineGroup group) {
  std::vector<std::string> names;
  for (const AtlasRow& row : atlas()) {
    if (!row.movement || !row.movement->folds.has(group)) continue;
    names.push_back(unit_name(*row.movement, BodySide::left));
    if (!row.midline) names.push_back(unit_name(*row.movement, BodySide::right));
  }
  return names;
}

/// A fold does not end where the skin is squeezed least: it runs on along its line and dies out.
void run_on(std::span<double> line) {
  for (std::size_t i = 1; i < line.size(); ++i) line[i] = std::max(line[i], kRunOn * line[i - 1]);
  for (std::size_t i = line.size(); i-- > 1;) line[i - 1] = std::max(line[i - 1], kRunOn * line[i]);
}

double drive_of(double fold_mm, double full_mm) {
  return std::min(kMostDrive, fold_mm / full_mm);
}

}  // namespace

LineMap::LineMap(const FacePart& skin, std::span<const glm::uvec3> triangles, const FaceLandmarks& landmarks,
                 const FaceResponse& response)
    : response_(response), axis_z_(landmarks.eye.left.z - 70.0) {
  const std::span<const glm::vec3> skin_mm = skin.rest_mm();
  const double low = landmarks.eye.left.y - 45.0;
  const double high = landmarks.eye.left.y + 90.0;
  const HeadOutline head(skin_mm, triangles, axis_z_, low, high);
  const FrontSkin front(skin_mm, triangles, axis_z_, low, high);
  std::vector<glm::vec3> normals(skin_mm.size());
  vertex_normals(skin_mm, triangles, normals);
  for (const LinePath& path : line_paths(head, landmarks)) place(path, front, skin, normals);
  measure_full_effort();
}

void LineMap::place(const LinePath& path, const FrontSkin& front, const FacePart& skin,
                    std::span<const glm::vec3> normals) {
  const std::span<const glm::vec3> skin_mm = skin.rest_mm();
  LinePlace line{path.group, path.side, {}};
  std::vector<SkinPlace> places;
  for (const glm::dvec2& c : path.chart) {
    const auto found = front.at(c.x, c.y);
    if (!found) return;  // a head without skin there has no such line
    places.push_back(*found);
  }
  std::vector<FoldGauge> gauges;
  const std::size_t group = group_of(line);
  const auto last = static_cast<int>(places.size()) - 1;
  for (int i = 0; i <= last; ++i) {
    const auto at = [&](int k) {
      return places[static_cast<std::size_t>(std::clamp(k, 0, last))].on(skin_mm);
    };
    const glm::dvec3 p = at(i);
    const SkinPlace& here = places[static_cast<std::size_t>(i)];
    const glm::dvec3 across = glm::normalize(glm::cross(here.on(normals), at(i + 2) - at(i - 2)));
    line.points.push_back({glm::vec3(p), glm::vec3(across)});
    gauges.push_back({front.at(p - across * kScales[group].gauge_mm).value_or(here),
                      front.at(p + across * kScales[group].gauge_mm).value_or(here)});
    of_group_[group].push_back(samples_.size());
    groups_.push_back(group);
    samples_.push_back({p.x, path.depth_share[static_cast<std::size_t>(i)]});
  }
  gauges_.add_row(skin, gauges, pulls_of(line.group));
  lines_.push_back(std::move(line));
}

std::size_t LineMap::group_of(const LinePlace& line) const {
  const std::size_t first = first_of(line.group);
  return first >= crows_left && line.side == BodySide::right ? first + 1 : first;
}

LineMap::Folds LineMap::folds_mm(std::span<const TargetWeight> pose) const {
  Folds folds = gauges_.squeeze(pose);
  for (std::size_t i = 0; i < folds.size(); ++i)
    folds[i] =
        fold_amplitude_mm(shortening(1.0, 1.0 - folds[i], kSlack), kScales[groups_[i]].pitch_mm, kFoldShare);
  std::size_t first = 0;
  for (const LinePlace& line : lines_) {
    run_on(std::span(folds).subspan(first, line.points.size()));
    first += line.points.size();
  }
  return folds;
}

void LineMap::measure_full_effort() {
  for (std::size_t group = 0; group < group_count; ++group) {
    const Folds folds = folds_mm(full_effort(group, response_));
    const double whole = fold_amplitude_mm(kWholeFold, kScales[group].pitch_mm, kFoldShare);
    for (const std::size_t i : of_group_[group]) {
      samples_[i].full_mm = std::max(folds[i], 0.02 * whole);
      // In step with the squeeze, not its root: a trace of it, which two halves of a mesh rarely share, is
      // none.
      samples_[i].reach = std::pow(std::min(1.0, folds[i] / whole), 2.0);
    }
  }
}

void LineMap::share_relief(std::size_t group, double relief, const Depths& depths, Folds& share) const {
  double wanted = 0.0;
  for (const std::size_t i : of_group_[group])
    wanted += relief * std::max(depths.rest_before[i], depths.effort_before[i]);
  // Lines do not get shallower than at rest, so the others carry more of the relief, nor deeper than
  // untreated. A few rounds settle it.
  for (int round = 0; round < 12; ++round) {
    double drawn = 0.0;
    for (const std::size_t i : of_group_[group])
      drawn += std::max(depths.effort_before[i] * share[i], depths.rest_now[i]);
    const bool too_shallow = wanted > drawn;
    double moving = 0.0;
    for (const std::size_t i : of_group_[group]) {
      const double at_effort = depths.effort_before[i] * share[i];
      if (at_effort > depths.rest_now[i] && !(too_shallow && share[i] >= 1.0)) moving += at_effort;
    }
    if (!(moving > 0.0)) return;
    const double scale = std::max(0.0, 1.0 + (wanted - drawn) / moving);
    for (const std::size_t i : of_group_[group]) share[i] = std::min(1.0, share[i] * scale);
    if (std::abs(scale - 1.0) < kSettled) return;
  }
}

LineRelief LineMap::relief(const TreatmentState& state, Expression expression, double effort,
                           const FaceBaseline& grades) const {
  const Folds untreated = folds_mm(face_pose(expression, effort, {}, response_));
  const Folds now = folds_mm(face_pose(expression, effort, state, response_));
  const std::size_t count = samples_.size();
  Depths depths{Folds(count), Folds(count), Folds(count)};
  Folds share(count);  // of the untreated depth at effort that is left
  for (std::size_t i = 0; i < count; ++i) {
    const Sample& s = samples_[i];
    const std::size_t group = groups_[i];
    const LineGrade grade = grade_of(group, grades);
    depths.rest_before[i] = kRestShare * depth_of_grade_mm(group, grade.rest, s.depth_share);
    depths.rest_now[i] = depths.rest_before[i] * rest_relief_at(group, s.x_mm, state);
    depths.effort_before[i] = depth_of_grade_mm(group, grade.effort, s.depth_share) * s.reach;
    const double left = untreated[i] > 0.0 ? std::min(1.0, now[i] / untreated[i]) : 1.0;
    // Bunny lines have no clinical course: they follow the squeeze itself.
    share[i] = group >= nose_left ? left : kEvenShare + (1.0 - kEvenShare) * left;
  }
  for (std::size_t group = glabella; group <= crows_right; ++group)
    share_relief(group, state_of(group, state).effort_relief, depths, share);

  LineRelief out{std::vector<float>(count), std::vector<float>(count)};
  for (std::size_t i = 0; i < count; ++i) {
    const double at_effort = std::max(depths.rest_now[i], depths.effort_before[i] * share[i]);
    const double swell = (at_effort - depths.rest_now[i]) * drive_of(untreated[i], samples_[i].full_mm);
    out.depth_mm[i] = static_cast<float>(depths.rest_now[i] + swell);
    out.swell_mm[i] = static_cast<float>(kSwellShare * ease(0.3, 0.6, samples_[i].depth_share.back()) *
                                         swell * swell / (swell + kFineMm));
  }
  return out;
}

double deepest_line_mm(LineGroup group) {
  return deepest_mm(first_of(group));
}

double line_pitch_mm(LineGroup group) {
  return kScales[first_of(group)].pitch_mm;
}

}  // namespace simulation
