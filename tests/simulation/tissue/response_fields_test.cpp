#include "simulation/tissue/response_fields.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/tissue/equilibrium.h"
#include "tests/simulation/tissue/phantom.h"

namespace {

using simulation::blend;
using simulation::response_fields;
using simulation::ResponseFields;
using simulation::TissueFactor;
using simulation::TissueSystem;

const std::vector<std::pair<int, int>> kAllPairs{{0, 0}, {0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 2}};

struct Responding {
  phantom::Limb limb;
  simulation::Lattice lattice = limb.lattice(8.0);
  TissueSystem system{lattice, phantom::Limb::kinds()};
  TissueFactor rest_factor{phantom::rest_stiffness(system)};
  TissueFactor factor{phantom::rest_stiffness(system)};
  ResponseFields fields = response_fields(system, rest_factor, Eigen::MatrixXd::Identity(3, 3), kAllPairs);

  Eigen::VectorXd truth(std::initializer_list<double> values) {
    return simulation::solve_equilibrium(system, phantom::values(values), factor).moved;
  }
  double error(double s, const Eigen::Vector3d& direction, bool second) {
    const Eigen::Vector3d at = s * direction;
    ResponseFields used = fields;
    if (!second) {
      used.pairs.clear();
      used.second.clear();
    }
    return (blend(used, at) - truth({at[0], at[1], at[2]})).cwiseAbs().maxCoeff();
  }
};

TEST(ResponseFields, LinearPartIsLinearInTheDrives) {
  const Responding r;
  Eigen::MatrixXd directions(3, 3);
  directions.col(0) = Eigen::Vector3d(2.0, 0.0, 0.0);
  directions.col(1) = Eigen::Vector3d(1.0, 1.0, 0.0);
  directions.col(2) = Eigen::Vector3d(0.5, 0.0, -0.25);
  const ResponseFields other = response_fields(r.system, r.rest_factor, directions, {});
  const auto& u = r.fields.linear;
  EXPECT_LT((other.linear[0] - 2.0 * u[0]).norm(), 1e-6 * u[0].norm());
  EXPECT_LT((other.linear[1] - u[0] - u[1]).norm(), 1e-6 * u[0].norm());
  EXPECT_LT((other.linear[2] - 0.5 * u[0] + 0.25 * u[2]).norm(), 1e-6 * u[0].norm());
}

TEST(ResponseFields, ErrorFallsWithTheSquareAndTheCubeOfTheDrives) {
  Responding r;
  for (const Eigen::Vector3d& direction : {Eigen::Vector3d(1.0, 0.0, 0.0), Eigen::Vector3d(1.0, 1.0, 0.0),
                                           Eigen::Vector3d(0.0, 0.0, 1.0), Eigen::Vector3d(1.0, 0.3, 1.0)}) {
    const double linear = std::log2(r.error(0.1, direction, false) / r.error(0.05, direction, false));
    const double cubic = std::log2(r.error(0.1, direction, true) / r.error(0.05, direction, true));
    EXPECT_GT(linear, 1.8) << direction.transpose();
    EXPECT_LT(linear, 2.2) << direction.transpose();
    EXPECT_GT(cubic, 2.8) << direction.transpose();
    EXPECT_LT(cubic, 3.2) << direction.transpose();
    RecordProperty("slope_" + std::to_string(static_cast<int>(direction[0])) +
                       std::to_string(static_cast<int>(10.0 * direction[1])) +
                       std::to_string(static_cast<int>(direction[2])),
                   std::to_string(linear) + " " + std::to_string(cubic));
  }
}

TEST(ResponseFields, PairsAreTheMixedDifferenceOfFullSolves) {
  Responding r;
  constexpr double kE = 0.05;
  double worst = 0.0;
  for (std::size_t k = 0; k < kAllPairs.size(); ++k) {
    const auto [a, b] = kAllPairs[k];
    const auto solve = [&r, a = a, b = b](double x, double y) {
      double p[3] = {0.0, 0.0, 0.0};
      p[a] += x;
      p[b] += y;
      return r.truth({p[0], p[1], p[2]});
    };
    // Of u = p_a p_b Q; a square answers to x + y, so the mixed difference is twice its field.
    Eigen::VectorXd mixed =
        (solve(kE, kE) - solve(kE, -kE) - solve(-kE, kE) + solve(-kE, -kE)) / (4.0 * kE * kE);
    if (a == b) mixed *= 0.5;
    const double error = (mixed - r.fields.second[k]).norm() / r.fields.second[k].norm();
    EXPECT_LT(error, 0.03) << a << b;
    worst = std::max(worst, error);
  }
  RecordProperty("relative_error", std::to_string(worst));
}

TEST(ResponseFields, DoNotDependOnWhichPairsAreAskedFor) {
  const Responding r;
  const ResponseFields one =
      response_fields(r.system, r.rest_factor, Eigen::MatrixXd::Identity(3, 3), {{0, 1}, {0, 0}});
  EXPECT_EQ(one.second[0], r.fields.second[1]);
  EXPECT_EQ(one.second[1], r.fields.second[0]);
  EXPECT_EQ(blend(one, Eigen::Vector3d::Zero()).cwiseAbs().maxCoeff(), 0.0);
}

TEST(ResponseFields, ProgressReachesOneAndItsExceptionsComeThrough) {
  const Responding r;
  std::vector<double> told;
  response_fields(r.system, r.rest_factor, Eigen::MatrixXd::Identity(3, 3), kAllPairs,
                  [&](double share) { told.push_back(share); });
  EXPECT_EQ(told.size(), 9U);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_GT(told.front(), 0.0);
  EXPECT_DOUBLE_EQ(told.back(), 1.0);
  struct Stopped {};
  int calls = 0;
  EXPECT_THROW(response_fields(r.system, r.rest_factor, Eigen::MatrixXd::Identity(3, 3), kAllPairs,
                               [&](double) {
                                 if (++calls == 5) throw Stopped{};
                               }),
               Stopped);
  EXPECT_EQ(calls, 5);
}

}  // namespace
