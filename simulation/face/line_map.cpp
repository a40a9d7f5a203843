#include "simulation/face/line_map.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "simulation/face/fold.h"
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
constexpr double kMostDrive = 1.2;

/// Assumptions: depth in mm per grade at effort (profilometry finds 0.1 to 1 mm), spacing of folds, half the
/// length of the gauge across a line.
struct GroupScale {
  double effort_mm_per_grade;
  double wavelength_mm;
  double gauge_mm;
};
enum Group : std::size_t { glabella, forehead, crows_left, crows_right, nose_left, nose_right, group_count };
constexpr std::array<GroupScale, group_count> kScales{{{0.30, 8.0, 4.0},
                                                       {0.24, 9.0, 4.0},
                                                       {0.20, 6.0, 3.5},
                                                       {0.20, 6.0, 3.5},
                                                       {0.10, 5.0, 2.5},
                                                       {0.10, 5.0, 2.5}}};
// A line at rest against the same grade at effort; the response model's line.static_share is the same figure.
constexpr double kRestShare = 0.6;

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

/// Muscles that fold the skin of a LineGroup. Others move it as a sheet: the mesh package's raised brow, for
/// one, draws the brow's head inwards, where a real one smooths the lines between the brows.
constexpr std::array<std::array<std::string_view, 3>, 4> kPulls{
    {{"corrugator", "depressor_super", "procerus"},
     {"frontalis", "frontalis", "frontalis"},
     {"orbicularis", "zygomaticus", "orbicularis"},
     {"nasalis", "procerus", "orbicularis"}}};

std::vector<TargetWeight> pulled_by(const std::array<std::string_view, 3>& names,
                                    std::span<const TargetWeight> pose) {
  std::vector<TargetWeight> kept;
  for (const TargetWeight& target : pose)
    if (std::any_of(names.begin(), names.end(),
                    [&target](std::string_view name) { return target.target.starts_with(name); }))
      kept.push_back(target);
  return kept;
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
  for (const LinePath& path : line_paths(head, landmarks)) place(path, front, skin_mm, normals);
  starts_.push_back(samples_.size());
  keep_points(skin);
  measure_full_effort();
}

void LineMap::place(const LinePath& path, const FrontSkin& skin, std::span<const glm::vec3> skin_mm,
                    std::span<const glm::vec3> normals) {
  LinePlace line{path.group, path.side, {}};
  std::vector<SkinPlace> places;
  for (const glm::dvec2& c : path.chart) {
    const auto found = skin.at(c.x, c.y);
    if (!found) return;  // a head without skin there has no such line
    places.push_back(*found);
  }
  starts_.push_back(samples_.size());
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
    Sample sample;
    sample.low = skin.at(p - across * kScales[group].gauge_mm).value_or(here);
    sample.high = skin.at(p + across * kScales[group].gauge_mm).value_or(here);
    sample.rest_gauge_mm = std::max(0.1, glm::distance(sample.low.on(skin_mm), sample.high.on(skin_mm)));
    sample.x_mm = p.x;
    sample.depth_share = path.depth_share[static_cast<std::size_t>(i)];
    samples_.push_back(sample);
    groups_.push_back(group);
    line_of_.push_back(lines_.size());
  }
  lines_.push_back(std::move(line));
}

std::size_t LineMap::group_of(const LinePlace& line) const {
  const bool left = line.side == BodySide::left;
  switch (line.group) {
    case LineGroup::glabella:
      return glabella;
    case LineGroup::forehead:
      return forehead;
    case LineGroup::crows_feet:
      return left ? crows_left : crows_right;
    case LineGroup::nose:
      break;
  }
  return left ? nose_left : nose_right;
}

void LineMap::keep_points(const FacePart& skin) {
  std::map<std::uint32_t, std::uint32_t> kept;
  for (const Sample& s : samples_)
    for (const SkinPlace* end : {&s.low, &s.high})
      for (int k = 0; k < 3; ++k) kept.emplace(end->points[k], 0);
  std::vector<std::uint32_t> points;
  for (auto& [point, index] : kept) {
    index = static_cast<std::uint32_t>(points.size());
    points.push_back(point);
  }
  for (Sample& s : samples_)
    for (SkinPlace* end : {&s.low, &s.high})
      for (int k = 0; k < 3; ++k) end->points[k] = kept.at(end->points[k]);
  gauge_skin_ = skin.only(points);
}

