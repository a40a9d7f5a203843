#pragma once

#include <Eigen/Dense>
#include <vector>

namespace fit {

/// A second-degree polynomial of some of the inputs for one output of the model, fitted by least squares.
class Emulator {
 public:
  /// `inputs`: which columns of `design` (one row per run) the output answers to; `outputs` one per run.
  Emulator(std::vector<int> inputs, const Eigen::MatrixXd& design, const Eigen::VectorXd& outputs);

  double value(const Eigen::VectorXd& point) const;
  /// Derivative by every input of the whole point; zero where the output does not answer.
  Eigen::VectorXd gradient(const Eigen::VectorXd& point) const;
  /// Root mean square of what the polynomial misses in the runs.
  double misfit() const { return misfit_; }

 private:
  Eigen::VectorXd terms(const Eigen::VectorXd& point) const;

  std::vector<int> inputs_;
  Eigen::VectorXd coefficients_;  // constant, linear, products in order
  double misfit_ = 0.0;
};

}  // namespace fit
