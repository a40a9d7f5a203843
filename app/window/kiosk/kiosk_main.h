#pragma once

#include "app/window/kiosk/kiosk_screens.h"

namespace app {

/// The screen a patient uses: region, product, view over the model; sentence and timeline below it.
void kiosk_main(const Ui& ui, const Session& session, const ViewData& data, const KioskLayout& layout);

}  // namespace app
