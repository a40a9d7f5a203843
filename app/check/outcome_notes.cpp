#include "app/check/outcome_notes.h"

#include <charconv>
#include <cmath>

namespace app {
namespace {

std::string number(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace

WholeCount whole_count(const Per100& rate) {
  return {static_cast<int>(std::lround(rate.low)), static_cast<int>(std::lround(rate.high))};
}

std::string count_words(const WholeCount& count, const Texts& texts) {
  const std::string low = std::to_string(count.low), high = std::to_string(count.high);
  if (count.low == count.high) return high;
  return count.low == 0 ? texts.fill("count.up_to", {{"high", high}})
                        : texts.fill("count.range", {{"low", low}, {"high", high}});
}

std::string rate_text(const KnownOutcome& known, const Texts& texts) {
  if (!known.per_100) return texts.at("finding.rate_unknown");
  return texts.fill(known.per_100->of_readings  ? "finding.rate_of_readings"
                    : known.per_100->low <= 0.0 ? "finding.rate_up_to"
                                                : "finding.rate",
                    {{"low", number(known.per_100->low)}, {"high", number(known.per_100->high)}});
}

std::vector<Finding> outcome_notes(simulation::Region region, const std::vector<KnownOutcome>& outcomes,
                                   const Texts& texts) {
  std::vector<Finding> notes;
  for (const KnownOutcome& known : outcomes) {
    if (known.region != region) continue;
    const std::string text = texts.fill("finding.outcome", {{"rate", rate_text(known, texts)},
                                                            {"basis", known.basis},
                                                            {"shows", known.shows},
                                                            {"lasts", known.lasts}});
    notes.push_back({Severity::note, "outcomes." + std::string(name_of(kAdverseOutcomeNames, known.outcome)),
                     with_sources(text, known.sources, texts)});
  }
  return notes;
}

}  // namespace app
