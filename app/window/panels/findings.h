#pragma once

#include <string_view>

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// What `check` knows, where the plan is edited.
namespace app {

/// Above the plan: the worst finding, scrolled where it is long, and how many more there are; all of them when the session has
/// them open. A click on one shows the session it is about. Returns the height it took,
/// pixels: closed always the same.
float findings_strip(const Ui& ui, const Session& session, const ViewData& data, const Area& area);

/// Frames the control that was just laid out when an error or a warning is about its field, a path such as
/// `sessions[0].week`; `and_below`: or about anything under that path.
void mark_field(const Ui& ui, const ViewData& data, ImVec2 min, ImVec2 max, std::string_view field,
                bool and_below = false);
/// The same for the item laid out last.
void mark_item(const Ui& ui, const ViewData& data, std::string_view field, bool and_below = false);

}  // namespace app
