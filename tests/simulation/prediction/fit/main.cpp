// Fits the model of the response to the published rows and compares it with studies it did not see:
//   foreshow_fit [--before RESPONSE.json] [--seed N] [--folder assets/clinical] [--quick]
// Reads response.json and published.csv of the folder and writes draws.json, held_out.csv and
// held_out_studies.csv beside them. Fails when a chain did not mix or the emulator is not as good as the
// data.
// What the model of before foretold is taken from the last held_out.csv, or worked out anew from its figures
// with --before. --quick does a fifth of the work, for trying a change.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "app/files/clinical_file.h"
#include "simulation/response/random.h"
#include "tests/simulation/prediction/fit/held_out.h"
#include "tests/simulation/prediction/fit/problem.h"
#include "tests/simulation/prediction/fit/sampler.h"

namespace {

using namespace fit;

struct Effort {
  int runs;  // of the model, in each of two rounds
  int people;
  int steps_first, steps;  // of each chain
  int held_out_chains, steps_held_out;
};
constexpr Effort kFull{400, 300, 12000, 60000, 3, 40000};
constexpr Effort kQuick{220, 160, 8000, 50000, 2, 20000};
constexpr int kKept = 200;  // draws
constexpr int kChecked = 16;
constexpr double kMostRHat = 1.05;
constexpr double kMostRHatHeldOut = 1.1;  // shorter chains
/// Of a row's own standard deviation: what the emulator may miss on average over rows and draws.
constexpr double kMostMiss = 0.5;

/// Points about `centre`: in every direction of `factor` one in each of as many equal slices as there are
/// runs.
Eigen::MatrixXd points_about(const Eigen::VectorXd& centre, const Eigen::MatrixXd& factor, int runs,
                             const Problem& problem, std::uint64_t seed) {
  const Eigen::Index count = centre.size();
  Eigen::MatrixXd z(runs, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const std::vector<double> places =
        simulation::stratified(static_cast<std::size_t>(runs), seed, static_cast<std::uint64_t>(i) + 1);
    for (Eigen::Index r = 0; r < runs; ++r)
      z(r, i) = simulation::normal_quantile(places[static_cast<std::size_t>(r)]);
  }
  Eigen::MatrixXd points = (z * factor.transpose()).rowwise() + centre.transpose();
  for (Eigen::Index r = 0; r < runs; ++r)
    for (Eigen::Index i = 0; i < count; ++i) {
      const Input& input = problem.inputs()[static_cast<std::size_t>(i)];
      points(r, i) = std::clamp(points(r, i), input.low, input.high);
    }
  return points;
}

std::vector<Emulator> emulate(const Problem& problem, const Eigen::MatrixXd& points,
                              const Eigen::MatrixXd& values) {
  std::vector<Emulator> list;
  for (std::size_t r = 0; r < problem.rows().size(); ++r)
    list.emplace_back(problem.inputs_of(r), points, values.col(static_cast<Eigen::Index>(r)));
  return list;
}

Eigen::MatrixXd joined(const Chains& chains) {
  Eigen::Index rows = 0;
  for (const auto& draws : chains.draws) rows += draws.rows();
  Eigen::MatrixXd all(rows, chains.draws.front().cols());
  Eigen::Index at = 0;
  for (const auto& draws : chains.draws) {
    all.middleRows(at, draws.rows()) = draws;
    at += draws.rows();
  }
  return all;
}

Chains sample(const Problem& problem, const std::vector<Emulator>& emulators, const Eigen::VectorXd& start,
              int chains, int steps, std::uint64_t seed, const std::string& without = "") {
  return adaptive_metropolis(Posterior(problem, emulators, without), start, 0.3 * problem.prior_sd(),
                             {chains, steps, seed});
}

simulation::ParameterDraws thinned(const Problem& problem, const Eigen::MatrixXd& draws, int kept) {
  simulation::ParameterDraws result;
  for (const Input& input : problem.inputs()) result.keys.push_back(input.key);
  for (int d = 0; d < kept; ++d) {
    const Eigen::Index at = (2 * d + 1) * draws.rows() / (2 * kept);
    std::vector<double> row;
    for (std::size_t i = 0; i < problem.inputs().size(); ++i) {
      const simulation::Parameter& p = problem.parameters().at(problem.inputs()[i].key);
      const double value = p.value * std::exp(draws(at, static_cast<Eigen::Index>(i)));
      row.push_back(std::clamp(std::round(value * 1e5) / 1e5, p.low, p.high));
    }
    result.rows.push_back(std::move(row));
  }
  return result;
}

void write_draws(const std::filesystem::path& path, const simulation::ParameterDraws& draws, double r_hat,
                 std::uint64_t seed) {
  std::ofstream file(path);
  file << "{\n  \"foreshow_draws\": 1,\n  \"seed\": " << seed << ",\n  \"r_hat\": " << r_hat
       << ",\n  \"keys\": [";
  for (std::size_t k = 0; k < draws.keys.size(); ++k)
    file << (k ? ",\n    " : "\n    ") << '"' << draws.keys[k] << '"';
  file << "\n  ],\n  \"rows\": [";
  for (std::size_t r = 0; r < draws.rows.size(); ++r) {
    file << (r ? ",\n    [" : "\n    [");
    for (std::size_t k = 0; k < draws.rows[r].size(); ++k) file << (k ? ", " : "") << draws.rows[r][k];
    file << ']';
  }
  file << "\n  ]\n}\n";
}

/// Mean miss of the emulators at draws, in the rows' own standard deviations.
double checked_miss(const Problem& problem, const std::vector<Emulator>& emulators,
                    const Eigen::MatrixXd& draws) {
  Eigen::MatrixXd points(kChecked, draws.cols());
  for (int i = 0; i < kChecked; ++i) points.row(i) = draws.row((2 * i + 1) * draws.rows() / (2 * kChecked));
  const Eigen::MatrixXd truth = problem.run_all(points, "check against the model");
  double sum = 0.0;
  for (Eigen::Index i = 0; i < points.rows(); ++i)
    for (std::size_t r = 0; r < problem.rows().size(); ++r) {
      const double value = truth(i, static_cast<Eigen::Index>(r));
      const double miss = emulators[r].value(points.row(i).transpose()) - value;
      sum += miss * miss / problem.variance(r, value);
    }
  return std::sqrt(sum / static_cast<double>(points.rows() * truth.cols()));
}

void print_table(const Problem& problem, const Eigen::MatrixXd& draws) {
  std::printf("%-44s %10s %8s %10s %8s\n", "parameter", "stored", "prior", "fitted", "spread");
  for (std::size_t i = 0; i < problem.inputs().size(); ++i) {
    const Input& input = problem.inputs()[i];
    const auto column = draws.col(static_cast<Eigen::Index>(i)).array();
    const double mean = column.mean();
    const double stored = problem.parameters().at(input.key).value;
    std::printf("%-44s %10.4f %8.2f %10.4f %8.2f\n", input.key.c_str(), stored, input.prior_sd,
                stored * std::exp(mean), std::sqrt((column - mean).square().mean()));
  }
}

/// Figures of an earlier model, with those it did not have yet set so that they change nothing.
Parameters parameters_of_before(const std::filesystem::path& path, const Parameters& now,
                                const std::filesystem::path& sources) {
  Parameters before = app::read_parameters(path, sources);
  for (const auto& [key, parameter] : now) {
    if (before.contains(key)) continue;
    simulation::Parameter none = parameter;
    none.person_cv = none.study_cv = 0.0;
    none.low = 0.0;
    none.high = 1e6;
    const bool stays = parameter.unit == "day" || parameter.unit == "mm" || parameter.unit == "mL";
    // A thin muscle folded the skin in proportion; other shares and errors were none, other ratios one.
    none.value = stays ? parameter.value : parameter.unit == "ratio" || key == "line.size_weight" ? 1.0 : 0.0;
    before.emplace(key, none);
  }
  return before;
}

struct Arguments {
  std::filesystem::path folder = std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical";
  std::optional<std::filesystem::path> before;
  Effort effort = kFull;
  std::uint64_t seed = 1;
};

Arguments read_arguments(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--quick") {
      arguments.effort = kQuick;
      continue;
    }
    if (i + 1 == count) throw std::invalid_argument(std::string(word) + ": has no value");
    const char* value = words[++i];
    if (word == "--before") {
      arguments.before = value;
    } else if (word == "--folder") {
      arguments.folder = value;
    } else if (word == "--seed") {
      arguments.seed = std::stoull(value);
    } else {
      throw std::invalid_argument(std::string(word) + ": is not known, see the top of this file");
    }
  }
  return arguments;
}

