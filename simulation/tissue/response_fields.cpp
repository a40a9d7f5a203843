#include "simulation/tissue/response_fields.h"

#include <Eigen/Core>
#include <map>

namespace simulation {
namespace {

constexpr double kStep = 0.02;  // of a drive; errors fall with its square, rounding is far below

/// Force that a small drive along a direction leaves at rest, per amount. The gradient at rest is odd in a
/// small drive up to third order.
Eigen::VectorXd first_force(const TissueSystem& system, const DriveValues& direction) {
  const Eigen::VectorXd rest = Eigen::VectorXd::Zero(system.unknown_count());
  constexpr double kTiny = 1e-4;
  return (system.gradient(rest, kTiny * direction) - system.gradient(rest, -kTiny * direction)) /
         (2.0 * kTiny);
}

/// Force left over by the linear answer to a direction, to second order.
Eigen::VectorXd second_force(const TissueSystem& system, const DriveValues& direction,
                             const Eigen::VectorXd& linear) {
  const Eigen::VectorXd left_over = 0.5 * (system.gradient(kStep * linear, kStep * direction) +
                                           system.gradient(-kStep * linear, -kStep * direction));
  return left_over / (kStep * kStep);
}

}  // namespace

ResponseFields response_fields(const TissueSystem& system, const TissueFactor& factor,
                               const Eigen::MatrixXd& directions,
                               const std::vector<std::pair<int, int>>& pairs, const Progress& progress) {
  // Squares of all parameters that a pair names first; then the pairs of two.
  std::vector<std::pair<int, int>> asked;
  std::map<std::pair<int, int>, Eigen::Index> column_of;
  const auto ask = [&](int i, int j) {
    if (column_of.try_emplace({i, j}, static_cast<Eigen::Index>(asked.size())).second)
      asked.emplace_back(i, j);
  };
  for (const auto& [i, j] : pairs) {
    ask(i, i);
    ask(j, j);
  }
  for (const auto& [i, j] : pairs) ask(i, j);
  const double whole = static_cast<double>(directions.cols()) + static_cast<double>(asked.size());
  double done = 0.0;
  const auto tick = [&] {
    done += 1.0;
    if (progress) progress(done / whole);
  };
  Eigen::MatrixXd forces(system.unknown_count(), directions.cols());
  for (Eigen::Index i = 0; i < directions.cols(); ++i) {
    forces.col(i) = -first_force(system, directions.col(i));
    tick();
  }
  const Eigen::MatrixXd linear = factor.solve_all(forces);
  forces.resize(system.unknown_count(), static_cast<Eigen::Index>(asked.size()));
  for (std::size_t k = 0; k < asked.size(); ++k) {
    const auto [i, j] = asked[k];
    const auto column = static_cast<Eigen::Index>(k);
    if (i == j) {
      forces.col(column) = -second_force(system, directions.col(i), linear.col(i));
    } else {
      forces.col(column) =
          -second_force(system, directions.col(i) + directions.col(j), linear.col(i) + linear.col(j));
    }
    tick();
  }
  const Eigen::MatrixXd answers = factor.solve_all(forces);
  ResponseFields out;
  for (Eigen::Index i = 0; i < linear.cols(); ++i) out.linear.push_back(linear.col(i));
  for (const auto& [i, j] : pairs) {
    Eigen::VectorXd field = answers.col(column_of.at({i, j}));
    // Polarisation: the answer to both at once, less the squares of each.
    if (i != j) field -= answers.col(column_of.at({i, i})) + answers.col(column_of.at({j, j}));
    out.second.push_back(std::move(field));
  }
  out.pairs = pairs;
  return out;
}

Eigen::VectorXd third_force(const TissueSystem& system, const DriveValues& direction,
                            const Eigen::VectorXd& linear, const Eigen::VectorXd& second) {
  constexpr double kShare = 0.1;  // of the direction; the next odd order is then a hundredth
  const Eigen::VectorXd even = kShare * kShare * second;
  const Eigen::VectorXd left_over = 0.5 * (system.gradient(even + kShare * linear, kShare * direction) -
                                           system.gradient(even - kShare * linear, -kShare * direction));
  return left_over / (kShare * kShare * kShare);
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
