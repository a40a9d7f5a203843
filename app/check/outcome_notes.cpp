#include "app/check/outcome_notes.h"

#include <charconv>

namespace app {
namespace {

std::string number(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string rate_text(const KnownOutcome& known) {
  if (!known.per_100) return "no rate found";
  if (known.per_100->low <= 0.0) return "up to " + number(known.per_100->high) + " of 100 treated people";
  return number(known.per_100->low) + " to " + number(known.per_100->high) + " of 100 treated people";
}

std::string list_of_sources(const KnownOutcome& known) {
  std::string text;
  for (const std::string& source : known.sources) text += (text.empty() ? "" : ", ") + source;
  return text;
}

}  // namespace

std::vector<Finding> outcome_notes(simulation::Region region, const std::vector<KnownOutcome>& outcomes) {
  std::vector<Finding> notes;
  for (const KnownOutcome& known : outcomes) {
    if (known.region != region) continue;
    const std::string field = "outcomes." + std::string(name_of(kAdverseOutcomeNames, known.outcome));
    notes.push_back({Severity::note, field,
                     rate_text(known) + "; " + known.basis + "; shows: " + known.shows +
                         "; lasts: " + known.lasts + " (sources: " + list_of_sources(known) + ")"});
  }
  return notes;
}

}  // namespace app
