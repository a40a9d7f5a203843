#pragma once

#include <vector>

#include "simulation/measure/smooth.h"

namespace simulation {

/// Values over a leg: stations along t, directions round theta (periodic). Sampling is bicubic, so what is
/// read from it has no crease.
class LegGrid {
 public:
  LegGrid(double t_from, double t_to, int stations, int directions, double value = 0.0);

  int stations() const { return stations_; }
  int directions() const { return directions_; }
  double t(int station) const { return t_from_ + station * t_step_; }
  double t_step() const { return t_step_; }
  double theta(int direction) const { return -kPi + direction * theta_step(); }
  double theta_step() const { return 2.0 * kPi / directions_; }
  double& at(int station, int direction) { return values_[index(station, direction)]; }
  double at(int station, int direction) const { return values_[index(station, direction)]; }

  /// Value at any t (held constant beyond the ends) and theta (radians).
  double sample(double t, double theta) const;
  /// Gaussian blur; sigmas in t and in radians.
  LegGrid blurred(double sigma_t, double sigma_theta) const;

 private:
  std::size_t index(int station, int direction) const {
    return static_cast<std::size_t>(station) * static_cast<std::size_t>(directions_) +
           static_cast<std::size_t>(direction);
  }

  double t_from_;
  double t_step_;
  int stations_;
  int directions_;
  std::vector<double> values_;
};

}  // namespace simulation
