#include "tests/simulation/prediction/fit/emulator.h"

#include <cmath>

namespace fit {

Emulator::Emulator(std::vector<int> inputs, const Eigen::MatrixXd& design, const Eigen::VectorXd& outputs)
    : inputs_(std::move(inputs)) {
  const auto count = static_cast<Eigen::Index>(inputs_.size());
  const Eigen::Index term_count = 1 + count + count * (count + 1) / 2;
  Eigen::MatrixXd matrix(design.rows(), term_count);
  for (Eigen::Index run = 0; run < design.rows(); ++run) matrix.row(run) = terms(design.row(run).transpose());
  // A little ridge on all but the constant: near-flat directions must not swing outside the runs.
  Eigen::MatrixXd normal = matrix.transpose() * matrix;
  for (Eigen::Index i = 1; i < term_count; ++i) normal(i, i) += 1e-3 * static_cast<double>(design.rows());
  coefficients_ = normal.ldlt().solve(matrix.transpose() * outputs);
  misfit_ = std::sqrt((matrix * coefficients_ - outputs).squaredNorm() / static_cast<double>(design.rows()));
}

Eigen::VectorXd Emulator::terms(const Eigen::VectorXd& point) const {
  const std::size_t count = inputs_.size();
  Eigen::VectorXd list(static_cast<Eigen::Index>(1 + count + count * (count + 1) / 2));
  Eigen::Index at = 0;
  list(at++) = 1.0;
  for (int input : inputs_) list(at++) = point(input);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i; j < count; ++j) list(at++) = point(inputs_[i]) * point(inputs_[j]);
  return list;
}

double Emulator::value(const Eigen::VectorXd& point) const {
  return coefficients_.dot(terms(point));
}

Eigen::VectorXd Emulator::gradient(const Eigen::VectorXd& point) const {
  Eigen::VectorXd slope = Eigen::VectorXd::Zero(point.size());
  const std::size_t count = inputs_.size();
  Eigen::Index at = 1;
  for (int input : inputs_) slope(input) = coefficients_(at++);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i; j < count; ++j) {
      const double c = coefficients_(at++);
      slope(inputs_[i]) += c * point(inputs_[j]);
      slope(inputs_[j]) += c * point(inputs_[i]);
    }
  return slope;
}

}  // namespace fit
