#pragma once

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/widgets/ui.h"

namespace app {

/// What the colours of the layer mean, at the left edge of the stage: millimetres of the change map, or the
/// blocked share of muscles. Nothing on the skin layer. `bottom`: the top of what floats at the lower edge,
/// which grows with the effort and the tools.
void layer_legend(const Ui& ui, const Session& session, const Area& stage, float bottom);

}  // namespace app
