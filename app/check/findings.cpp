#include <algorithm>

#include "app/check/plan_check.h"

namespace app {

std::vector<Finding> clinician_questions(const simulation::Plan& plan, const Limits& limits) {
  std::vector<Finding> findings;
  if (plan.sessions.empty()) return findings;
  for (const ClinicianQuestion& question : limits.questions)
    findings.push_back({Severity::note, "sessions",
                        "question for the clinician: " + question.text + " (" + question.source + ")"});
  return findings;
}

bool has_error(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

std::string line_of(const Finding& finding) {
  constexpr std::string_view kWords[] = {"error", "warning", "note"};
  return std::string(kWords[static_cast<std::size_t>(finding.severity)]) + ": " + finding.field + ": " +
         finding.text;
}

}  // namespace app
