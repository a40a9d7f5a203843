#include "app/commands/check.h"

#include <algorithm>

#include "app/body/free_points.h"
#include "app/body/workbench.h"
#include "app/check/outcome_notes.h"
#include "app/check/plan_check.h"
#include "app/files/limits_file.h"
#include "app/files/outcomes_file.h"
#include "app/files/plan_file.h"

namespace app {

ExitCode run_check(const CheckArguments& arguments, const Paths& paths, std::ostream& out) {
  const simulation::Plan plan = read_plan(arguments.plan);
  const Limits limits = read_limits(paths.shared_file("clinical/limits.json"));
  const std::vector<KnownOutcome> outcomes = read_outcomes(paths.shared_file("clinical/outcomes.json"));
  std::vector<Finding> findings = check_plan(plan, limits);
  // Only free points need the mesh; other plans are checked without it.
  if (has_free_points(plan)) {
    Workbench workbench(paths);
    for (Finding& finding : check_free_points(plan, *workbench.body(plan), workbench.model()))
      findings.push_back(std::move(finding));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
  }
  for (Finding& question : clinician_questions(plan, limits)) findings.push_back(std::move(question));
  for (Finding& note : outcome_notes(plan.region, outcomes)) findings.push_back(std::move(note));
  for (const Finding& finding : findings) out << line_of(finding) << '\n';
  return has_error(findings) ? ExitCode::input : ExitCode::ok;
}

}  // namespace app
