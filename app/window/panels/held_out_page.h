#pragma once

#include <vector>

#include "app/files/held_out_file.h"
#include "app/window/widgets/ui.h"

namespace app {

/// The evidence card of this name is the page below.
inline constexpr const char* kHeldOutCard = "held_out";

/// How the model compares with trials it did not see: in all, then study by study with each published value
/// as a dot over the bar of what 8 of 10 simulated trials give. `studies` is not empty.
void held_out_page(const Ui& ui, const std::vector<HeldOutStudy>& studies, float width);

}  // namespace app
