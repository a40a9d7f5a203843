#pragma once

#include <Eigen/Dense>
#include <map>
#include <string>
#include <vector>

#include "app/files/published_file.h"
#include "simulation/response/model.h"
#include "tests/simulation/prediction/fit/emulator.h"

namespace fit {

using Parameters = std::map<std::string, simulation::Parameter>;

/// A parameter that is fitted, or whose spread between studies the published rows answer to. Points are of
/// the logarithm of each parameter over its stored value.
struct Input {
  std::string key;
  double prior_sd = 0.0;  // of the logarithm: the stored range holds four of them, at most 0.7
  double study_sd = 0.0;
  double low = 0.0;  // of the logarithm
  double high = 0.0;
  bool has_fitted_spread = false;  // study_sd is to be multiplied by the fitted factor
};

/// What is fitted to what.
class Problem {
 public:
  /// `people` in every simulated arm.
  Problem(Parameters parameters, std::vector<app::PublishedRow> rows, int people);

  /// Where the factor on the spread between studies stands among the inputs.
  Eigen::Index spread_input() const;
  const std::vector<Input>& inputs() const { return inputs_; }
  const std::vector<app::PublishedRow>& rows() const { return rows_; }
  const Parameters& parameters() const { return parameters_; }

  /// The row's published value on the scale of the fit: shares by their empirical logit, others as they are.
  double published(std::size_t row) const;
  /// A value of the model on that scale.
  double scaled(std::size_t row, double value) const;
  /// Inputs that a row can answer to.
  std::vector<int> inputs_of(std::size_t row) const;
  /// Every row's value, on the scale of the fit, by the model itself with no spread between studies.
  Eigen::VectorXd run(const Eigen::VectorXd& point) const;
  /// run() for every row of `points`, over the machine's threads, with a line of progress.
  Eigen::MatrixXd run_all(const Eigen::MatrixXd& points, const char* what) const;
  /// Variance of a row by chance and by what no model of this kind gets right, where the model says `value`.
  double variance(std::size_t row, double value) const;
  Eigen::VectorXd prior_sd() const;

 private:
  Parameters parameters_;
  std::vector<app::PublishedRow> rows_;
  std::vector<Input> inputs_;
  int people_;
};

/// Log of the posterior density, from emulators of the rows. Effects of a study are random: those of one
/// study move all its rows together (to first order). Rows of the source `without` are left out. The problem
/// and the emulators must outlive it.
class Posterior {
 public:
  Posterior(const Problem& problem, const std::vector<Emulator>& emulators, const std::string& without = "");
  double operator()(const Eigen::VectorXd& point) const;

 private:
  double of_study(const std::vector<std::size_t>& rows, const Eigen::VectorXd& point) const;

  const Problem& problem_;
  const std::vector<Emulator>& emulators_;
  Eigen::VectorXd study_variance_;  // per input
  std::map<std::string, std::vector<std::size_t>> studies_;
};

}  // namespace fit
