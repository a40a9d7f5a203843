#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/widgets/ui.h"

/// Where the model is drawn and how the pointer moves it.
namespace app {

/// One pane, or two of equal width for before and after, or for two plans.
std::vector<Area> stage_panes(Join compare, const Area& stage);

/// Place in a pane as -1 to 1, x right, y up.
glm::dvec2 to_ndc(const Area& pane, ImVec2 pixel);

/// Takes the pointer over the model: left drag turns, right or middle drag moves, the wheel comes closer to
/// what is under it. Also tells the session the shape of a pane. Controls drawn after it lie over it. Returns
/// true when the left button was pressed and let go in one place.
bool model_input(const Ui& ui, const Session& session, const Area& stage);

}  // namespace app
