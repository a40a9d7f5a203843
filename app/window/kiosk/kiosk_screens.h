#pragma once

#include "app/window/panels/layout.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// The kiosk's screens. Every target is at least 48 dp and 8 dp from the next; there is no text field, no
/// hover, no file.
namespace app {

struct KioskLayout {
  Area stage, controls, label;
};
KioskLayout kiosk_layout(ImVec2 size, float scale);

/// Draws the screen the session is on, and the question or PIN pad over it.
void kiosk_screens(const Ui& ui, const Session& session, const ViewData& data, ImVec2 window_size);

}  // namespace app
