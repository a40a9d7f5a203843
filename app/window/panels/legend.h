#pragma once

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/widgets/ui.h"

namespace app {

/// What the colours of the layer mean, in the lower left corner of the stage: millimetres of the change map,
/// or the blocked share of muscles. Nothing on the skin layer.
void layer_legend(const Ui& ui, const Session& session, const Area& stage);

}  // namespace app
