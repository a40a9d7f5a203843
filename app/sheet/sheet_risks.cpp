#include "app/sheet/sheet_risks.h"

#include <algorithm>

#include "app/base/names.h"
#include "app/check/outcome_notes.h"
#include "app/check/remark.h"
#include "simulation/prediction/main_quantity.h"
#include "simulation/prediction/quantities.h"

namespace app {
namespace {

std::string text_key(std::string_view family, const KnownOutcome& known) {
  return "sheet." + std::string(family) + "." + std::string(name_of(kAdverseOutcomeNames, known.outcome));
}

SheetCount sheet_count(const Per100& rate) {
  const WholeCount count = whole_count(rate);
  return {count.low, count.high};
}

/// What the sheet's curve, its claims and its shares of people are about.
std::vector<std::string> told_quantities(const simulation::Plan& plan) {
  using simulation::key_of;
  const std::string main = simulation::main_quantity(plan);
  if (plan.region == simulation::Region::calf)
    return {main, key_of("calf.SIDE.gastrocnemius.volume_change", {})};
  const simulation::QuantityPlace place{.line = simulation::lines_by_dose(plan).front()};
  return {main, key_of("face.LINE.none_or_mild_effort", place), key_of("face.LINE.onset_reported", place)};
}

void add_once(std::vector<std::string>& keys, const std::vector<std::string>& more) {
  for (const std::string& key : more)
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

/// As people in the field call it; by its title where no author was seen.
std::string source_words(const SourceName& source) {
  return source.by.empty() ? source.title : source.by;
}

}  // namespace

std::vector<SheetRisk> risks_of(const simulation::Plan& plan, const SheetFacts& facts) {
  std::vector<SheetRisk> risks;
  if (plan.sessions.empty()) return risks;
  const Texts& texts = facts.texts;
  for (const KnownOutcome& known : facts.outcomes) {
    if (known.region != plan.region || !known.per_100) continue;
    SheetRisk risk;
    risk.name = texts.at(text_key("risk", known));
    risk.note = texts.at(text_key("basis", known));
    risk.treated = sheet_count(*known.per_100);
    risk.treated_words = count_words(whole_count(*known.per_100), texts);
    risk.untreated_words = texts.at("sheet.risk.no_count");
    if (known.untreated_per_100) {
      risk.untreated = sheet_count(*known.untreated_per_100);
      risk.untreated_words = count_words(whole_count(*known.untreated_per_100), texts);
    }
    risks.push_back(std::move(risk));
  }
  return risks;
}

std::vector<std::string> risk_notes(const simulation::Plan& plan, const SheetFacts& facts) {
  const Texts& texts = facts.texts;
  std::vector<std::string> notes;
  std::vector<std::string> unrated;
  for (const KnownOutcome& known : facts.outcomes)
    if (known.region == plan.region && !known.per_100 && !plan.sessions.empty())
      unrated.push_back(texts.at(text_key("risk", known)));
  if (!unrated.empty())
    notes.push_back(texts.fill("sheet.risk.others", {{"outcomes", list_in_words(unrated, texts)}}));
  if (!plan.fillers.empty()) notes.push_back(texts.at("sheet.risk.filler"));
  return notes;
}

std::vector<std::string> evidence_lines(const simulation::Plan& plan, const SheetFacts& facts) {
  std::vector<std::string> keys;
  if (!plan.sessions.empty()) {
    for (const std::string& quantity : told_quantities(plan))
      if (const Evidence* told = evidence_of(facts.evidence, quantity)) add_once(keys, told->sources);
    for (const KnownOutcome& known : facts.outcomes)
      if (known.region == plan.region && known.per_100) add_once(keys, known.sources);
    add_once(keys, facts.limits.calf_off_label);
    add_once(keys, facts.limits.calf_sport);
  }
  if (!plan.fillers.empty()) add_once(keys, facts.limits.filler_glabella_percent.sources);
  std::string names;
  for (const std::string& key : keys)
    if (const auto source = facts.sources.find(key); key != "assumption" && source != facts.sources.end())
      names += (names.empty() ? "" : "; ") + source_words(source->second);
  std::vector<std::string> lines;
  if (!names.empty()) lines.push_back(names + ".");
  lines.push_back(facts.texts.at("sheet.evidence.assumed"));
  return lines;
}

}  // namespace app
