#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulation/response/model.h"

namespace simulation {

/// Studies in a population of `count` that is of no one study, and the one that a person comes from.
std::size_t study_count(std::size_t count);
std::size_t study_of(std::size_t person, std::size_t count);

/// True where `study.spread` multiplies the spread between studies: trials of the face are many enough to say
/// how much studies differ, those of muscle size are not.
bool has_fitted_spread(const std::string& key);

/// Standard deviation of the logarithm of a lognormal with that coefficient of variation.
double log_sd(double cv);

/// Draws parameters for a population: first the study (one joint draw of what the fit leaves open, and the
/// study's own effects), then the person. The same arguments give the same values; streams are named by key.
class ParameterSampler {
 public:
  /// Of `count` people, at least 1; all of one study where `study` says which, else of study_count().
  ParameterSampler(const ResponseModel& model, int count, std::uint64_t seed,
                   std::optional<std::uint64_t> study);

  std::size_t count() const { return count_; }
  /// One place of (0, 1) per person, evenly spread over them and the same for a mirror image.
  std::vector<double> uniform(const std::string& stream) const;
  /// Values of a parameter, one per person, within its range.
  std::vector<double> values(const std::string& key) const;

 private:
  std::vector<double> study_places(const std::string& stream) const;
  /// Value of a parameter in each study before the study's own effect: that of the study's joint draw, where
  /// the fit left it open.
  std::vector<double> drawn_values(const std::string& key) const;
  std::vector<double> study_values(const std::string& key, const Parameter& parameter) const;

  const ResponseModel& model_;
  std::size_t count_;
  std::uint64_t seed_;
  std::optional<std::uint64_t> study_;
  std::size_t studies_;
  std::vector<const std::vector<double>*> draw_of_study_;
  std::vector<double> spread_of_study_;
};

}  // namespace simulation