struct Fitted {
  std::vector<Emulator> emulators;
  Eigen::MatrixXd draws;
};

/// Two rounds of emulators, the second about the first one's answer; nothing when the fit is not to be used.
std::optional<Fitted> fit_all(const Problem& problem, const std::filesystem::path& folder,
                              const Effort& effort, std::uint64_t seed) {
  const Eigen::VectorXd sd = problem.prior_sd();
  const Eigen::VectorXd middle = Eigen::VectorXd::Zero(sd.size());
  Eigen::MatrixXd points = points_about(middle, Eigen::MatrixXd(sd.asDiagonal()), effort.runs, problem, seed);
  Fitted fitted{emulate(problem, points, problem.run_all(points, "round 1")), {}};
  fitted.draws = joined(sample(problem, fitted.emulators, middle, 4, effort.steps_first, seed));
  const Eigen::VectorXd centre = fitted.draws.colwise().mean().transpose();
  const Eigen::MatrixXd off = fitted.draws.rowwise() - centre.transpose();
  // A little wider than the first answer.
  const Eigen::MatrixXd covariance = off.transpose() * off / static_cast<double>(fitted.draws.rows()) +
                                     Eigen::MatrixXd((0.2 * sd).cwiseAbs2().asDiagonal());
  points =
      points_about(centre, 1.3 * Eigen::MatrixXd(covariance.llt().matrixL()), effort.runs, problem, seed + 1);
  fitted.emulators = emulate(problem, points, problem.run_all(points, "round 2"));
  const Chains chains = sample(problem, fitted.emulators, centre, 4, effort.steps, seed);
  fitted.draws = joined(chains);
  print_table(problem, fitted.draws);
  const double miss = checked_miss(problem, fitted.emulators, fitted.draws);
  std::printf("worst split R-hat %.3f (%s); emulator misses %.2f of a row's deviation\n", chains.worst_r_hat,
              problem.inputs()[static_cast<std::size_t>(chains.worst_input)].key.c_str(), miss);
  if (chains.worst_r_hat > kMostRHat || miss > kMostMiss) {
    std::fprintf(stderr, "the fit is not to be used: a chain did not mix, or the emulator is too coarse\n");
    return std::nullopt;
  }
  write_draws(folder / "draws.json", thinned(problem, fitted.draws, kKept), chains.worst_r_hat, seed);
  return fitted;
}

