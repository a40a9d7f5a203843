#include "simulation/calf/leg_grid.h"

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

std::vector<double> kernel(double sigma_steps) {
  const int reach = std::max(1, static_cast<int>(std::ceil(3.0 * sigma_steps)));
  std::vector<double> weights;
  double sum = 0.0;
  for (int k = -reach; k <= reach; ++k) {
    weights.push_back(gauss(k, std::max(sigma_steps, 1e-3)));
    sum += weights.back();
  }
  for (double& w : weights) w /= sum;
  return weights;
}

}  // namespace

LegGrid::LegGrid(double t_from, double t_to, int stations, int directions, double value)
    : t_from_(t_from),
      t_step_((t_to - t_from) / (stations - 1)),
      stations_(stations),
      directions_(directions),
      values_(static_cast<std::size_t>(stations) * static_cast<std::size_t>(directions), value) {}

double LegGrid::sample(double t, double theta) const {
  const double row = std::clamp((t - t_from_) / t_step_, 0.0, static_cast<double>(stations_ - 1));
  const double column = (theta + kPi) / theta_step();
  const int i = std::min(static_cast<int>(row), stations_ - 2);
  const double floor_column = std::floor(column);
  const CubicWeights along(row - i);
  const CubicWeights round(column - floor_column);
  const int j = ((static_cast<int>(floor_column) % directions_) + directions_) % directions_;
  int columns[4];
  for (int b = 0; b < 4; ++b) {
    const int column_b = j + b - 1;
    columns[b] =
        column_b < 0 ? column_b + directions_ : (column_b >= directions_ ? column_b - directions_ : column_b);
  }
  double sum = 0.0;
  for (int a = 0; a < 4; ++a) {
    const int station = std::clamp(i + a - 1, 0, stations_ - 1);
    double ring = 0.0;
    for (int b = 0; b < 4; ++b) {
      ring += round.w[b] * at(station, columns[b]);
    }
    sum += along.w[a] * ring;
  }
  return sum;
}

LegGrid LegGrid::blurred(double sigma_t, double sigma_theta) const {
  LegGrid ring = *this;
  const std::vector<double> round = kernel(sigma_theta / theta_step());
  const int round_reach = static_cast<int>(round.size()) / 2;
  for (int i = 0; i < stations_; ++i) {
    for (int j = 0; j < directions_; ++j) {
      double sum = 0.0;
      for (int k = -round_reach; k <= round_reach; ++k) {
        const int other = ((j + k) % directions_ + directions_) % directions_;
        sum += round[static_cast<std::size_t>(k + round_reach)] * at(i, other);
      }
      ring.at(i, j) = sum;
    }
  }
  LegGrid out = ring;
  const std::vector<double> along = kernel(sigma_t / t_step_);
  const int reach = static_cast<int>(along.size()) / 2;
  for (int i = 0; i < stations_; ++i) {
    for (int j = 0; j < directions_; ++j) {
      double sum = 0.0;
      for (int k = -reach; k <= reach; ++k) {
        sum += along[static_cast<std::size_t>(k + reach)] * ring.at(std::clamp(i + k, 0, stations_ - 1), j);
      }
      out.at(i, j) = sum;
    }
  }
  return out;
}

}  // namespace simulation
