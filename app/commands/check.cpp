#include "app/commands/check.h"

#include "app/files/limits_file.h"
#include "app/files/plan_file.h"
#include "app/outcome/plan_check.h"

namespace app {

ExitCode run_check(const CheckArguments& arguments, const Paths& paths, std::ostream& out) {
  const simulation::Plan plan = read_plan(arguments.plan);
  const Limits limits = read_limits(paths.shared_file("clinical/limits.json"));
  const std::vector<Finding> findings = check_plan(plan, limits);
  for (const Finding& finding : findings) out << line_of(finding) << '\n';
  return has_error(findings) ? ExitCode::input : ExitCode::ok;
}

}  // namespace app
