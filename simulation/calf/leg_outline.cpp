#include "simulation/calf/leg_outline.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/error.h"

namespace simulation {
namespace {

// Assumptions: as fine as the mesh, and a centre line that does not follow every bump.
constexpr int kStations = 143;  // 1 % of the leg, about 3.7 mm
constexpr int kDirections = 96;
constexpr double kCentreBlur = 6.0;  // stations

/// Where the thigh is cut off at a slant the loops shrink; such loops say nothing about the leg. Assumption:
/// a cut shows as 3 % less from one station to the next, 12 stations above the knee or more.
void drop_cut_thigh(std::vector<std::vector<glm::dvec2>>& loops, int knee_station) {
  double below = 0.0;
  bool cut = false;
  for (int i = knee_station; i >= 0; --i) {
    auto& loop = loops[static_cast<std::size_t>(i)];
    const double area = loop.empty() ? 0.0 : loop_area_mm2(loop);
    cut = cut || area < 0.97 * below;
    if (cut && i < knee_station - 12) loop.clear();
    cut = cut && i < knee_station - 12;
    below = area;
  }
}

/// Loops at stations where the mesh is open (cut thigh, sole) are taken from the nearest closed one.
void fill_gaps(std::vector<std::vector<glm::dvec2>>& loops) {
  std::vector<std::vector<glm::dvec2>> filled = loops;
  const int n = static_cast<int>(loops.size());
  for (int i = 0; i < n; ++i) {
    for (int d = 0; d < n && filled[i].empty(); ++d) {
      if (i - d >= 0 && !loops[i - d].empty()) filled[i] = loops[i - d];
      if (filled[i].empty() && i + d < n && !loops[i + d].empty()) filled[i] = loops[i + d];
    }
  }
  loops = std::move(filled);
}

}  // namespace

// Assumption: of some 90 stations between knee and ankle at least 80 must be closed loops.
LegOutline::LegOutline(const LegTape& tape, std::span<const glm::vec3> points_mm,
                       const LegOutline* centre_from)
    : frame_(tape.frame()), radius_(kFrom, kTo, kStations, kDirections) {
  std::vector<std::vector<glm::dvec2>> loops;
  int closed = 0;
  for (int i = 0; i < kStations; ++i) {
    loops.push_back(tape.loop(points_mm, radius_.t(i)));
    const bool on_shank = radius_.t(i) > 0.0 && radius_.t(i) < 0.9;
    closed += on_shank && !loops.back().empty() ? 1 : 0;
  }
  if (closed < 80) throw InputError("mesh.skin: the lower leg is not closed between knee and ankle");
  drop_cut_thigh(loops, static_cast<int>(std::lround(-kFrom / radius_.t_step())));
  fill_gaps(loops);
  if (centre_from != nullptr) {
    centres_ = centre_from->centres_;
  } else {
    find_centres(loops);
  }
  for (int i = 0; i < kStations; ++i) {
    for (int j = 0; j < kDirections; ++j) {
      radius_.at(i, j) = loop_radius_mm(loops[static_cast<std::size_t>(i)],
                                        centres_[static_cast<std::size_t>(i)], radius_.theta(j));
    }
  }
}

void LegOutline::find_centres(const std::vector<std::vector<glm::dvec2>>& loops) {
  std::vector<glm::dvec2> raw;
  for (const auto& loop : loops) raw.push_back(loop_centroid_mm(loop));
  const int n = static_cast<int>(raw.size());
  const int reach = static_cast<int>(3 * kCentreBlur);
  for (int i = 0; i < n; ++i) {
    glm::dvec2 sum(0.0);
    double weights = 0.0;
    for (int k = -reach; k <= reach; ++k) {
      const double w = gauss(k, kCentreBlur);
      sum += raw[static_cast<std::size_t>(std::clamp(i + k, 0, n - 1))] * w;
      weights += w;
    }
    centres_.push_back(sum / weights);
  }
}

glm::dvec2 LegOutline::centre_mm(double t) const {
  const int last = static_cast<int>(centres_.size()) - 1;
  const double row = std::clamp((t - kFrom) / radius_.t_step(), 0.0, static_cast<double>(last));
  const int i = std::min(static_cast<int>(row), last - 1);
  const CubicWeights weights(row - i);
  glm::dvec2 sum(0.0);
  for (int a = 0; a < 4; ++a) {
    sum += centres_[static_cast<std::size_t>(std::clamp(i + a - 1, 0, last))] * weights.w[a];
  }
  return sum;
}

LegPoint LegOutline::locate(const glm::dvec3& point_mm) const {
  LegPoint out;
  out.t = frame_.t_of(point_mm);
  const glm::dvec2 centre = centre_mm(out.t);
  const glm::dvec3 rel = point_mm - frame_.axis_point_mm(out.t);
  const double back = glm::dot(rel, frame_.posterior) - centre.x;
  const double inward = glm::dot(rel, frame_.medial) - centre.y;
  out.theta = std::atan2(inward, back);
  out.radius_mm = std::sqrt(back * back + inward * inward);
  if (out.radius_mm > 1e-6) {
    out.outward = (frame_.posterior * back + frame_.medial * inward) / out.radius_mm;
  }
  return out;
}

glm::dvec3 LegOutline::point_mm(double t, double theta, double radius_mm) const {
  const glm::dvec2 centre = centre_mm(t);
  return frame_.axis_point_mm(t) + frame_.posterior * (centre.x + radius_mm * std::cos(theta)) +
         frame_.medial * (centre.y + radius_mm * std::sin(theta));
}

}  // namespace simulation
