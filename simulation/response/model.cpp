#include "simulation/response/model.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "simulation/error.h"
#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"

namespace simulation {
namespace {

void add_dose(std::vector<ParameterDefinition>& list) {
  for (const auto& [product, generic] : kProductNames) {
    const std::string end(generic);
    list.push_back({"potency." + end, "units per reference unit"});
    list.push_back({"chain.half_life_ratio." + end, "ratio"});
    list.push_back({"chain.onset_ratio." + end, "ratio"});
    list.push_back({"spread.ratio." + end, "ratio"});
  }
  list.insert(list.end(), {{"chain.uptake", "1/day"},
                           {"chain.translocation", "1/day"},
                           {"chain.half_life", "day"},
                           {"spread.face", "mm"},
                           {"spread.calf", "mm"},
                           {"spread.along", "ratio"},
                           {"spread.radius_factor", "ratio"},
                           {"spread.corrugator_to_depressor_supercilii", "share"},
                           {"spread.fascia", "share"},
                           {"spread.orbital_septum", "share"},
                           {"spread.lid_reach", "ratio"},
                           {"spread.usual_dilution", "mL"},
                           {"spread.dilution_exponent", "ratio"},
                           {"spread.usual_depth_face", "mm"},
                           {"spread.usual_depth_calf", "mm"},
                           {"hill.exponent", "ratio"},
                           {"hill.block_max", "share"},
                           {"hill.d50_factor", "ratio"},
                           {"hill.d50_area.calf", "ratio"},
                           {"hill.d50_area.glabella", "ratio"},
                           {"hill.d50_area.forehead", "ratio"},
                           {"hill.d50_area.crows_feet", "ratio"},
                           {"hill.ceiling", "ratio"},
                           {"hill.ceiling_sharpness", "ratio"},
                           {"hill.volume_exponent", "ratio"},
                           {"side.d50", "ratio"},
                           {"side.loss", "ratio"},
                           {"nonresponse.primary", "share"},
                           {"nonresponse.late", "share"},
                           {"study.spread", "ratio"}});
}

void add_muscles(std::vector<ParameterDefinition>& list) {
  for (std::size_t i = 0; i < kMuscleCount; ++i) {
    const Muscle muscle = static_cast<Muscle>(i);
    const std::string start = "muscle." + std::string(name(muscle));
    list.push_back({start + ".d50", "units"});
    list.push_back({start + ".length", "mm"});
    list.push_back({start + ".width", "mm"});
  }
  for (const char* muscle : {"gastrocnemius_medial", "gastrocnemius_lateral", "soleus"})
    list.push_back({"muscle." + std::string(muscle) + ".volume", "mL"});
}

void add_size(std::vector<ParameterDefinition>& list) {
  for (std::string_view prior : kCalfPriors) {
    const std::string start = "size.calf." + std::string(prior);
    list.push_back({start + ".weight", "share"});
    list.push_back({start + ".loss_max", "share"});
    list.push_back({start + ".fall", "day"});
    list.push_back({start + ".rise", "day"});
  }
  for (const char* group : {"size.face", "size.masseter"}) {
    list.push_back({std::string(group) + ".loss_max", "share"});
    list.push_back({std::string(group) + ".fall", "day"});
    list.push_back({std::string(group) + ".rise", "day"});
  }
  // The part of a loss that comes back far more slowly than the rest.
  for (const char* group : {"size.calf", "size.face", "size.masseter"}) {
    list.push_back({std::string(group) + ".remainder", "share"});
    list.push_back({std::string(group) + ".remainder_rise", "day"});
  }
  list.push_back({"soleus.gain", "share"});
  list.push_back({"calf.girth_factor", "ratio"});
  list.push_back({"calf.push_factor", "ratio"});
  list.push_back({"brow.lift_factor", "ratio"});
  list.push_back({"brow.drop_factor", "ratio"});
}

void add_lines(std::vector<ParameterDefinition>& list) {
  for (const char* line : {"glabella", "forehead", "crows_feet"})
    list.push_back({"line." + std::string(line) + ".muscle_share", "share"});
  list.insert(list.end(), {{"line.glabella.corrugator", "share"},
                           {"line.glabella.procerus", "share"},
                           {"line.glabella.depressor_supercilii", "share"},
                           {"line.forehead.frontalis_medial", "share"},
                           {"line.forehead.frontalis_lateral", "share"},
                           {"line.depth_exponent", "ratio"},
                           {"line.static_share", "share"},
                           {"line.size_weight", "share"},
                           {"line.tone_share", "share"},
                           {"line.static_gain", "share"},
                           {"line.static_gain_per_year", "1/year"},
                           {"line.fall", "day"},
                           {"line.rise", "day"},
                           {"line.seen_exponent", "ratio"},
                           {"line.seen_factor", "ratio"},
                           {"line.rater_factor", "ratio"},
                           {"line.notice", "share"},
                           {"line.notice_diary_ratio", "ratio"},
                           {"modifier.male_face_d50", "ratio"},
                           {"modifier.low_activity_d50", "ratio"},
                           {"modifier.high_activity_d50", "ratio"},
                           {"modifier.low_activity_half_life", "ratio"},
                           {"modifier.high_activity_half_life", "ratio"},
                           {"tape.reading_sd", "cm"},
                           {"tape.natural_drift_sd", "cm"},
                           {"tape.natural_drift_time", "day"}});
}

[[noreturn]] void fail_parameter(const std::string& key, const std::string& what) {
  throw InputError("parameters." + key + what);
}

void check(const ParameterDefinition& definition, const Parameter& parameter) {
  const std::string& key = definition.key;
  if (parameter.unit != definition.unit)
    fail_parameter(key, ".unit: is `" + parameter.unit + "`, expected `" + definition.unit + "`");
  if (!std::isfinite(parameter.value)) fail_parameter(key, ".value: is not a number, expected one");
  if (parameter.low > parameter.high) fail_parameter(key, ".range: is upside down, expected the lower end first");
  if (parameter.value < parameter.low || parameter.value > parameter.high)
    fail_parameter(key, ".range: leaves out the value, expected one that holds it");
  if (!(parameter.person_cv >= 0.0 && parameter.person_cv <= 3.0))
    fail_parameter(key, ".person_cv: is out of range, expected 0 to 3");
  if (!(parameter.study_cv >= 0.0 && parameter.study_cv <= 3.0))
    fail_parameter(key, ".study_cv: is out of range, expected 0 to 3");
  // Draws are lognormal, and nothing in the model divides by zero only because of this.
  const bool may_be_zero =
      definition.unit == "share" || definition.unit == "1/year" || definition.unit == "cm";
  if (parameter.value < 0.0 || (parameter.value == 0.0 && !may_be_zero))
    fail_parameter(key,
         ".value: is " + std::string(parameter.value < 0.0 ? "negative" : "zero") + ", expected above zero");
  if (definition.unit == "share" && parameter.value > 1.0) fail_parameter(key, ".value: is above 1, expected a share");
  if (parameter.sources.empty()) fail_parameter(key, ".sources: is empty, expected at least one source key");
  if (parameter.why.empty()) fail_parameter(key, ".why: is empty, expected one line");
}

void check(const ParameterDraws& draws, const std::map<std::string, Parameter>& parameters) {
  for (std::size_t k = 0; k < draws.keys.size(); ++k) {
    const std::string& key = draws.keys[k];
    const auto found = parameters.find(key);
    if (found == parameters.end()) throw InputError("draws.keys: `" + key + "` is not known");
    if (draws.column(key) != k) throw InputError("draws.keys: `" + key + "` is there twice, expected once");
    for (std::size_t r = 0; r < draws.rows.size(); ++r) {
      const std::string at = "draws.rows[" + std::to_string(r) + "]";
      if (draws.rows[r].size() != draws.keys.size())
        throw InputError(at + ": has another length than the keys");
      const double value = draws.rows[r][k];
      if (!(value >= found->second.low && value <= found->second.high) || value <= 0.0)
        throw InputError(at + ": the value of " + key + " is out of its range");
    }
  }
}

std::size_t common_start(const std::string& a, const std::string& b) {
  const std::size_t length = std::min(a.size(), b.size());
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length), b.begin()).first - a.begin());
}

