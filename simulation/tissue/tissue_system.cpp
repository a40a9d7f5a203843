#include "simulation/tissue/tissue_system.h"

#include "simulation/error.h"

namespace simulation {

TissueSystem::TissueSystem(const Lattice& lattice, std::vector<DriveKind> kinds)
    : lattice_(lattice), kinds_(std::move(kinds)), elasticity_(lattice.cell_mm(), kinds_) {}

CellVector TissueSystem::gather(const LatticeCell& cell, const Eigen::VectorXd& moved) const {
  CellVector out;
  for (int k = 0; k < 8; ++k) {
    const int first = lattice_.unknown(cell.nodes[static_cast<std::size_t>(k)]);
    out.segment<3>(3 * k) = first < 0 ? Eigen::Vector3d::Zero() : Eigen::Vector3d(moved.segment<3>(first));
  }
  return out;
}

double TissueSystem::energy(const Eigen::VectorXd& moved, const DriveValues& values) const {
  double sum = 0.0;
  for (const LatticeCell& cell : lattice_.cells())
    sum += elasticity_.energy(cell, gather(cell, moved), values);
  return sum;
}

Eigen::VectorXd TissueSystem::gradient(const Eigen::VectorXd& moved, const DriveValues& values) const {
  Eigen::VectorXd out = Eigen::VectorXd::Zero(unknown_count());
  CellVector local;
  for (const LatticeCell& cell : lattice_.cells()) {
    local = elasticity_.gradient(cell, gather(cell, moved), values);
    for (int k = 0; k < 8; ++k) {
      const int first = lattice_.unknown(cell.nodes[static_cast<std::size_t>(k)]);
      if (first >= 0) out.segment<3>(first) += local.segment<3>(3 * k);
    }
  }
  return out;
}

SparseMatrix TissueSystem::hessian(const Eigen::VectorXd& moved, const DriveValues& values) const {
  std::vector<Eigen::Triplet<double, int>> entries;
  entries.reserve(lattice_.cells().size() * 300);
  CellMatrix local;
  for (const LatticeCell& cell : lattice_.cells()) {
    elasticity_.energy(cell, gather(cell, moved), values, nullptr, &local);
    int unknowns[24];
    for (int i = 0; i < 24; ++i) {
      const int first = lattice_.unknown(cell.nodes[static_cast<std::size_t>(i / 3)]);
      unknowns[i] = first < 0 ? -1 : first + i % 3;
    }
    for (int j = 0; j < 24; ++j) {
      for (int i = 0; i < 24; ++i) {
        if (unknowns[j] >= 0 && unknowns[i] >= unknowns[j])
          entries.emplace_back(unknowns[i], unknowns[j], local(i, j));
      }
    }
  }
  SparseMatrix out(unknown_count(), unknown_count());
  out.setFromTriplets(entries.begin(), entries.end());
  return out;
}

TissueFactor::TissueFactor(const SparseMatrix& lower) : factor_(lower) {
  refactor(lower);
}

void TissueFactor::refactor(const SparseMatrix& lower) {
  if (!factor_.factor(lower)) throw InputError("tissue: a part of the limb is not held");
}

Eigen::VectorXd TissueFactor::solve(const Eigen::VectorXd& right_side) const {
  return factor_.solve(right_side);
}

Eigen::MatrixXd TissueFactor::solve_all(const Eigen::MatrixXd& right_sides) const {
  return factor_.solve(right_sides);
}

}  // namespace simulation