/// Every study against a fit without it. `worst_r_hat` is raised to that of the worst of the fits.
std::vector<app::HeldOutRow> hold_out(const Problem& problem, const Fitted& fitted, const Effort& effort,
                                      std::uint64_t seed, double& worst_r_hat) {
  std::set<std::string> studies;
  for (const app::PublishedRow& row : problem.rows()) studies.insert(row.source);
  const Eigen::VectorXd start = fitted.draws.colwise().mean().transpose();
  std::vector<app::HeldOutRow> all;
  std::size_t done = 0;
  for (const std::string& study : studies) {
    const Chains without =
        sample(problem, fitted.emulators, start, effort.held_out_chains, effort.steps_held_out, seed, study);
    worst_r_hat = std::max(worst_r_hat, without.worst_r_hat);
    std::vector<app::PublishedRow> rows;
    for (const app::PublishedRow& row : problem.rows())
      if (row.source == study) rows.push_back(row);
    const simulation::ResponseModel model(problem.parameters(), thinned(problem, joined(without), kKept));
    const std::vector<app::HeldOutBand> found = bands(model, rows);
    for (std::size_t r = 0; r < rows.size(); ++r) all.push_back({rows[r], found[r], {}});
    std::fprintf(stderr, "\rheld out: %zu of %zu studies ", ++done, studies.size());
  }
  std::fprintf(stderr, "\n");
  return all;
}

/// Bands of the model of before, one per row: worked out from its figures, or as the table of the last fit
/// has them. Throws std::invalid_argument for a row that the table does not have.
std::vector<app::HeldOutBand> bands_before(const Arguments& arguments, const Problem& problem,
                                           const std::filesystem::path& sources,
                                           const std::vector<app::PublishedRow>& rows) {
  if (arguments.before)
    return bands(
        simulation::ResponseModel(parameters_of_before(*arguments.before, problem.parameters(), sources)),
        rows);
  std::map<std::string, app::HeldOutBand> kept;
  for (const app::HeldOutStudy& study : app::read_held_out(arguments.folder / "held_out.csv"))
    for (const app::HeldOutRow& one : study.rows) kept[one.row.id] = one.before;
  std::vector<app::HeldOutBand> found;
  for (const app::PublishedRow& row : rows) {
    if (!kept.contains(row.id))
      throw std::invalid_argument("held_out.csv has no row " + row.id + " yet: give --before RESPONSE.json");
    found.push_back(kept.at(row.id));
  }
  return found;
}

int run(const Arguments& arguments) {
  const std::filesystem::path& folder = arguments.folder;
  const std::filesystem::path sources = app::sources_of(folder / "response.json");
  const Parameters parameters = app::read_parameters(folder / "response.json", sources);
  const Problem problem(parameters, app::read_published(folder / "published.csv"), arguments.effort.people);
  const std::vector<app::HeldOutBand> before = bands_before(arguments, problem, sources, problem.rows());
  const std::optional<Fitted> fitted = fit_all(problem, folder, arguments.effort, arguments.seed);
  if (!fitted) return 1;
  double worst = 0.0;
  std::vector<app::HeldOutRow> all = hold_out(problem, *fitted, arguments.effort, arguments.seed + 7, worst);
  std::printf("worst split R-hat of the fits without a study: %.3f\n", worst);
  for (app::HeldOutRow& one : all)
    for (std::size_t r = 0; r < problem.rows().size(); ++r)
      if (problem.rows()[r].id == one.row.id) one.before = before[r];
  write_held_out(folder, all);
  return worst > kMostRHatHeldOut ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    const auto from = std::chrono::steady_clock::now();
    const int code = run(read_arguments(count, words));
    std::printf("%.0f s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count());
    return code;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
