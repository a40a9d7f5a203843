#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/check/finding.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"
#include "simulation/plan/plan.h"

namespace app {

/// What every rule reads.
struct Checked {
  const simulation::Plan& plan;
  const Limits& limits;
  const Texts& texts;
};

/// What a rule has to say of one session, or of the plan when it names none. Remarks that differ in session
/// and amount alone are told as one finding, at the field of the first; {times_told} is how many they are.
struct Remark {
  Severity severity = Severity::note;
  Harm harm = Harm::shown;
  std::string field;
  std::string_view key;  // of the texts
  std::vector<std::pair<std::string, std::string>> values;
  Sources sources;
  std::optional<std::size_t> session{};
  std::optional<double> amount{};  // fills {amount} of the text: of several, the least to the most
  Stamp stamp = Stamp::none;
};
using Remarks = std::vector<Remark>;

/// Puts remarks into words: weeks in front (if the plan has more than one session), sources behind.
std::vector<Finding> worded(const Remarks& remarks, const Checked& checked);

/// `sessions[2]`
std::string session_path(std::size_t session);
/// `sessions[2].injections[0]`
std::string injection_path(std::size_t session, std::size_t injection);

/// `a, b and c`, without doubles.
std::string list_in_words(const std::vector<std::string>& words, const Texts& texts);
/// `orbicularis oculi`: as clinicians call it.
std::string words_of(simulation::Muscle muscle);
std::string words_of(const std::vector<simulation::Muscle>& muscles, const Texts& texts);
std::string words_of(simulation::FaceLine area, const Texts& texts);

/// Adds those that are not there yet.
void add_sources(Sources& sources, const Sources& more);

/// What is known of a product; null when there is no entry.
const ProductLimits* limits_of(const Checked& checked, simulation::Product product);

}  // namespace app
