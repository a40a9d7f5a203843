#pragma once

#include <Eigen/SparseCore>
#include <vector>

#include "simulation/tissue/block_cholesky.h"
#include "simulation/tissue/elasticity.h"
#include "simulation/tissue/lattice.h"

namespace simulation {

/// Elastic energy of a limb over the free unknowns of its lattice (x y z per node, mm).
class TissueSystem {
 public:
  /// Keeps a reference to the lattice.
  TissueSystem(const Lattice& lattice, std::vector<DriveKind> kinds);

  const Lattice& lattice() const { return lattice_; }
  int unknown_count() const { return lattice_.unknown_count(); }
  int drive_count() const { return static_cast<int>(kinds_.size()); }

  /// kPa mm3; infinite when a sample is inside out.
  double energy(const Eigen::VectorXd& moved, const DriveValues& values) const;
  Eigen::VectorXd gradient(const Eigen::VectorXd& moved, const DriveValues& values) const;
  /// Lower triangle; the same pattern at every call.
  SparseMatrix hessian(const Eigen::VectorXd& moved, const DriveValues& values) const;

 private:
  CellVector gather(const LatticeCell& cell, const Eigen::VectorXd& moved) const;

  const Lattice& lattice_;
  std::vector<DriveKind> kinds_;
  CellElasticity elasticity_;
};

/// A factored stiffness; solves many right-hand sides.
class TissueFactor {
 public:
  /// Throws InputError when the matrix is not positive definite (a part of the limb that nothing holds).
  explicit TissueFactor(const SparseMatrix& lower);

  /// Factors another matrix of the same pattern without ordering it again.
  void refactor(const SparseMatrix& lower);
  Eigen::VectorXd solve(const Eigen::VectorXd& right_side) const;
  /// The same for a right side per column, at a fraction of the time of one by one.
  Eigen::MatrixXd solve_all(const Eigen::MatrixXd& right_sides) const;

 private:
  BlockCholesky factor_;
};

}  // namespace simulation
