#include "simulation/tissue/tissue_system.h"

#include <metis.h>

#include <Eigen/SparseCholesky>
#include <mutex>

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
    elasticity_.energy(cell, gather(cell, moved), values, &local);
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
  CellVector slope;
  CellMatrix local;
  for (const LatticeCell& cell : lattice_.cells()) {
    elasticity_.energy(cell, gather(cell, moved), values, &slope, &local);
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

namespace by_metis {

/// Nested dissection of a symmetric pattern by METIS, in the form that Eigen's solvers ask for.
struct NestedDissection {
  using PermutationType = Eigen::PermutationMatrix<Eigen::Dynamic, Eigen::Dynamic, int>;

  template <typename Matrix>
  void operator()(const Matrix& symmetric, PermutationType& permutation) const {
    const SparseMatrix pattern = symmetric;
    std::vector<idx_t> starts{0};
    std::vector<idx_t> neighbours;
    for (int column = 0; column < pattern.outerSize(); ++column) {
      for (SparseMatrix::InnerIterator entry(pattern, column); entry; ++entry) {
        if (entry.row() != column) neighbours.push_back(entry.row());
      }
      starts.push_back(static_cast<idx_t>(neighbours.size()));
    }
    auto count = static_cast<idx_t>(pattern.cols());
    std::vector<idx_t> order(static_cast<std::size_t>(count));
    std::vector<idx_t> place(static_cast<std::size_t>(count));
    // METIS draws from the C library's one generator, which it seeds anew: two at once would order
    // differently from run to run.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    if (METIS_NodeND(&count, starts.data(), neighbours.data(), nullptr, nullptr, order.data(),
                     place.data()) != METIS_OK)
      throw InputError("tissue: the lattice could not be ordered");
    permutation.resize(count);
    for (idx_t i = 0; i < count; ++i) permutation.indices()[i] = order[static_cast<std::size_t>(i)];
  }
};

}  // namespace by_metis

struct TissueFactor::Solver {
  Eigen::SimplicialLDLT<SparseMatrix, Eigen::Lower, by_metis::NestedDissection> ldlt;
};

TissueFactor::TissueFactor(const SparseMatrix& lower) : solver_(std::make_unique<Solver>()) {
  solver_->ldlt.analyzePattern(lower);
  refactor(lower);
}

TissueFactor::~TissueFactor() = default;
TissueFactor::TissueFactor(TissueFactor&&) noexcept = default;
TissueFactor& TissueFactor::operator=(TissueFactor&&) noexcept = default;

void TissueFactor::refactor(const SparseMatrix& lower) {
  solver_->ldlt.factorize(lower);
  if (solver_->ldlt.info() != Eigen::Success || solver_->ldlt.vectorD().minCoeff() <= 0.0)
    throw InputError("tissue: a part of the limb is not held");
}

Eigen::VectorXd TissueFactor::solve(const Eigen::VectorXd& right_side) const {
  return solver_->ldlt.solve(right_side);
}

}  // namespace simulation
