#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simulation {

/// One figure of the model with where it comes from.
struct Parameter {
  double value = 0.0;  // median over people
  std::string unit;
  double person_cv = 0.0;                                 // lognormal spread between people
  double study_cv = 0.0;                                  // lognormal spread between studies, on top
  double low = -std::numeric_limits<double>::infinity();  // no draw leaves low to high
  double high = std::numeric_limits<double>::infinity();
  std::vector<std::string> sources;  // keys of sources.bib
  bool assumed = false;              // true when no source gives the figure
  std::string why;
};

/// What the model expects of one parameter.
struct ParameterDefinition {
  std::string key;
  std::string unit;
};

/// Every parameter the model uses, in the order of their keys.
const std::vector<ParameterDefinition>& parameter_definitions();

/// Draws of some parameters together: what a fit leaves open, with how they hang together.
struct ParameterDraws {
  std::vector<std::string> keys;
  std::vector<std::vector<double>> rows;  // one value per key each

  /// Where a key stands in the rows; none when it is not drawn.
  std::optional<std::size_t> column(std::string_view key) const;
};

/// Names of the three priors of calf muscle size, which disagree and are mixed by weight.
inline constexpr std::string_view kCalfPriors[] = {"aesthetic_adult", "adult_volunteer",
                                                   "child_cerebral_palsy"};

/// The clinical parameters of the response, complete and checked.
class ResponseModel {
 public:
  /// Throws InputError `parameters.KEY...: what is wrong, what was expected` for a key that is missing or
  /// unknown, a unit that is not the expected one, a range upside down or that leaves the value out, a
  /// negative spread, or no source. `draws` replace the value of their keys, each row as likely as another;
  /// throws InputError `draws...` for a key that is not known or is there twice, a row of another length, or
  /// a value out of its parameter's range.
  explicit ResponseModel(std::map<std::string, Parameter> parameters, ParameterDraws draws = {});

  /// The parameter of a known key.
  const Parameter& at(const std::string& key) const { return parameters_.at(key); }
  double value(const std::string& key) const { return at(key).value; }
  const std::map<std::string, Parameter>& parameters() const { return parameters_; }
  const ParameterDraws& draws() const { return draws_; }

 private:
  std::map<std::string, Parameter> parameters_;
  ParameterDraws draws_;
};

}  // namespace simulation
