#include "app/check/standing_notes.h"

#include <algorithm>

#include "app/check/outcome_notes.h"
#include "app/check/remark.h"

namespace app {
namespace {

Finding all_questions(const Limits& limits, const Texts& texts) {
  std::string questions;
  Sources sources;
  for (const ClinicianQuestion& question : limits.questions) {
    questions += (questions.empty() ? "" : " ") + question.text;
    add_sources(sources, question.sources);
  }
  return {Severity::note, "sessions",
          with_sources(texts.fill("finding.questions", {{"questions", questions}}), sources, texts)};
}

Finding outcomes_without_rate(const std::vector<KnownOutcome>& outcomes, const Texts& texts) {
  std::string names;
  Sources sources;
  for (const KnownOutcome& known : outcomes) {
    std::string name(name_of(kAdverseOutcomeNames, known.outcome));
    std::replace(name.begin(), name.end(), '_', ' ');
    names += (names.empty() ? "" : ", ") + name;
    add_sources(sources, known.sources);
  }
  return {Severity::note, "outcomes",
          with_sources(texts.fill("finding.outcomes_without_rate", {{"outcomes", names}}), sources, texts)};
}

}  // namespace

std::vector<Finding> clinician_questions(const simulation::Plan& plan, const Limits& limits,
                                         const Texts& texts) {
  std::vector<Finding> findings;
  if (plan.sessions.empty()) return findings;
  for (const ClinicianQuestion& question : limits.questions)
    findings.push_back({Severity::note, "sessions",
                        with_sources(texts.fill("finding.clinician_question", {{"question", question.text}}),
                                     question.sources, texts)});
  return findings;
}

std::vector<Finding> standing_lines(const simulation::Plan& plan, const Limits& limits,
                                    const std::vector<KnownOutcome>& outcomes, const Texts& texts) {
  if (plan.sessions.empty()) return {};
  std::vector<KnownOutcome> rated, unrated;
  for (const KnownOutcome& known : outcomes)
    if (known.region == plan.region) (known.per_100 ? rated : unrated).push_back(known);
  std::vector<Finding> lines{all_questions(limits, texts)};
  for (Finding& note : outcome_notes(plan.region, rated, texts)) lines.push_back(std::move(note));
  if (!unrated.empty()) lines.push_back(outcomes_without_rate(unrated, texts));
  return lines;
}

}  // namespace app
