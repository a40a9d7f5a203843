#include "simulation/tissue/equilibrium.h"

#include <gtest/gtest.h>

#include <limits>

#include "simulation/error.h"
#include "simulation/tissue/response_fields.h"
#include "tests/simulation/tissue/phantom.h"

namespace {

using simulation::DriveValues;
using simulation::Equilibrium;
using simulation::InputError;
using simulation::Lattice;
using simulation::solve_equilibrium;
using simulation::TissueFactor;
using simulation::TissueSystem;

struct Solvable {
  phantom::Limb limb;
  Lattice lattice = limb.lattice(8.0);
  TissueSystem system{lattice, phantom::Limb::kinds()};
  TissueFactor factor{phantom::rest_stiffness(system)};
  Eigen::VectorXd rest = Eigen::VectorXd::Zero(system.unknown_count());
};

TEST(TissueEquilibrium, LowersTheEnergyUntilNoForceIsLeft) {
  Solvable s;
  for (const DriveValues& values : {phantom::values({0.35, 0.35, 0.0}), phantom::values({0.35, 0.0, 0.0}),
                                    phantom::values({0.0, 0.0, 1.0}), phantom::values({0.3, -0.1, 0.8})}) {
    const Equilibrium found = solve_equilibrium(s.system, values, s.factor);
    EXPECT_GT(found.steps, 1);
    const double residual =
        s.system.gradient(found.moved, values).norm() / s.system.gradient(s.rest, values).norm();
    EXPECT_LT(residual, 1e-6);
    EXPECT_EQ(residual, found.residual);
    const double energy = s.system.energy(found.moved, values);
    EXPECT_LT(energy, s.system.energy(s.rest, values));
    // Every state on the straight way there costs more, and so does every state nearby.
    for (const double part : {0.5, 0.9, 0.99}) {
      EXPECT_LT(energy, s.system.energy(part * found.moved, values)) << part;
    }
    for (unsigned seed = 1; seed < 6; ++seed) {
      EXPECT_LT(energy,
                s.system.energy(found.moved + 0.02 * phantom::noise(found.moved.size(), seed), values));
    }
    RecordProperty("steps", found.steps);
  }
}

TEST(TissueEquilibrium, DoesNotDependOnWhereItStarts) {
  Solvable s;
  const DriveValues values = phantom::values({0.3, 0.1, 0.5});
  const Equilibrium one = solve_equilibrium(s.system, values, s.factor);
  const Equilibrium other =
      solve_equilibrium(s.system, values, s.factor, 0.3 * phantom::noise(s.system.unknown_count(), 11));
  EXPECT_LT((one.moved - other.moved).cwiseAbs().maxCoeff(), 1e-4);
  const Equilibrium again = solve_equilibrium(s.system, values, s.factor, one.moved);
  EXPECT_EQ(again.steps, 0);
  EXPECT_EQ(again.moved, one.moved);
}

TEST(TissueEquilibrium, RestsWithoutDrives) {
  Solvable s;
  const Equilibrium found = solve_equilibrium(s.system, phantom::values({0.0, 0.0, 0.0}), s.factor);
  EXPECT_EQ(found.moved.cwiseAbs().maxCoeff(), 0.0);
}

TEST(TissueEquilibrium, SaysWhenItCannotComeToRest) {
  // More loss than there is muscle leaves no shape to come to rest in.
  Solvable s;
  EXPECT_THROW(solve_equilibrium(s.system, phantom::values({1.2, 1.2, 0.0}), s.factor), InputError);
}

TEST(TissueLattice, RefusesWhatItCannotBuild) {
  const phantom::Limb limb;
  const auto tissue = [&](const Eigen::Vector3d& p) { return limb.at(p); };
  const auto nothing = [](const Eigen::Vector3d&) { return simulation::TissuePoint{}; };
  EXPECT_THROW(Lattice(limb.box(), 8.0, 50.0, nothing), InputError);
  for (const double cell : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_THROW(Lattice(limb.box(), cell, 50.0, tissue), InputError) << cell;
  }
  int next = 0;
  const auto crowded = [&](const Eigen::Vector3d&) {
    next += 2;
    return phantom::muscle(6.0, {0.0, 1.0, 0.0}, {{next, 0.5}, {next + 1, 0.5}});
  };
  EXPECT_THROW(Lattice(limb.box(), 8.0, 50.0, crowded), InputError);
}

TEST(TissueLattice, RefusesALimbThatNothingHolds) {
  const auto floating = [](const Eigen::Vector3d& p) {
    return (p - Eigen::Vector3d(0.0, 40.0, 0.0)).norm() < 16.0 ? phantom::soft(6.0)
                                                               : simulation::TissuePoint{};
  };
  const Lattice lattice({{-24.0, 0.0, -24.0}, {24.0, 80.0, 24.0}}, 8.0, 50.0, floating);
  const TissueSystem system(lattice, {});
  EXPECT_THROW(TissueFactor(phantom::rest_stiffness(system)), InputError);
}

TEST(TissueLattice, HoldsTheVolumeOfItsTissueAndScalesDrives) {
  const phantom::Limb limb;
  Lattice lattice = limb.lattice(3.0);
  double volume = 0.0;
  for (const auto& cell : lattice.cells()) volume += cell.volume_mm3;
  const double exact = 3.14159265358979 * limb.skin_mm * limb.skin_mm * 66.0;  // 22 whole cells
  EXPECT_NEAR(volume, exact, 0.005 * exact);
  const double before = lattice.drive_volume_mm3(0);
  const double half = 0.5 * 3.14159265358979 * (18.0 * 18.0 - 8.0 * 8.0) * 66.0;
  EXPECT_NEAR(before, half, 0.01 * half);
  lattice.scale_drive(0, 1.25);
  EXPECT_NEAR(lattice.drive_volume_mm3(0), 1.25 * before, 1e-9 * before);
  EXPECT_NEAR(lattice.drive_volume_mm3(1), before, 0.001 * before);
}

TEST(TissueLattice, HoldsBoneAndBothEndsOnly) {
  const phantom::Limb limb;
  const Lattice lattice = limb.lattice(8.0);
  int unknowns = 0;
  for (int node = 0; node < lattice.node_count(); ++node) {
    const Eigen::Vector3d p = lattice.node_mm(node);
    const bool held = p.y() < 1.0 || p.y() > limb.length_mm - 1.0 || std::hypot(p.x(), p.z()) < limb.bone_mm;
    EXPECT_EQ(lattice.unknown(node) < 0, held) << p.transpose();
    if (!held) unknowns += 3;
  }
  EXPECT_EQ(lattice.unknown_count(), unknowns);
}

}  // namespace
