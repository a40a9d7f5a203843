#pragma once

#include <optional>

#include "simulation/tissue/tissue_system.h"

namespace simulation {

struct Equilibrium {
  Eigen::VectorXd moved;
  int steps = 0;
  double residual = 0.0;  // norm of the gradient over that of the start from rest
};

/// Full nonlinear equilibrium by Newton's method with a line search on the energy: seconds to minutes, for
/// checking the fields that the program blends. `start` may be empty (rest). `factor` is used for its
/// ordering and refactored on the way. Throws InputError when it does not come to rest in 40 steps.
Equilibrium solve_equilibrium(const TissueSystem& system, const DriveValues& values, TissueFactor& factor,
                              Eigen::VectorXd start = {});

/// The same with one fixed factor, that of the limb at rest: each step costs a gradient and a back-solve.
/// Ends when no node moves by more than `step_mm`; empty when that does not happen in 20 steps.
std::optional<Eigen::VectorXd> settle(const TissueSystem& system, const DriveValues& values,
                                      const TissueFactor& at_rest, Eigen::VectorXd start, double step_mm);

}  // namespace simulation
