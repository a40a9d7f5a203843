#include "app/commands/plan_stamp.h"

#include "app/base/version.h"
#include "app/check/plan_check.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"

namespace app {

Stamp tell_stamp(const std::filesystem::path& file, const simulation::Plan& plan, const Paths& paths,
                 std::ostream& notes) {
  const Texts texts = read_texts(paths.shared_file("texts/en.json"));
  const Stamp stamp =
      stamp_of(check_plan(plan, read_limits(paths.shared_file("clinical/limits.json")), texts));
  if (stamp != Stamp::none)
    notes << kProgramName << ": " << file.string() << ": " << stamp_words(stamp, texts) << "; `"
          << kProgramName << " check` says why\n";
  return stamp;
}

}  // namespace app
