#include "simulation/tissue/equilibrium.h"

#include <cmath>

#include "simulation/error.h"

namespace simulation {
namespace {

constexpr double kRest = 1e-7;
constexpr int kMostSteps = 40;

/// Length of a step that lowers the energy; 0 when none does.
double accepted_step(const TissueSystem& system, const DriveValues& values, const Eigen::VectorXd& moved,
                     const Eigen::VectorXd& step, double slope) {
  const double energy = system.energy(moved, values);
  for (double length = 1.0; length > 1e-6; length *= 0.5) {
    const double next = system.energy(moved + length * step, values);
    // Near rest the decrease drowns in rounding of the energy itself.
    if (next <= energy + 1e-4 * length * slope + 1e-13 * std::abs(energy)) return length;
  }
  // There a step that lessens the forces still leads on.
  const double forces = system.gradient(moved, values).norm();
  if (system.gradient(moved + step, values).norm() < 0.5 * forces) return 1.0;
  return 0.0;
}

/// The step of the Hessian, or where that is not positive definite, of the Hessian at rest.
Eigen::VectorXd newton_step(const TissueSystem& system, const DriveValues& values, TissueFactor& factor,
                            const Eigen::VectorXd& moved, const Eigen::VectorXd& gradient) {
  try {
    factor.refactor(system.hessian(moved, values));
  } catch (const InputError&) {
    const DriveValues none = DriveValues::Zero(values.size());
    factor.refactor(system.hessian(Eigen::VectorXd::Zero(moved.size()), none));
  }
  return -factor.solve(gradient);
}

}  // namespace

Equilibrium solve_equilibrium(const TissueSystem& system, const DriveValues& values, TissueFactor& factor,
                              Eigen::VectorXd start) {
  Equilibrium out;
  const Eigen::VectorXd rest = Eigen::VectorXd::Zero(system.unknown_count());
  out.moved = start.size() == 0 ? rest : std::move(start);
  const double scale = std::max(1e-300, system.gradient(rest, values).norm());
  for (out.steps = 0; out.steps < kMostSteps; ++out.steps) {
    const Eigen::VectorXd gradient = system.gradient(out.moved, values);
    out.residual = gradient.norm() / scale;
    if (out.residual < kRest) return out;
    const Eigen::VectorXd step = newton_step(system, values, factor, out.moved, gradient);
    const double length = accepted_step(system, values, out.moved, step, gradient.dot(step));
    if (length == 0.0) break;
    out.moved += length * step;
  }
  throw InputError("tissue: the limb does not come to rest");
}

}  // namespace simulation
