#include "app/commands/plan_stamp.h"

#include "app/base/version.h"
#include "app/check/plan_check.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"

namespace app {

std::string tell_stamp(const std::filesystem::path& file, const simulation::Plan& plan,
                       const simulation::Plan* second, const Paths& paths, std::ostream& notes) {
  const std::string stamp = stamp_of(plan, second, read_limits(paths.shared_file("clinical/limits.json")),
                                     read_texts(paths.shared_file("texts/en.json")));
  if (!stamp.empty())
    notes << kProgramName << ": " << file.string() << (second ? " or the plan beside it" : "") << ": "
          << stamp << "; `" << kProgramName << " check` says why\n";
  return stamp;
}

}  // namespace app
