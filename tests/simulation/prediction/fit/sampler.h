#pragma once

#include <Eigen/Dense>
#include <cstdint>
#include <functional>
#include <vector>

namespace fit {

struct Chains {
  std::vector<Eigen::MatrixXd> draws;  // one matrix per chain, one row per kept step
  double worst_r_hat = 0.0;            // split R-hat, the largest over the inputs
  int worst_input = 0;
};

struct SamplerOptions {
  int chains = 4;
  int steps = 20000;  // each; the first half is thrown away
  std::uint64_t seed = 1;
};

/// Adaptive Metropolis (Haario, Saksman and Tamminen): the step follows the covariance of what the chain has
/// seen, over the first half alone, so that the kept half is an ordinary Metropolis chain. Chains start
/// apart, `spread` from `start`. `log_density` may be minus infinity.
Chains adaptive_metropolis(const std::function<double(const Eigen::VectorXd&)>& log_density,
                           const Eigen::VectorXd& start, const Eigen::VectorXd& spread,
                           const SamplerOptions& options);

}  // namespace fit
