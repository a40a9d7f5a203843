#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <cstdint>
#include <vector>

namespace simulation {

using SparseMatrix = Eigen::SparseMatrix<double, Eigen::ColMajor, int>;

/// Cholesky factor of a sparse positive definite matrix of 3 by 3 blocks, by the multifrontal method: columns
/// of one pattern are worked on together as dense matrices, which is several times as fast as column by
/// column [davis2006], and so is solving for many right sides at once.
class BlockCholesky {
 public:
  /// Orders the pattern by nested dissection (METIS). `lower` is the lower triangle, blocks whole; its size
  /// is a multiple of 3. The same pattern gives the same order.
  explicit BlockCholesky(const SparseMatrix& lower);

  /// Factors a matrix of that pattern. False when it is not positive definite.
  bool factor(const SparseMatrix& lower);
  /// A solution per column; of the last matrix factored.
  Eigen::MatrixXd solve(const Eigen::MatrixXd& right_sides) const;

 private:
  /// Neighbouring columns of the factor that share a pattern, counted in blocks. It follows all below it in
  /// the tree.
  struct Front {
    int first = 0;
    int count = 0;
    std::vector<int> below;     // rows under its own, ascending
    std::vector<int> children;  // fronts whose updates it takes
    Eigen::MatrixXd panel;      // the columns: own rows (lower triangle), then those below
  };
  using Pattern = std::vector<std::vector<int>>;  // rows of each column under the diagonal, in blocks

  static Pattern neighbours_of(const SparseMatrix& lower);
  void order(const Pattern& neighbours);
  std::vector<std::vector<int>> columns_below(const Pattern& neighbours);
  void make_fronts(std::vector<std::vector<int>> below);
  void add_entries(const SparseMatrix& whole, const Front& front, const std::vector<int>& place,
                   Eigen::MatrixXd& matrix) const;

  std::vector<int> new_of_old_;  // blocks
  std::vector<int> old_of_new_;
  std::vector<Front> fronts_;
};

}  // namespace simulation
