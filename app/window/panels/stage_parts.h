#pragma once

#include <imgui.h>

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/widgets/ui.h"

/// What floats over the model.
namespace app {

/// The ground of controls on the stage.
void floating_ground(const Ui& ui, ImVec2 min, ImVec2 max);

/// Views, turning, zoom, needle points and tape: down the right edge; on a low stage behind one button in the
/// upper corner.
void camera_tools(const Ui& ui, const Session& session, const Area& area);

}  // namespace app
