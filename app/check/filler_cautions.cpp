#include "app/base/number_text.h"
#include "app/check/rules.h"

namespace app {

void check_fillers(const Checked& checked, Remarks& remarks) {
  const simulation::Plan& plan = checked.plan;
  const Limit& percent = checked.limits.filler_glabella_percent;
  for (std::size_t i = 0; i < plan.fillers.size(); ++i) {
    const std::string field = "fillers[" + std::to_string(i) + "]";
    if (plan.fillers[i].site == simulation::FillerSite::glabella && plan.fillers[i].millilitres > 0.0)
      remarks.push_back({Severity::warning,
                         Harm::spread,
                         field + ".site",
                         "finding.filler_glabella",
                         {{"percent", number_text(percent.value)}},
                         percent.sources});
    for (std::size_t s = 0; s < plan.sessions.size(); ++s)
      if (plan.fillers[i].week == plan.sessions[s].week)
        remarks.push_back({Severity::warning,
                           Harm::placement,
                           field + ".week",
                           "finding.filler_same_visit",
                           {},
                           checked.limits.filler_same_visit,
                           s});
  }
}

}  // namespace app
