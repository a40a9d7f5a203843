#pragma once

#include <memory>

#include "app/body/outcome.h"
#include "simulation/plan/plan.h"
#include "simulation/response/model.h"

namespace bench {

/// An example plan by its file name in the staged share folder.
simulation::Plan example_plan(const char* file_name);
simulation::ResponseModel response_model();
/// The plan on its body, prepared.
std::shared_ptr<const app::Outcome> example_outcome(const char* file_name);

}  // namespace bench