std::string nearest_key(const std::string& key) {
  const auto& known = parameter_definitions();
  return std::max_element(known.begin(), known.end(),
                          [&](const auto& a, const auto& b) {
                            return common_start(a.key, key) < common_start(b.key, key);
                          })
      ->key;
}

}  // namespace

const std::vector<ParameterDefinition>& parameter_definitions() {
  static const std::vector<ParameterDefinition> definitions = [] {
    std::vector<ParameterDefinition> list;
    add_dose(list);
    add_muscles(list);
    add_size(list);
    add_lines(list);
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return list;
  }();
  return definitions;
}

std::optional<std::size_t> ParameterDraws::column(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) return std::nullopt;
  return static_cast<std::size_t>(found - keys.begin());
}

ResponseModel::ResponseModel(std::map<std::string, Parameter> parameters, ParameterDraws draws)
    : parameters_(std::move(parameters)), draws_(std::move(draws)) {
  std::set<std::string> known;
  for (const ParameterDefinition& definition : parameter_definitions()) {
    known.insert(definition.key);
    const auto found = parameters_.find(definition.key);
    if (found == parameters_.end())
      fail_parameter(definition.key, ": is missing, expected a value in " + definition.unit);
    check(definition, found->second);
  }
  for (const auto& [key, parameter] : parameters_)
    if (!known.contains(key)) fail_parameter(key, ": is not known, nearest known is " + nearest_key(key));
  check(draws_, parameters_);
}

}  // namespace simulation
