#include "simulation/response/dose_cells.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace simulation {
namespace {

/// Share of a Gaussian about `centre` that lies between two places.
double share_between(double low, double high, double centre, double sd) {
  const double scale = 1.0 / (sd * std::numbers::sqrt2);
  return 0.5 * (std::erf((high - centre) * scale) - std::erf((low - centre) * scale));
}

Cells spread(std::span<const glm::dvec2> sites, double units, double sd_x, double sd_y) {
  Cells cells{};
  const double each = units / static_cast<double>(sites.size()) * kCells;
  for (const glm::dvec2& site : sites) {
    std::array<double, kCellsAcross> column{};
    for (std::size_t j = 0; j < kCellsAcross; ++j)
      column[j] =
          share_between(static_cast<double>(j) / kCellsAcross, (j + 1.0) / kCellsAcross, site.y, sd_y);
    for (std::size_t i = 0; i < kCellsAlong; ++i) {
      const double row =
          share_between(static_cast<double>(i) / kCellsAlong, (i + 1.0) / kCellsAlong, site.x, sd_x);
      for (std::size_t j = 0; j < kCellsAcross; ++j) cells[i * kCellsAcross + j] += each * row * column[j];
    }
  }
  return cells;
}

/// Cells of the first rows, from the best to the least reached.
std::vector<std::size_t> by_dose(const Cells& dose, std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return dose[a] > dose[b]; });
  return order;
}

}  // namespace

CellDose spread_over(std::span<const glm::dvec2> sites, double units, double length_mm, double width_mm,
                     double sd_mm, double along) {
  CellDose cells{};
  for (std::size_t r = 0; r < kRadiusFactors.size(); ++r) {
    const double sd = sd_mm * kRadiusFactors[r];
    cells[r] = spread(sites, units, sd * along / length_mm, sd / width_mm);
  }
  return cells;
}

double held(const Cells& cells) {
  return std::accumulate(cells.begin(), cells.end(), 0.0) / kCells;
}

void add(CellDose& to, const CellDose& from) {
  for (std::size_t r = 0; r < to.size(); ++r)
    for (std::size_t c = 0; c < kCells; ++c) to[r][c] += from[r][c];
}

void scale(CellDose& cells, std::span<const double> per_radius) {
  for (std::size_t r = 0; r < cells.size(); ++r)
    for (double& cell : cells[r]) cell *= per_radius[r];
}

std::vector<DoseEvent> sampled(const DoseEvents& events, std::size_t rows) {
  const std::size_t count = rows * kCellsAcross;
  const std::size_t per_sample = count / kSamples;
  CellDose total{};
  for (const auto& [key, cells] : events) add(total, cells);
  std::vector<DoseEvent> result;
  for (const auto& [key, cells] : events) result.push_back({key.first, key.second, {}});
  for (std::size_t r = 0; r < kRadiusFactors.size(); ++r) {
    // With several events a place must mean the same at every radius.
    const auto order = by_dose(total[events.size() == 1 ? r : kNominalRadius], count);
    std::size_t event = 0;
    for (const auto& [key, cells] : events) {
      LocalDose& local = result[event++].local;
      for (std::size_t c = 0; c < per_sample * kSamples; ++c)
        local[r][c / per_sample] += cells[r][order[c]] / static_cast<double>(per_sample);
    }
  }
  return result;
}

}  // namespace simulation
