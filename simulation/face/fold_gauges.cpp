#include "simulation/face/fold_gauges.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace simulation {
namespace {

constexpr double kShortestMm = 0.1;
/// Weights of the mean fall from this at the gauge itself to 0 this many gauges away.
constexpr std::size_t kRun = 21;

glm::dvec3 moved_mm(const FacePart::Movement& movement, const SkinPlace& place) {
  glm::dvec3 sum(0.0);
  for (int k = 0; k < 3; ++k) {
    const auto found = std::lower_bound(movement.points.begin(), movement.points.end(), place.points[k]);
    if (found == movement.points.end() || *found != place.points[k]) continue;
    const auto at = static_cast<std::size_t>(found - movement.points.begin());
    sum += glm::dvec3(movement.deltas_mm[at]) * place.weights[k];
  }
  return sum;
}

/// Sums with weights that fall in a straight line to both sides, each from the one before.
std::vector<double> weighted_sums(const std::vector<double>& values) {
  const std::size_t count = values.size();
  std::vector<double> before(count + 1, 0.0);
  for (std::size_t i = 0; i < count; ++i) before[i + 1] = before[i] + values[i];
  double sum = 0.0;
  for (std::size_t i = 0; i < std::min(count, kRun); ++i) sum += static_cast<double>(kRun - i) * values[i];
  std::vector<double> sums(count);
  for (std::size_t i = 0; i < count; ++i) {
    sums[i] = sum;
    const double gains = before[std::min(count, i + 1 + kRun)] - before[i + 1];
    sum += gains - (before[i + 1] - before[i + 1 < kRun ? 0 : i + 1 - kRun]);
  }
  return sums;
}

}  // namespace

std::size_t FoldGauges::target_index(const std::string& name) {
  const auto found = std::find(targets_.begin(), targets_.end(), name);
  const auto index = static_cast<std::size_t>(found - targets_.begin());
  if (found == targets_.end()) targets_.push_back(name);
  return index;
}

void FoldGauges::add_row(const FacePart& skin, std::span<const FoldGauge> gauges,
                         const std::vector<std::string>& pulls) {
  Row row;
  for (const FoldGauge& gauge : gauges) {
    const glm::dvec3 span = gauge.high.on(skin.rest_mm()) - gauge.low.on(skin.rest_mm());
    for (int axis = 0; axis < 3; ++axis) row.span_mm[static_cast<std::size_t>(axis)].push_back(span[axis]);
    row.per_rest_mm.push_back(1.0 / std::max(kShortestMm, glm::length(span)));
  }
  row.per_weight = weighted_sums(std::vector<double>(gauges.size(), 1.0));
  for (double& w : row.per_weight) w = 1.0 / w;
  for (const std::string& name : pulls) {
    const FacePart::Movement* movement = skin.movement(name);
    if (!movement) continue;
    Pull pull{target_index(name), {}};
    bool any = false;
    for (const FoldGauge& gauge : gauges) {
      const glm::dvec3 change = moved_mm(*movement, gauge.high) - moved_mm(*movement, gauge.low);
      any = any || change != glm::dvec3(0.0);
      for (int axis = 0; axis < 3; ++axis)
        pull.change_mm[static_cast<std::size_t>(axis)].push_back(change[axis]);
    }
    if (any) row.pulls.push_back(std::move(pull));
  }
  size_ += gauges.size();
  rows_.push_back(std::move(row));
}

std::vector<double> FoldGauges::squeeze(std::span<const TargetWeight> pose) const {
  std::vector<double> weights(targets_.size(), 0.0);
  for (const TargetWeight& target : pose) {
    const auto found = std::find(targets_.begin(), targets_.end(), target.target);
    if (found != targets_.end()) weights[static_cast<std::size_t>(found - targets_.begin())] = target.weight;
  }
  std::vector<double> out;
  out.reserve(size_);
  Axes now;
  std::vector<double> bare;
  for (const Row& row : rows_) {
    const std::size_t count = row.per_rest_mm.size();
    const bool pulled = std::any_of(row.pulls.begin(), row.pulls.end(),
                                    [&](const Pull& pull) { return weights[pull.target] != 0.0; });
    if (!pulled) {
      out.insert(out.end(), count, 0.0);
      continue;
    }
    now = row.span_mm;
    for (const Pull& pull : row.pulls) {
      const double weight = weights[pull.target];
      if (weight == 0.0) continue;
      for (std::size_t axis = 0; axis < 3; ++axis)
        for (std::size_t i = 0; i < count; ++i) now[axis][i] += weight * pull.change_mm[axis][i];
    }
    bare.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const double squared = now[0][i] * now[0][i] + now[1][i] * now[1][i] + now[2][i] * now[2][i];
      bare[i] = 1.0 - std::sqrt(squared) * row.per_rest_mm[i];
    }
    const std::vector<double> sums = weighted_sums(bare);
    for (std::size_t i = 0; i < count; ++i) out.push_back(sums[i] * row.per_weight[i]);
  }
  return out;
}

}  // namespace simulation
