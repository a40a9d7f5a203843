#include "tests/simulation/prediction/fit/sampler.h"

#include <algorithm>
#include <cmath>

#include "simulation/response/random.h"

namespace fit {
namespace {

/// Uniform and normal numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : stream_(seed) {}
  double uniform() { return (static_cast<double>(stream_.next() >> 11) + 0.5) * 0x1p-53; }
  double normal() { return simulation::normal_quantile(uniform()); }
  Eigen::VectorXd normals(Eigen::Index count) {
    Eigen::VectorXd values(count);
    for (double& value : values) value = normal();
    return values;
  }

 private:
  simulation::RandomStream stream_;
};

Eigen::MatrixXd one_chain(const std::function<double(const Eigen::VectorXd&)>& log_density,
                          const Eigen::VectorXd& start, const Eigen::VectorXd& spread, int steps,
                          std::uint64_t seed) {
  constexpr int kRefresh = 100;
  Dice dice(seed);
  const Eigen::Index count = start.size();
  Eigen::VectorXd here = start + spread.cwiseProduct(dice.normals(count));
  double density = log_density(here);
  for (int tries = 0; !std::isfinite(density) && tries < 1000; ++tries) {
    here = start + 0.3 * spread.cwiseProduct(dice.normals(count));
    density = log_density(here);
  }
  Eigen::MatrixXd factor = (0.3 * spread).asDiagonal();
  Eigen::VectorXd mean = here;
  Eigen::MatrixXd scatter = Eigen::MatrixXd::Zero(count, count);
  double scale = 1.0;
  int seen = 1, taken = 0;
  const int kept = steps / 2;
  Eigen::MatrixXd draws(kept, count);
  for (int step = 0; step < steps; ++step) {
    const Eigen::VectorXd there = here + scale * factor * dice.normals(count);
    const double other = log_density(there);
    if (std::log(dice.uniform()) < other - density) {
      here = there;
      density = other;
      ++taken;
    }
    if (step >= steps - kept) {
      draws.row(step - (steps - kept)) = here;
      continue;
    }
    ++seen;
    const Eigen::VectorXd from = here - mean;
    mean += from / seen;
    scatter += from * (here - mean).transpose();
    if ((step + 1) % kRefresh != 0) continue;
    scale *= std::exp((static_cast<double>(taken) / kRefresh - 0.25) * 0.5);
    taken = 0;
    if (seen < 10 * count) continue;
    const Eigen::MatrixXd covariance =
        scatter / seen + 1e-8 * Eigen::MatrixXd(spread.cwiseAbs2().asDiagonal());
    const bool is_first = seen < 10 * count + kRefresh;
    if (is_first) scale = 2.4 / std::sqrt(static_cast<double>(count));
    factor = covariance.llt().matrixL();
    if (seen < steps / 4) {  // forget the way to the middle
      if (seen % 2000 == 1) {
        seen = std::max(seen / 2, 1);
        scatter *= 0.5;
      }
    }
  }
  return draws;
}

/// Split R-hat of one input (Gelman and others, Bayesian Data Analysis): each chain counts as two.
double r_hat(const std::vector<Eigen::MatrixXd>& draws, Eigen::Index input) {
  std::vector<double> means, variances;
  const Eigen::Index half = draws.front().rows() / 2;
  for (const Eigen::MatrixXd& chain : draws)
    for (Eigen::Index part = 0; part < 2; ++part) {
      const Eigen::VectorXd values = chain.col(input).segment(part * half, half);
      means.push_back(values.mean());
      variances.push_back((values.array() - values.mean()).square().sum() / static_cast<double>(half - 1));
    }
  const Eigen::Map<Eigen::VectorXd> m(means.data(), static_cast<Eigen::Index>(means.size()));
  const Eigen::Map<Eigen::VectorXd> v(variances.data(), static_cast<Eigen::Index>(variances.size()));
  const double between = (m.array() - m.mean()).square().sum() / static_cast<double>(m.size() - 1);
  const double within = v.mean();
  if (within <= 0.0) return HUGE_VAL;
  const double n = static_cast<double>(half);
  return std::sqrt(((n - 1.0) / n * within + between) / within);
}

}  // namespace

Chains adaptive_metropolis(const std::function<double(const Eigen::VectorXd&)>& log_density,
                           const Eigen::VectorXd& start, const Eigen::VectorXd& spread,
                           const SamplerOptions& options) {
  Chains chains;
  for (int chain = 0; chain < options.chains; ++chain)
    chains.draws.push_back(one_chain(log_density, start, spread, options.steps,
                                     options.seed * 1000 + static_cast<std::uint64_t>(chain)));
  for (Eigen::Index input = 0; input < start.size(); ++input) {
    const double here = r_hat(chains.draws, input);
    if (here <= chains.worst_r_hat) continue;
    chains.worst_r_hat = here;
    chains.worst_input = static_cast<int>(input);
  }
  return chains;
}

}  // namespace fit
