#pragma once

#include "app/files/json_field.h"
#include "simulation/plan/plan.h"

namespace app {

/// A plan that stands somewhere in a file, read and checked. `first`: the plan it is compared with, whose
/// region and person it takes where it says nothing of them, and must share. Throws InputError as read_plan()
/// does, with the whole path of the field.
simulation::Plan read_plan_field(const Field& root, const simulation::Plan* first = nullptr);

}  // namespace app
