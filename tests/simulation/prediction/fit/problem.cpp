#include "tests/simulation/prediction/fit/problem.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <limits>
#include <thread>

#include "simulation/response/parameter_sampler.h"
#include "tests/simulation/prediction/fit/trial.h"

namespace fit {
namespace {

constexpr const char* kSpread = "study.spread";

// Fitted, or with a spread between studies that the rows answer to; by the areas whose rows do.
struct Choice {
  const char* key;
  const char* areas;  // letters: g glabella, f forehead, c crow's feet, k calf, m masseter, p procerus
  const char* product = "";
  double prior_sd = 0.0;  // of the logarithm, where the range does not say it
};
constexpr double kKept = 0.05;      // the value stays, its spread between studies counts
constexpr double kKnownSize = 0.3;  // an assumption: so near are the losses of other muscles of adults

constexpr Choice kChoices[] = {{"chain.half_life", "gfcp"},
                               {"chain.translocation", "gfc"},
                               {"chain.uptake", "gfc"},
                               {"hill.exponent", "gfc"},
                               {"hill.ceiling", "gfc"},
                               {"hill.d50_area.glabella", "g"},
                               {"hill.d50_area.forehead", "f"},
                               {"hill.d50_area.crows_feet", "c"},
                               {"line.seen_factor", "gfc"},
                               {"line.static_gain", "gfc"},
                               {"line.notice", "g"},
                               {"line.notice_diary_ratio", "g"},
                               {"line.crows_feet.muscle_share", "c"},
                               {"chain.half_life_ratio.abobotulinumtoxinA", "g", "abo"},
                               {"chain.onset_ratio.abobotulinumtoxinA", "g", "abo"},
                               {"potency.abobotulinumtoxinA", "g", "abo"},
                               {"size.calf.aesthetic_adult.loss_max", "k", "", kKnownSize},
                               {"size.calf.remainder_rise", "k"},
                               {"soleus.gain", "k", "", kKept},
                               {"calf.girth_factor", "k", "", kKept},
                               {"size.calf.child_cerebral_palsy.loss_max", "k"},
                               {"size.face.loss_max", "p"},
                               {"size.face.remainder", "p"},
                               {"size.face.remainder_rise", "p"},
                               {"size.masseter.loss_max", "m"},
                               {"size.masseter.remainder", "m"},
                               {"size.masseter.remainder_rise", "m"},
                               {kSpread, ""}};

char letter_of(const app::PublishedRow& row) {
  if (row.measure == "procerus_volume_change") return 'p';
  if (row.area == "calf") return 'k';
  return row.area.front();
}

double logit(double count, double people) {
  return std::log((count + 0.5) / (people - count + 0.5));
}

double people_of(const app::PublishedRow& row) {
  return row.people.value_or(50);
}

}  // namespace

Problem::Problem(Parameters parameters, std::vector<app::PublishedRow> rows, int people)
    : parameters_(std::move(parameters)), people_(people) {
  for (app::PublishedRow& row : rows)
    if (trial::is_used(row)) rows_.push_back(std::move(row));
  for (const Choice& choice : kChoices) {
    const simulation::Parameter& p = parameters_.at(choice.key);
    Input input{choice.key, 0.7, simulation::log_sd(p.study_cv), std::log(p.low / p.value),
                std::log(p.high / p.value)};
    input.prior_sd = choice.prior_sd > 0.0 ? choice.prior_sd : std::min(0.7, 0.25 * (input.high - input.low));
    input.has_fitted_spread = simulation::has_fitted_spread(choice.key);
    inputs_.push_back(input);
  }
}

Eigen::Index Problem::spread_input() const {
  return std::distance(inputs_.begin(), std::find_if(inputs_.begin(), inputs_.end(), [](const Input& input) {
                         return input.key == kSpread;
                       }));
}

double Problem::published(std::size_t row) const {
  return scaled(row, rows_[row].value);
}

double Problem::scaled(std::size_t row, double value) const {
  if (!app::is_share(rows_[row])) return value;
  const double people = people_of(rows_[row]);
  return logit(0.01 * std::clamp(value, 0.0, 100.0) * people, people);
}

std::vector<int> Problem::inputs_of(std::size_t row) const {
  std::vector<int> list;
  const bool is_abo = rows_[row].product == simulation::Product::abobotulinumtoxin_a;
  const bool is_onset = rows_[row].measure == "onset_reported";
  for (std::size_t i = 0; i < std::size(kChoices); ++i) {
    const Choice& choice = kChoices[i];
    if (std::string(choice.areas).find(letter_of(rows_[row])) == std::string::npos) continue;
    if (!is_abo && *choice.product) continue;
    const std::string key(choice.key);
    if (!is_onset && key.starts_with("line.notice")) continue;
    if (is_onset && (key == "line.seen_factor" || key == "line.static_gain")) continue;
    list.push_back(static_cast<int>(i));
  }
  return list;
}

Eigen::VectorXd Problem::run(const Eigen::VectorXd& point) const {
  Parameters moved = parameters_;
  for (auto& [key, parameter] : moved) parameter.study_cv = 0.0;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    simulation::Parameter& p = moved.at(inputs_[i].key);
    p.value = std::clamp(p.value * std::exp(point(static_cast<Eigen::Index>(i))), p.low, p.high);
  }
  const simulation::ResponseModel model(std::move(moved));
  trial::Trials trials(model, rows_, people_);
  Eigen::VectorXd values(static_cast<Eigen::Index>(rows_.size()));
  for (std::size_t r = 0; r < rows_.size(); ++r)
    values(static_cast<Eigen::Index>(r)) = scaled(r, trials.result(rows_[r], 0).mean);
  return values;
}

