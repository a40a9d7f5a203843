#include "simulation/tissue/response_fields.h"

#include <Eigen/Core>
#include <map>

namespace simulation {
namespace {

constexpr double kStep = 0.02;  // of a drive; errors fall with its square, rounding is far below

class FieldMaker {
 public:
  FieldMaker(const TissueSystem& system, const TissueFactor& factor) : system_(system), factor_(factor) {}

  /// d moved / d amount along a direction. The gradient at rest is odd in a small drive up to third order.
  Eigen::VectorXd linear(const DriveValues& direction) const {
    const Eigen::VectorXd rest = Eigen::VectorXd::Zero(system_.unknown_count());
    constexpr double kTiny = 1e-4;
    const Eigen::VectorXd force =
        (system_.gradient(rest, kTiny * direction) - system_.gradient(rest, -kTiny * direction)) /
        (2.0 * kTiny);
    return -factor_.solve(force);
  }

  /// Second-order part of the answer to `direction`, whose linear answer is given.
  Eigen::VectorXd second(const DriveValues& direction, const Eigen::VectorXd& linear) const {
    const Eigen::VectorXd left_over = 0.5 * (system_.gradient(kStep * linear, kStep * direction) +
                                             system_.gradient(-kStep * linear, -kStep * direction));
    return -factor_.solve(left_over / (kStep * kStep));
  }

 private:
  const TissueSystem& system_;
  const TissueFactor& factor_;
};

}  // namespace

ResponseFields response_fields(const TissueSystem& system, const TissueFactor& factor,
                               const Eigen::MatrixXd& directions,
                               const std::vector<std::pair<int, int>>& pairs, const Progress& progress) {
  const FieldMaker make(system, factor);
  ResponseFields out;
  const double whole = static_cast<double>(directions.cols()) + static_cast<double>(pairs.size());
  double done = 0.0;
  const auto tick = [&] {
    done += 1.0;
    if (progress) progress(done / whole);
  };
  for (Eigen::Index i = 0; i < directions.cols(); ++i) {
    out.linear.push_back(make.linear(directions.col(i)));
    tick();
  }
  std::map<int, Eigen::VectorXd> squares;
  const auto square = [&](int i) -> const Eigen::VectorXd& {
    auto [found, missing] = squares.try_emplace(i);
    if (missing) found->second = make.second(directions.col(i), out.linear[static_cast<std::size_t>(i)]);
    return found->second;
  };
  for (const auto& [i, j] : pairs) {
    if (i == j) {
      out.second.push_back(square(i));
    } else {
      // Polarisation: the answer to both at once, less the squares of each.
      const Eigen::VectorXd both =
          out.linear[static_cast<std::size_t>(i)] + out.linear[static_cast<std::size_t>(j)];
      out.second.push_back(make.second(directions.col(i) + directions.col(j), both) - square(i) - square(j));
    }
    out.pairs.emplace_back(i, j);
    tick();
  }
  return out;
}

Eigen::VectorXd third_order(const TissueSystem& system, const TissueFactor& factor,
                            const DriveValues& direction, const Eigen::VectorXd& linear,
                            const Eigen::VectorXd& second) {
  constexpr double kShare = 0.1;  // of the direction; the next odd order is then a hundredth
  const Eigen::VectorXd even = kShare * kShare * second;
  const Eigen::VectorXd left_over = 0.5 * (system.gradient(even + kShare * linear, kShare * direction) -
                                           system.gradient(even - kShare * linear, -kShare * direction));
  return -factor.solve(left_over / (kShare * kShare * kShare));
}

Eigen::VectorXd blend(const ResponseFields& fields, const Eigen::VectorXd& p) {
  Eigen::VectorXd out = Eigen::VectorXd::Zero(fields.linear.front().size());
  for (std::size_t i = 0; i < fields.linear.size(); ++i)
    out += p[static_cast<Eigen::Index>(i)] * fields.linear[i];
  for (std::size_t k = 0; k < fields.pairs.size(); ++k)
    out += p[fields.pairs[k].first] * p[fields.pairs[k].second] * fields.second[k];
  return out;
}

}  // namespace simulation
