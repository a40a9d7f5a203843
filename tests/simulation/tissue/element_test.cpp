#include <gtest/gtest.h>

#include <Eigen/Geometry>
#include <limits>

#include "tests/simulation/tissue/phantom.h"

namespace {

using simulation::CellElasticity;
using simulation::CellMatrix;
using simulation::CellVector;
using simulation::DriveKind;
using simulation::DriveValues;
using simulation::LatticeCell;

constexpr double kCellMm = 6.0;
const std::vector<DriveKind> kKinds{DriveKind::loss, DriveKind::loss, DriveKind::contraction};
/// The same where the contraction presses through the depth too.
const std::vector<DriveKind> kPressing{DriveKind::loss, DriveKind::loss, {0.0, simulation::kShortening, 0.6}};

Eigen::Vector3d corner(int k) {
  return kCellMm * Eigen::Vector3d(k & 1, k >> 1 & 1, k >> 2);
}

/// Displacements that take every corner X to `gradient` X + `shift`.
CellVector affine(const Eigen::Matrix3d& gradient, const Eigen::Vector3d& shift) {
  CellVector out;
  for (int k = 0; k < 8; ++k) out.segment<3>(3 * k) = gradient * corner(k) + shift - corner(k);
  return out;
}

/// Samples that differ in everything: one without tissue, some in part, fibres in all directions.
LatticeCell mixed_cell() {
  const Eigen::VectorXd draw = phantom::noise(80, 7);
  LatticeCell cell{};
  const double whole = kCellMm * kCellMm * kCellMm / 8.0;
  double stiffness = 0.0;
  for (int q = 0; q < 8; ++q) {
    simulation::TissueSample& sample = cell.samples[static_cast<std::size_t>(q)];
    const auto random = [&](int i) { return draw[10 * q + i]; };
    const double share = q == 3 ? 0.0 : 0.6 + 0.4 * random(0);
    sample.volume_mm3 = share * whole;
    sample.stiffness = (share * (20.0 + 18.0 * random(1)) + (1.0 - share) * simulation::kFillerKpa) * whole;
    if (share > 0.0 && q != 5) {
      sample.fibre = Eigen::Vector3d(random(2), 1.0, random(3)).normalized();
      sample.depth = sample.fibre.unitOrthogonal();
      sample.drives[0] = {q % 2, 0.5 + 0.5 * random(4)};
      sample.drives[1] = {2, 0.5 + 0.5 * random(5)};
    }
    cell.volume_mm3 += sample.volume_mm3;
    stiffness += sample.stiffness;
  }
  cell.bulk_kpa = 50.0 * stiffness / cell.volume_mm3;
  return cell;
}

struct State {
  const char* name;
  DriveValues values;
};

std::vector<State> states() {
  return {{"rest", phantom::values({0.0, 0.0, 0.0})},
          {"loss", phantom::values({0.35, 0.2, 0.0})},
          {"gain", phantom::values({-0.2, 0.1, 0.0})},
          {"contraction", phantom::values({0.0, 0.0, 1.0})},
          {"all", phantom::values({0.3, -0.1, 0.8})}};
}

CellVector random_move(double size_mm, unsigned seed) {
  return size_mm * phantom::noise(24, seed);
}

TEST(TissueElement, GradientIsThatOfTheEnergy) {
  const CellElasticity elasticity(kCellMm, kPressing);
  const LatticeCell cell = mixed_cell();
  double worst = 0.0;
  for (const State& state : states()) {
    const CellVector at = random_move(0.8, 3);
    CellVector gradient;
    ASSERT_TRUE(std::isfinite(elasticity.energy(cell, at, state.values, &gradient)));
    CellVector differences;
    constexpr double kStep = 1e-4;
    for (int i = 0; i < 24; ++i) {
      CellVector step = CellVector::Zero();
      step[i] = kStep;
      differences[i] = (elasticity.energy(cell, at + step, state.values) -
                        elasticity.energy(cell, at - step, state.values)) /
                       (2.0 * kStep);
    }
    const double error = (gradient - differences).norm() / gradient.norm();
    EXPECT_LT(error, 1e-6) << state.name;
    worst = std::max(worst, error);
  }
  RecordProperty("relative_error", std::to_string(worst * 1e9) + "e-9");
}

TEST(TissueElement, HessianIsThatOfTheGradient) {
  const CellElasticity elasticity(kCellMm, kPressing);
  const LatticeCell cell = mixed_cell();
  double worst = 0.0;
  for (const State& state : states()) {
    const CellVector at = random_move(0.8, 4);
    CellVector gradient;
    CellMatrix hessian;
    elasticity.energy(cell, at, state.values, &gradient, &hessian);
    CellMatrix differences;
    constexpr double kStep = 1e-4;
    for (int i = 0; i < 24; ++i) {
      CellVector step = CellVector::Zero();
      step[i] = kStep;
      CellVector more;
      CellVector less;
      elasticity.energy(cell, at + step, state.values, &more);
      elasticity.energy(cell, at - step, state.values, &less);
      differences.col(i) = (more - less) / (2.0 * kStep);
    }
    const double error = (hessian - differences).norm() / hessian.norm();
    EXPECT_LT(error, 1e-5) << state.name;
    EXPECT_LT((hessian - hessian.transpose()).norm(), 1e-12 * hessian.norm()) << state.name;
    worst = std::max(worst, error);
  }
  RecordProperty("relative_error", std::to_string(worst * 1e9) + "e-9");
}

TEST(TissueElement, RigidMotionOfRestCostsNothing) {
  const CellElasticity elasticity(kCellMm, kKinds);
  const LatticeCell cell = mixed_cell();
  const DriveValues none = DriveValues::Zero(3);
  CellVector stretched;
  const double one_percent = elasticity.energy(
      cell, affine(1.01 * Eigen::Matrix3d::Identity(), Eigen::Vector3d::Zero()), none, &stretched);
  for (const double angle : {0.0, 0.4, 2.5}) {
    const Eigen::Matrix3d turn =
        Eigen::AngleAxisd(angle, Eigen::Vector3d(0.3, -0.8, 0.5).normalized()).toRotationMatrix();
    CellVector gradient;
    const double energy = elasticity.energy(cell, affine(turn, {40.0, -7.0, 3.0}), none, &gradient);
    EXPECT_LT(std::abs(energy), 1e-9 * one_percent) << angle;
    EXPECT_LT(gradient.norm(), 1e-9 * stretched.norm()) << angle;
  }
}

TEST(TissueElement, TurningAnyStateTurnsItsForces) {
  const CellElasticity elasticity(kCellMm, kKinds);
  const LatticeCell cell = mixed_cell();
  const Eigen::Matrix3d turn =
      Eigen::AngleAxisd(1.1, Eigen::Vector3d(-0.2, 0.6, 0.7).normalized()).toRotationMatrix();
  const Eigen::Vector3d shift(5.0, 60.0, -9.0);
  for (const State& state : states()) {
    const CellVector at = random_move(0.8, 5);
    CellVector turned;
    for (int k = 0; k < 8; ++k)
      turned.segment<3>(3 * k) = turn * (corner(k) + at.segment<3>(3 * k)) + shift - corner(k);
    CellVector before;
    CellVector after;
    const double energy = elasticity.energy(cell, at, state.values, &before);
    const double same = elasticity.energy(cell, turned, state.values, &after);
    EXPECT_NEAR(same, energy, 1e-9 * std::abs(energy)) << state.name;
    for (int k = 0; k < 8; ++k) {
      EXPECT_LT((after.segment<3>(3 * k) - turn * before.segment<3>(3 * k)).norm(), 1e-9 * before.norm())
          << state.name;
    }
  }
}

TEST(TissueElement, IsInfiniteWhenInsideOut) {
  const CellElasticity elasticity(kCellMm, kKinds);
  const LatticeCell cell = mixed_cell();
  const double infinite = std::numeric_limits<double>::infinity();
  const DriveValues none = DriveValues::Zero(3);
  const Eigen::Vector3d mirror(-1.0, 1.0, 1.0);
  EXPECT_EQ(elasticity.energy(cell, affine(mirror.asDiagonal(), Eigen::Vector3d::Zero()), none), infinite);
  const Eigen::Vector3d flat(0.0, 1.0, 1.0);
  EXPECT_EQ(elasticity.energy(cell, affine(flat.asDiagonal(), Eigen::Vector3d::Zero()), none), infinite);
  // One corner pushed through the cell turns only some samples inside out.
  CellVector pushed = CellVector::Zero();
  pushed.segment<3>(0) = Eigen::Vector3d::Constant(1.4 * kCellMm);
  EXPECT_EQ(elasticity.energy(cell, pushed, none), infinite);
  EXPECT_LT(elasticity.energy(cell, random_move(0.8, 6), none), infinite);
}

TEST(TissueElement, GrownTissueRestsWhereItsGrowthSays) {
  // A whole cell of one muscle: with the growth as deformation there is no force left.
  LatticeCell cell{};
  for (simulation::TissueSample& sample : cell.samples) {
    sample.volume_mm3 = kCellMm * kCellMm * kCellMm / 8.0;
    sample.stiffness = 6.0 * sample.volume_mm3;
    sample.fibre = Eigen::Vector3d(0.1, 1.0, -0.3).normalized();
    sample.drives[0] = {0, 1.0};
    sample.drives[1] = {2, 1.0};
    cell.volume_mm3 += sample.volume_mm3;
  }
  cell.bulk_kpa = 300.0;
  const CellElasticity elasticity(kCellMm, kKinds);
  for (const State& state : states()) {
    const simulation::Growth growth = simulation::growth_of(cell.samples[0], kKinds, state.values);
    EXPECT_NEAR(growth.volume, 1.0 - state.values[0], 1e-15);
    EXPECT_NEAR(growth.inverse.determinant() * growth.volume, 1.0, 1e-14);
    const Eigen::Vector3d along = growth.inverse.inverse() * cell.samples[0].fibre;
    EXPECT_NEAR(along.norm(), 1.0 - simulation::kShortening * state.values[2], 1e-14);
    CellVector gradient;
    const double energy =
        elasticity.energy(cell, affine(growth.inverse.inverse(), {1.0, 2.0, 3.0}), state.values, &gradient);
    EXPECT_NEAR(energy, 0.0, 1e-9);
    EXPECT_LT(gradient.norm(), 1e-9);
  }
}

TEST(TissueElement, APressThickensThroughTheDepthAndNarrowsAcross) {
  // The force of a press at rest pulls outward along the depth, inward across, and not along the fibre.
  LatticeCell cell{};
  for (simulation::TissueSample& sample : cell.samples) {
    sample.volume_mm3 = kCellMm * kCellMm * kCellMm / 8.0;
    sample.stiffness = 6.0 * sample.volume_mm3;
    sample.fibre = Eigen::Vector3d::UnitY();
    sample.depth = Eigen::Vector3d::UnitZ();
    sample.drives[0] = {0, 1.0};
    cell.volume_mm3 += sample.volume_mm3;
  }
  cell.bulk_kpa = 300.0;
  const CellElasticity elasticity(kCellMm, std::vector<DriveKind>{{0.0, 0.0, 0.5}});
  const CellVector force = -elasticity.gradient(cell, CellVector::Zero(), phantom::values({1.0}));
  const auto pull = [&](const Eigen::Vector3d& axis) {
    return force.dot(affine(Eigen::Matrix3d::Identity() + axis * axis.transpose(), Eigen::Vector3d::Zero()));
  };
  EXPECT_GT(pull(Eigen::Vector3d::UnitZ()), 1.0);
  EXPECT_NEAR(pull(Eigen::Vector3d::UnitX()), -pull(Eigen::Vector3d::UnitZ()), 1e-9);
  EXPECT_NEAR(pull(Eigen::Vector3d::UnitY()), 0.0, 1e-9);
}

TEST(TissueElement, PatchOfCellsCarriesAnAffineFieldExactly) {
  // Rows next to the held ends belong to the border too, so that no held node touches the inside.
  const simulation::LatticeBox box{{0.0, 0.0, 0.0}, {24.0, 36.0, 24.0}};
  const simulation::Lattice lattice(box, kCellMm, 50.0,
                                    [](const Eigen::Vector3d&) { return phantom::soft(6.0); });
  const simulation::TissueSystem system(lattice, {});
  const Eigen::MatrixXd stiffness =
      Eigen::MatrixXd(phantom::rest_stiffness(system)).selfadjointView<Eigen::Lower>();
  Eigen::Matrix3d slope;
  slope << 0.02, -0.013, 0.004, 0.03, -0.01, 0.007, -0.009, 0.012, 0.017;
  Eigen::VectorXd exact(system.unknown_count());
  std::vector<int> inner;
  std::vector<int> border;
  for (int node = 0; node < lattice.node_count(); ++node) {
    const int first = lattice.unknown(node);
    if (first < 0) continue;
    const Eigen::Vector3d p = lattice.node_mm(node);
    exact.segment<3>(first) = slope * p + Eigen::Vector3d(0.1, -0.2, 0.3);
    const bool inside =
        p.x() > 1.0 && p.x() < 23.0 && p.y() > 7.0 && p.y() < 29.0 && p.z() > 1.0 && p.z() < 23.0;
    for (int axis = 0; axis < 3; ++axis) (inside ? inner : border).push_back(first + axis);
  }
  ASSERT_EQ(inner.size(), 3U * 27U);
  const Eigen::VectorXd push = -stiffness(inner, border) * exact(border);
  const simulation::SparseMatrix lower =
      Eigen::MatrixXd(stiffness(inner, inner).triangularView<Eigen::Lower>()).sparseView();
  const Eigen::VectorXd solved = simulation::TissueFactor(lower).solve(push);
  const double error = (solved - exact(inner)).norm() / exact(inner).norm();
  EXPECT_LT(error, 1e-10);
  RecordProperty("relative_error", std::to_string(error * 1e15) + "e-15");
}

}  // namespace