Eigen::MatrixXd Problem::run_all(const Eigen::MatrixXd& points, const char* what) const {
  Eigen::MatrixXd values(points.rows(), static_cast<Eigen::Index>(rows_.size()));
  std::atomic<Eigen::Index> next{0};
  const auto work = [&](bool reports) {
    for (Eigen::Index i = next++; i < points.rows(); i = next++) {
      values.row(i) = run(points.row(i).transpose()).transpose();
      if (reports) std::fprintf(stderr, "\r%s: %ld of %ld runs ", what, long(i + 1), long(points.rows()));
    }
  };
  std::thread other(work, false);
  work(true);
  other.join();
  std::fprintf(stderr, "\n");
  return values;
}

double Problem::variance(std::size_t row, double value) const {
  const app::PublishedRow& r = rows_[row];
  const double people = people_of(r);
  if (app::is_share(r)) {
    const double count = people / (1.0 + std::exp(-value));
    return 1.0 / (count + 0.5) + 1.0 / (people - count + 0.5) + trial::misfit(r) * trial::misfit(r);
  }
  // Spread between people where the abstract gives none: of a duration in weeks, of a change in %; of a girth
  // in cm as in the trial that gives it.
  const double usual_sd = r.unit == "cm" ? 0.9 : 8.0;
  const double sd = r.sd.value_or(usual_sd);
  // The median of n is less sure than their mean.
  const double of_median = r.measure == "median_week_lost" ? 1.57 : 1.0;
  return of_median * sd * sd / people + trial::misfit(r) * trial::misfit(r);
}

Eigen::VectorXd Problem::prior_sd() const {
  Eigen::VectorXd sd(static_cast<Eigen::Index>(inputs_.size()));
  for (std::size_t i = 0; i < inputs_.size(); ++i) sd(static_cast<Eigen::Index>(i)) = inputs_[i].prior_sd;
  return sd;
}

Posterior::Posterior(const Problem& problem, const std::vector<Emulator>& emulators,
                     const std::string& without)
    : problem_(problem), emulators_(emulators) {
  study_variance_.resize(static_cast<Eigen::Index>(problem.inputs().size()));
  for (std::size_t i = 0; i < problem.inputs().size(); ++i)
    study_variance_(static_cast<Eigen::Index>(i)) = std::pow(problem.inputs()[i].study_sd, 2);
  for (std::size_t r = 0; r < problem.rows().size(); ++r)
    if (problem.rows()[r].source != without) studies_[problem.rows()[r].source].push_back(r);
}

double Posterior::operator()(const Eigen::VectorXd& point) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < problem_.inputs().size(); ++i) {
    const Input& input = problem_.inputs()[i];
    const double here = point(static_cast<Eigen::Index>(i));
    if (here < input.low || here > input.high) return -std::numeric_limits<double>::infinity();
    sum -= 0.5 * std::pow(here / input.prior_sd, 2);
  }
  for (const auto& [study, rows] : studies_) sum += of_study(rows, point);
  return sum;
}

double Posterior::of_study(const std::vector<std::size_t>& rows, const Eigen::VectorXd& point) const {
  const auto size = static_cast<Eigen::Index>(rows.size());
  Eigen::VectorXd off(size);
  Eigen::MatrixXd slopes(size, point.size());
  Eigen::VectorXd variance(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    const std::size_t r = rows[static_cast<std::size_t>(i)];
    const double value = emulators_[r].value(point);
    off(i) = problem_.published(r) - value;
    slopes.row(i) = emulators_[r].gradient(point).transpose();
    variance(i) = problem_.variance(r, value);
  }
  const double spread = std::exp(2.0 * point(problem_.spread_input()));
  Eigen::VectorXd study_variance = study_variance_;
  for (std::size_t i = 0; i < problem_.inputs().size(); ++i)
    if (problem_.inputs()[i].has_fitted_spread) study_variance(static_cast<Eigen::Index>(i)) *= spread;
  Eigen::MatrixXd covariance = slopes * study_variance.asDiagonal() * slopes.transpose();
  covariance.diagonal() += variance;
  const Eigen::LLT<Eigen::MatrixXd> factor(covariance);
  return -0.5 * factor.matrixL().solve(off).squaredNorm() - factor.matrixLLT().diagonal().array().log().sum();
}

}  // namespace fit
