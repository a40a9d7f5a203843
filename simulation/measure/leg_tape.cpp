#include "simulation/measure/leg_tape.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace simulation {
namespace {

constexpr double kBinMm = 4.0;
constexpr double kSlackMm = 3.0;
constexpr double kReachMm = 200.0;
constexpr double kSearchFrom = 0.14;
constexpr double kSearchTo = 0.60;
constexpr int kSearchSteps = 32;

bool near_axis(const LegFrame& frame, const glm::dvec3& p) {
  const glm::dvec3 rel = p - frame.axis_point_mm(frame.t_of(p));
  const bool own_half = frame.side == BodySide::left ? p.x >= 0.0 : p.x <= 0.0;
  return own_half && glm::dot(rel, rel) < kReachMm * kReachMm;
}

}  // namespace

LegTape::LegTape(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                 const LegFrame& frame, double t_from, double t_to)
    : frame_(frame), t_from_(t_from), t_step_(kBinMm / frame.length_mm) {
  const auto bin_count = static_cast<std::size_t>(std::ceil((t_to - t_from) / t_step_)) + 1;
  first_of_bin_ = std::vector<std::uint32_t>(bin_count + 1, 0);
  std::vector<std::vector<std::uint32_t>> bins(bin_count);
  std::vector<glm::uvec3> own;
  const double slack = kSlackMm / frame.length_mm;
  for (const glm::uvec3& triangle : triangles) {
    double low = 1e9;
    double high = -1e9;
    bool mine = true;
    for (int k = 0; k < 3; ++k) {
      const glm::dvec3 p = points_mm[triangle[k]];
      const double t = frame.t_of(p);
      low = std::min(low, t);
      high = std::max(high, t);
      mine = mine && near_axis(frame, p);
    }
    if (!mine || high < t_from - slack || low > t_to + slack) continue;
    const auto index = static_cast<std::uint32_t>(own.size());
    own.push_back(triangle);
    for (std::size_t b = bin_of(low - slack); b <= bin_of(high + slack); ++b) bins[b].push_back(index);
  }
  triangles_ = std::move(own);
  std::vector<std::uint32_t> in_a_row;
  std::vector<std::uint32_t> first;
  for (const std::vector<std::uint32_t>& bin : bins) {
    first.push_back(static_cast<std::uint32_t>(in_a_row.size()));
    in_a_row.insert(in_a_row.end(), bin.begin(), bin.end());
  }
  first.push_back(static_cast<std::uint32_t>(in_a_row.size()));
  bins_ = std::move(in_a_row);
  first_of_bin_ = std::move(first);
}

std::size_t LegTape::bin_of(double t) const {
  const double bin = std::floor((t - t_from_) / t_step_);
  return static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(first_of_bin_.size() - 2)));
}

std::vector<glm::dvec2> LegTape::loop(std::span<const glm::vec3> points_mm, double t) const {
  const std::size_t bin = bin_of(t);
  const auto here = std::span(bins_).subspan(first_of_bin_[bin], first_of_bin_[bin + 1] - first_of_bin_[bin]);
  return cut_loop(points_mm, triangles_, here, frame_.plane(t));
}

double LegTape::girth_mm(std::span<const glm::vec3> points_mm, double t) const {
  return hull_length_mm(loop(points_mm, t));
}

GirthReading LegTape::largest(std::span<const glm::vec3> points_mm) const {
  GirthReading best;
  const double step = (kSearchTo - kSearchFrom) / kSearchSteps;
  for (int i = 0; i <= kSearchSteps; ++i) {
    const double t = kSearchFrom + i * step;
    const double girth = girth_mm(points_mm, t);
    if (girth > best.girth_mm) best = {girth, t};
  }
  double low = std::max(kSearchFrom, best.t - step);
  double high = std::min(kSearchTo, best.t + step);
  constexpr double kGolden = 0.6180339887498949;
  for (int i = 0; i < 12; ++i) {
    const GirthReading a{girth_mm(points_mm, high - kGolden * (high - low)), high - kGolden * (high - low)};
    const GirthReading b{girth_mm(points_mm, low + kGolden * (high - low)), low + kGolden * (high - low)};
    const GirthReading& better = a.girth_mm >= b.girth_mm ? a : b;
    if (better.girth_mm > best.girth_mm) best = better;
    if (a.girth_mm >= b.girth_mm) {
      high = b.t;
    } else {
      low = a.t;
    }
  }
  return best;
}

}  // namespace simulation
