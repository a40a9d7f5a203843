#include "app/check/plan_check.h"

#include <algorithm>

#include "app/check/rules.h"

namespace app {
namespace {

using Rule = void (*)(const Checked&, Remarks&);
constexpr Rule kRules[] = {check_ceilings, check_fillers, check_label_areas, check_calf_number,
                           check_evidence, check_course,  check_person,      check_placement};

}  // namespace

std::vector<Finding> check_plan(const simulation::Plan& plan, const Limits& limits, const Texts& texts) {
  const Checked checked{plan, limits, texts};
  Remarks remarks;
  for (const Rule rule : kRules) rule(checked, remarks);
  std::vector<Finding> findings = worded(remarks, checked);
  worst_first(findings);
  return findings;
}

std::string stamp_of(const simulation::Plan& plan, const simulation::Plan* second, const Limits& limits,
                     const Texts& texts) {
  Stamp stamp = stamp_of(check_plan(plan, limits, texts));
  if (second) stamp = std::max(stamp, stamp_of(check_plan(*second, limits, texts)));
  return stamp_words(stamp, texts);
}

}  // namespace app