LineMap::Folds LineMap::folds_mm(std::span<const TargetWeight> pose) const {
  std::vector<glm::vec3> now(gauge_skin_->rest_mm().size());
  Folds squeeze(samples_.size());
  for (std::size_t kind = 0; kind < kPulls.size(); ++kind) {
    gauge_skin_->deform(pulled_by(kPulls[kind], pose), now);
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (static_cast<std::size_t>(lines_[line_of_[i]].group) != kind) continue;
      const double length = glm::distance(samples_[i].low.on(now), samples_[i].high.on(now));
      squeeze[i] = 1.0 - length / samples_[i].rest_gauge_mm;
    }
  }
  // The gauge jumps from triangle to triangle; a fold runs on along its line where the pull is less.
  constexpr int kRun = 20;
  Folds folds(samples_.size());
  for (std::size_t line = 0; line + 1 < starts_.size(); ++line) {
    const auto first = static_cast<int>(starts_[line]);
    const int last = static_cast<int>(starts_[line + 1]) - 1;
    for (int i = first; i <= last; ++i) {
      double sum = 0.0;
      double weights = 0.0;
      for (int k = std::max(first, i - kRun); k <= std::min(last, i + kRun); ++k) {
        const double w = kRun + 1.0 - std::abs(k - i);
        sum += w * squeeze[static_cast<std::size_t>(k)];
        weights += w;
      }
      const auto at = static_cast<std::size_t>(i);
      folds[at] = fold_amplitude_mm(shortening(1.0, 1.0 - sum / weights, kSlack),
                                    kScales[groups_[at]].wavelength_mm, kFoldShare);
    }
  }
  return folds;
}

void LineMap::measure_full_effort() {
  for (std::size_t group = 0; group < group_count; ++group) {
    const Folds folds = folds_mm(full_effort(group, response_));
    const double whole = fold_amplitude_mm(kWholeFold, kScales[group].wavelength_mm, kFoldShare);
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (groups_[i] != group) continue;
      samples_[i].full_mm = std::max(folds[i], 0.02 * whole);
      // In step with the squeeze, not its root: a trace of it, which two halves of a mesh rarely share, is
      // none.
      samples_[i].reach = std::pow(std::min(1.0, folds[i] / whole), 2.0);
    }
  }
}

void LineMap::share_relief(std::size_t group, double relief, const Depths& depths, Folds& share) const {
  double wanted = 0.0;
  for (std::size_t i = 0; i < samples_.size(); ++i)
    if (groups_[i] == group) wanted += relief * std::max(depths.rest_before[i], depths.effort_before[i]);
  // Lines do not get shallower than at rest, so the others carry more of the relief. A few rounds settle it.
  for (int round = 0; round < 6; ++round) {
    double held = 0.0;
    double moving = 0.0;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      if (groups_[i] != group) continue;
      const double at_effort = depths.effort_before[i] * share[i];
      (at_effort > depths.rest_now[i] ? moving : held) += std::max(at_effort, depths.rest_now[i]);
    }
    if (!(moving > 0.0)) return;
    const double scale = std::max(0.0, wanted - held) / moving;
    for (std::size_t i = 0; i < samples_.size(); ++i)
      if (groups_[i] == group) share[i] *= scale;
  }
}

std::vector<float> LineMap::depths_mm(const TreatmentState& state, Expression expression, double effort,
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
    const double mm_per_grade = kScales[group].effort_mm_per_grade * s.depth_share;
    depths.rest_before[i] = kRestShare * mm_per_grade * grade.rest;
    depths.rest_now[i] = depths.rest_before[i] * rest_relief_at(group, s.x_mm, state);
    depths.effort_before[i] = mm_per_grade * s.reach * grade.effort;
    const double left = untreated[i] > 0.0 ? std::min(1.0, now[i] / untreated[i]) : 1.0;
    // Bunny lines have no clinical course: they follow the squeeze itself.
    share[i] = group >= nose_left ? left : kEvenShare + (1.0 - kEvenShare) * left;
  }
  for (std::size_t group = glabella; group <= crows_right; ++group)
    share_relief(group, state_of(group, state).effort_relief, depths, share);

  std::vector<float> out(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double at_effort = std::max(depths.rest_now[i], depths.effort_before[i] * share[i]);
    const double drive = drive_of(untreated[i], samples_[i].full_mm);
    out[i] = static_cast<float>(depths.rest_now[i] + (at_effort - depths.rest_now[i]) * drive);
  }
  return out;
}

}  // namespace simulation
