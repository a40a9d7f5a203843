#pragma once

#include "app/session/session.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

namespace app {

/// What can go otherwise than hoped: each with how many of 100 have it beside 100 untreated, both ways of
/// saying it, what it rests on, and a button that shows it on the model; the boxed warning first. Draws into
/// the current window.
void side_effects_page(const Ui& ui, const Session& session, const ViewData& data, float width);

}  // namespace app
