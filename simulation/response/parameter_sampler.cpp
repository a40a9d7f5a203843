#include "simulation/response/parameter_sampler.h"

#include <algorithm>
#include <cmath>

#include "simulation/response/random.h"

namespace simulation {
namespace {

std::uint64_t hash(const std::string& text) {
  std::uint64_t value = 0xcbf29ce484222325ULL;
  for (unsigned char c : text) value = (value ^ c) * 0x100000001b3ULL;
  return value;
}

}  // namespace

std::size_t study_count(std::size_t count) {
  constexpr std::size_t kPeoplePerStudy = 20;
  constexpr std::size_t kMostStudies = 100;
  return std::clamp<std::size_t>(count / kPeoplePerStudy, 1, kMostStudies);
}

std::size_t study_of(std::size_t person, std::size_t count) {
  // A mirror image is of the same study.
  return person / 2 * study_count(count) / ((count + 1) / 2);
}

bool has_fitted_spread(const std::string& key) {
  for (const char* start : {"size.", "soleus.", "calf.", "brow."})
    if (key.starts_with(start)) return false;
  return true;
}

double log_sd(double cv) {
  return std::sqrt(std::log1p(cv * cv));
}

ParameterSampler::ParameterSampler(const ResponseModel& model, int count, std::uint64_t seed,
                                   std::optional<std::uint64_t> study)
    : model_(model),
      count_(static_cast<std::size_t>(std::max(count, 1))),
      seed_(seed),
      study_(study),
      studies_(study ? 1 : study_count(count_)) {
  const auto& rows = model.draws().rows;
  if (!rows.empty())
    for (const double place : study_places("draws"))
      draw_of_study_.push_back(&rows[static_cast<std::size_t>(place * static_cast<double>(rows.size()))]);
  spread_of_study_ = drawn_values("study.spread");
}

std::vector<double> ParameterSampler::uniform(const std::string& stream) const {
  const std::vector<double> pairs = stratified((count_ + 1) / 2, seed_, hash(stream));
  std::vector<double> places(count_);
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = pairs[i / 2];
  return places;
}

std::vector<double> ParameterSampler::values(const std::string& key) const {
  const Parameter& parameter = model_.at(key);
  const std::vector<double> of_study = study_values(key, parameter);
  std::vector<double> result(count_);
  for (std::size_t i = 0; i < count_; ++i) result[i] = of_study[study_ ? 0 : study_of(i, count_)];
  if (parameter.person_cv > 0.0) {
    const double sd = log_sd(parameter.person_cv);
    const std::vector<double> places = uniform(key + ".person");
    for (std::size_t i = 0; i < count_; ++i) result[i] *= std::exp(sd * normal_quantile(places[i]));
  }
  for (double& value : result) value = std::clamp(value, parameter.low, parameter.high);
  return result;
}

/// One place per study, on its own for a study that is asked for by number.
std::vector<double> ParameterSampler::study_places(const std::string& stream) const {
  if (!study_) return stratified(studies_, seed_, hash(stream));
  RandomStream random(*study_ * 0x9e3779b97f4a7c15ULL + hash(stream));
  return {(static_cast<double>(random.below(4096)) + 0.5) / 4096.0};
}

std::vector<double> ParameterSampler::drawn_values(const std::string& key) const {
  std::vector<double> values(studies_, model_.value(key));
  if (const auto column = model_.draws().column(key); column && !draw_of_study_.empty())
    for (std::size_t s = 0; s < studies_; ++s) values[s] = (*draw_of_study_[s])[*column];
  return values;
}

std::vector<double> ParameterSampler::study_values(const std::string& key, const Parameter& parameter) const {
  std::vector<double> values = drawn_values(key);
  if (parameter.study_cv <= 0.0) return values;
  const std::vector<double> places = study_places(key + ".study");
  const double sd = log_sd(parameter.study_cv);
  for (std::size_t s = 0; s < studies_; ++s) {
    const double factor = has_fitted_spread(key) ? spread_of_study_[s] : 1.0;
    values[s] *= std::exp(factor * sd * normal_quantile(places[s]));
  }
  return values;
}

}  // namespace simulation
