#pragma once

#include <utility>
#include <vector>

#include "simulation/progress.h"
#include "simulation/tissue/tissue_system.h"

namespace simulation {

/// How a limb answers its drives to second order:
/// moved = sum_i p_i linear[i] + sum_(i,j) p_i p_j second[(i,j)].
struct ResponseFields {
  std::vector<Eigen::VectorXd> linear;     // per direction
  std::vector<std::pair<int, int>> pairs;  // first <= second; equal: a square
  std::vector<Eigen::VectorXd> second;     // per pair
};

/// Linear and second-order fields about rest along `directions` (each the drive values of one unit of a
/// parameter; columns of a matrix) for the parameter pairs named. One factor serves all: two gradients and a
/// back-solve per field [barbic2005].
ResponseFields response_fields(const TissueSystem& system, const TissueFactor& factor,
                               const Eigen::MatrixXd& directions,
                               const std::vector<std::pair<int, int>>& pairs, const Progress& progress = {});

/// Force left over at third order by the answer to the drives `direction`, whose linear and second-order
/// parts are given: solved for with the sign turned, the third-order part of the answer.
Eigen::VectorXd third_force(const TissueSystem& system, const DriveValues& direction,
                            const Eigen::VectorXd& linear, const Eigen::VectorXd& second);

/// Displacements at parameter values.
Eigen::VectorXd blend(const ResponseFields& fields, const Eigen::VectorXd& parameters);

}  // namespace simulation
