#pragma once

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

}  // namespace simulation
