#pragma once

#include "app/commands/command_line.h"
#include "app/studio/frame.h"

namespace app {

/// The side effect of `--state`, held so that it is seen unless the options say how. Throws InputError for
/// one of the other region, and where layer, pose or plan cannot show it.
void read_state(const CaptureArguments& a, const simulation::Plan& plan, Pane& pane);

/// What `--isolate` and `--hide` leave out of a layer. Throws InputError for a structure that it does not
/// draw, for both options at once, and where nothing would be left.
StructureSet read_hidden(const CaptureArguments& a, const simulation::Plan& plan, render::Layer layer);

}  // namespace app
