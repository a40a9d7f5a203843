#include "app/sheet/sheet_risks.h"

#include <algorithm>
#include <cmath>

#include "app/base/names.h"
#include "app/base/number_text.h"
#include "app/check/remark.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

using simulation::AdverseOutcome;

/// Of 100 tape readings of a leg that nobody treated, so many show no drop: an error that is as often up as
/// down gives half. Worked out, not counted; the sheet says so.
constexpr int kUntreatedReadingsWithoutDrop = 50;

std::string text_key(std::string_view family, const KnownOutcome& known) {
  return "sheet." + std::string(family) + "." + std::string(name_of(kAdverseOutcomeNames, known.outcome));
}

SheetCount whole_people(const Per100& rate) {
  return {static_cast<int>(std::lround(rate.low)), static_cast<int>(std::lround(rate.high))};
}

std::string count_words(const SheetCount& count, const Texts& texts) {
  const std::string low = number_text(count.low, 0), high = number_text(count.high, 0);
  if (count.low == count.high) return high;
  return count.low == 0 ? texts.fill("sheet.risk.up_to", {{"high", high}})
                        : texts.fill("sheet.risk.range", {{"low", low}, {"high", high}});
}

/// What is known without treatment.
std::optional<SheetCount> untreated_of(const KnownOutcome& known) {
  if (known.per_100->of_readings && known.outcome == AdverseOutcome::no_visible_change)
    return SheetCount{kUntreatedReadingsWithoutDrop, kUntreatedReadingsWithoutDrop};
  return std::nullopt;
}

void add_once(std::vector<std::string>& keys, const std::vector<std::string>& more) {
  for (const std::string& key : more)
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

std::string source_words(const SourceName& source) {
  if (source.by.empty() || source.title.empty()) return source.by + source.title;
  return source.by + ". " + source.title;
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
    risk.treated = whole_people(*known.per_100);
    risk.treated_words = count_words(risk.treated, texts);
    risk.untreated = untreated_of(known);
    risk.untreated_words =
        risk.untreated ? count_words(*risk.untreated, texts) : texts.at("sheet.risk.no_count");
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
    if (const Evidence* main = evidence_of(facts.evidence, simulation::main_quantity(plan)))
      add_once(keys, main->sources);
    for (const KnownOutcome& known : facts.outcomes)
      if (known.region == plan.region && known.per_100) add_once(keys, known.sources);
    add_once(keys, facts.limits.calf_off_label);
    add_once(keys, facts.limits.calf_sport);
  }
  if (!plan.fillers.empty()) add_once(keys, facts.limits.filler_glabella_percent.sources);
  std::vector<std::string> lines;
  for (const std::string& key : keys)
    if (const auto source = facts.sources.find(key); key != "assumption" && source != facts.sources.end())
      lines.push_back(source_words(source->second));
  lines.push_back(facts.texts.at("sheet.evidence.assumed"));
  return lines;
}

}  // namespace app
