#pragma once

#include <memory>

#include "app/body/workbench.h"
#include "app/files/plan_file.h"

namespace app {

/// A treated face, worked out once for all tests of a program: a face needs no solving.
inline std::shared_ptr<const Outcome> example_face(const char* plan = "face-glabella") {
  static Workbench workbench({FORESHOW_SHARE, FORESHOW_BAKED});
  return workbench.outcome(
      read_plan(std::filesystem::path(FORESHOW_SHARE) / "plans" / (std::string(plan) + ".json")));
}

}  // namespace app
