#include <gtest/gtest.h>

#include <cmath>

#include "tests/simulation/prediction/fit/emulator.h"
#include "tests/simulation/prediction/fit/sampler.h"

// The tools of the fit against answers that are known.
namespace fit {
namespace {

Eigen::MatrixXd grid_of_points() {
  Eigen::MatrixXd points(49, 3);
  for (int i = 0; i < 49; ++i)
    points.row(i) << 0.3 * (i % 7) - 0.9, 0.3 * (i / 7) - 0.9, 0.1 * ((i * 5) % 11);
  return points;
}

TEST(Emulator, IsAsGoodAsItsRidgeForASecondDegreePolynomialAndIgnoresOtherInputs) {
  const auto truth = [](const Eigen::VectorXd& x) { return 2.0 - x(0) + 0.5 * x(1) * x(1) + x(0) * x(1); };
  const Eigen::MatrixXd points = grid_of_points();
  Eigen::VectorXd values(points.rows());
  for (Eigen::Index i = 0; i < points.rows(); ++i) values(i) = truth(points.row(i).transpose());
  const Emulator emulator({0, 1}, points, values);
  const Eigen::Vector3d at(0.25, -0.4, 7.0);
  EXPECT_NEAR(emulator.value(at), truth(at), 0.01);
  EXPECT_NEAR(emulator.gradient(at)(0), -1.0 + at(1), 0.02);
  EXPECT_NEAR(emulator.gradient(at)(1), at(1) + at(0), 0.02);
  EXPECT_EQ(emulator.gradient(at)(2), 0.0);
}

TEST(Sampler, FindsMeanAndCovarianceOfANormal) {
  Eigen::Matrix2d covariance;
  covariance << 1.0, 0.8, 0.8, 2.0;
  const Eigen::Vector2d middle(3.0, -1.0);
  const Eigen::Matrix2d precision = covariance.inverse();
  const auto density = [&](const Eigen::VectorXd& x) {
    return -0.5 * (x - middle).dot(precision * (x - middle));
  };
  const Chains chains =
      adaptive_metropolis(density, Eigen::Vector2d::Zero(), Eigen::Vector2d(1.0, 1.0), {4, 40000, 3});
  EXPECT_LT(chains.worst_r_hat, 1.01);
  Eigen::Vector2d mean = Eigen::Vector2d::Zero();
  double rows = 0.0;
  for (const auto& draws : chains.draws) {
    mean += draws.colwise().sum().transpose();
    rows += static_cast<double>(draws.rows());
  }
  mean /= rows;
  Eigen::Matrix2d scatter = Eigen::Matrix2d::Zero();
  for (const auto& draws : chains.draws) {
    const Eigen::MatrixXd off = draws.rowwise() - mean.transpose();
    scatter += off.transpose() * off / rows;
  }
  EXPECT_LT((mean - middle).cwiseAbs().maxCoeff(), 0.1);
  EXPECT_LT((scatter - covariance).cwiseAbs().maxCoeff(), 0.2);
}

TEST(Sampler, TellsAChainThatDidNotMix) {
  // Two hills so far apart that no chain crosses.
  const auto density = [](const Eigen::VectorXd& x) {
    return std::log(std::exp(-0.5 * std::pow(x(0) - 30.0, 2)) + std::exp(-0.5 * std::pow(x(0) + 30.0, 2)));
  };
  const Eigen::VectorXd start = Eigen::VectorXd::Zero(1);
  const Eigen::VectorXd spread = Eigen::VectorXd::Constant(1, 30.0);
  double worst = 0.0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    worst = std::max(worst, adaptive_metropolis(density, start, spread, {4, 4000, seed}).worst_r_hat);
  EXPECT_GT(worst, 2.0);
}

}  // namespace
}  // namespace fit
