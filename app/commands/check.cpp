#include "app/commands/check.h"

#include "app/body/free_points.h"
#include "app/body/workbench.h"
#include "app/check/free_point_check.h"
#include "app/check/plan_check.h"
#include "app/check/standing_notes.h"
#include "app/files/limits_file.h"
#include "app/files/outcomes_file.h"
#include "app/files/plan_file.h"
#include "app/files/texts.h"

namespace app {
namespace {

/// Only free points need the mesh; other plans are checked without it.
std::vector<Finding> findings_of(const simulation::Plan& plan, const Limits& limits, const Texts& texts,
                                 const Paths& paths) {
  if (!has_free_points(plan)) return check_plan(plan, limits, texts);
  Workbench workbench(paths);
  return check_on_body(plan, *workbench.body(plan), workbench.model(), limits, texts);
}

}  // namespace

ExitCode run_check(const CheckArguments& arguments, const Paths& paths, std::ostream& out) {
  const simulation::Plan plan = read_plan(arguments.plan);
  const Limits limits = read_limits(paths.shared_file("clinical/limits.json"));
  const std::vector<KnownOutcome> outcomes = read_outcomes(paths.shared_file("clinical/outcomes.json"));
  const Texts texts = read_texts(paths.shared_file("texts/en.json"));
  const std::vector<Finding> findings = findings_of(plan, limits, texts, paths);
  for (const Finding& finding : findings) out << line_of(finding) << '\n';
  for (const Finding& line : standing_lines(plan, limits, outcomes, texts)) out << line_of(line) << '\n';
  return has_error(findings) ? ExitCode::input : ExitCode::ok;
}

}  // namespace app
