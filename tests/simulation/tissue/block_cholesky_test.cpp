#include "simulation/tissue/block_cholesky.h"

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <random>

namespace {

using simulation::BlockCholesky;
using simulation::SparseMatrix;

/// Lower triangle of a matrix with a block for each point of a box and its neighbours: symmetric, and
/// positive definite where the diagonal is large.
SparseMatrix box_matrix(int nx, int ny, int nz, double diagonal, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> any(-1.0, 1.0);
  const auto index = [&](int x, int y, int z) { return x + nx * (y + ny * z); };
  std::vector<Eigen::Triplet<double, int>> entries;
  for (int a = 0; a < nx * ny * nz; ++a) {
    const int x = a % nx, y = a / nx % ny, z = a / (nx * ny);
    for (int b = a; b < nx * ny * nz; ++b) {
      const int u = b % nx, v = b / nx % ny, w = b / (nx * ny);
      if (std::max({std::abs(x - u), std::abs(y - v), std::abs(z - w)}) > 1) continue;
      EXPECT_EQ(index(u, v, w), b);
      for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j)
          if (a != b || i >= j)
            entries.emplace_back(3 * b + i, 3 * a + j, a == b && i == j ? diagonal : any(random));
    }
  }
  SparseMatrix out(3 * nx * ny * nz, 3 * nx * ny * nz);
  out.setFromTriplets(entries.begin(), entries.end());
  return out;
}

Eigen::MatrixXd whole(const SparseMatrix& lower) {
  return Eigen::MatrixXd(lower).selfadjointView<Eigen::Lower>();
}

TEST(BlockCholesky, SolvesLikeADenseSolver) {
  for (const auto& size :
       {std::array{1, 1, 1}, std::array{2, 1, 1}, std::array{4, 3, 5}, std::array{6, 6, 9}}) {
    const SparseMatrix lower = box_matrix(size[0], size[1], size[2], 60.0);
    BlockCholesky factor(lower);
    ASSERT_TRUE(factor.factor(lower));
    const Eigen::MatrixXd right = Eigen::MatrixXd::Random(lower.rows(), 5);
    const Eigen::MatrixXd solved = factor.solve(right);
    const Eigen::MatrixXd exact = whole(lower).llt().solve(right);
    EXPECT_LT((solved - exact).norm(), 1e-12 * exact.norm()) << size[0];
    for (int i = 0; i < 5; ++i)
      EXPECT_LT((factor.solve(right.col(i)) - exact.col(i)).norm(), 1e-12 * exact.norm());
  }
}

TEST(BlockCholesky, TakesPartsThatNothingJoins) {
  SparseMatrix lower(12, 12);
  std::vector<Eigen::Triplet<double, int>> entries;
  for (int i = 0; i < 12; ++i) entries.emplace_back(i, i, 2.0 + i);
  entries.emplace_back(10, 2, 1.0);  // of the second and third row of two blocks alone
  lower.setFromTriplets(entries.begin(), entries.end());
  BlockCholesky factor(lower);
  ASSERT_TRUE(factor.factor(lower));
  const Eigen::VectorXd right = Eigen::VectorXd::LinSpaced(12, 1.0, 3.0);
  EXPECT_LT((whole(lower) * factor.solve(right) - right).norm(), 1e-12);
}

TEST(BlockCholesky, FactorsAnotherMatrixOfTheSamePattern) {
  const SparseMatrix first = box_matrix(4, 4, 6, 60.0), second = box_matrix(4, 4, 6, 70.0, 2);
  BlockCholesky factor(first);
  ASSERT_TRUE(factor.factor(first));
  ASSERT_TRUE(factor.factor(second));
  const Eigen::VectorXd right = Eigen::VectorXd::Random(first.rows());
  EXPECT_LT((whole(second) * factor.solve(right) - right).norm(), 1e-12 * right.norm());
}

TEST(BlockCholesky, SaysWhatIsNotPositiveDefinite) {
  SparseMatrix lower = box_matrix(3, 3, 4, 60.0);
  BlockCholesky factor(lower);
  lower.coeffRef(17, 17) = -1.0;
  EXPECT_FALSE(factor.factor(lower));
}

TEST(BlockCholesky, AnAnswerDoesNotDependOnWhatIsAskedBesideIt) {
  const SparseMatrix lower = box_matrix(5, 4, 6, 60.0);
  BlockCholesky factor(lower);
  ASSERT_TRUE(factor.factor(lower));
  const Eigen::MatrixXd right = Eigen::MatrixXd::Random(lower.rows(), 37);
  const Eigen::MatrixXd all = factor.solve(right);
  const Eigen::MatrixXd some = factor.solve(right.middleCols(11, 7));
  EXPECT_EQ(some, all.middleCols(11, 7));
}

TEST(BlockCholesky, GivesTheSameBytesAgain) {
  const SparseMatrix lower = box_matrix(5, 4, 6, 60.0);
  const Eigen::VectorXd right = Eigen::VectorXd::Random(lower.rows());
  BlockCholesky one(lower), other(lower);
  ASSERT_TRUE(one.factor(lower) && other.factor(lower));
  EXPECT_EQ(one.solve(right), other.solve(right));
}

}  // namespace
