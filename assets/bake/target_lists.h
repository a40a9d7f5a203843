#pragma once

#include <string>
#include <vector>

namespace bake {

/// Macro targets of adults: ancestry x sex x age and the muscle and weight grid. All of them, also the rows
/// that move nothing, so that a reader may add up the full mix.
std::vector<std::string> macro_targets();
/// Targets that shape the lower legs and feet, beside the macros.
std::vector<std::string> leg_targets();
/// Expression units of the three ancestries and static face shapes, beside the macros.
std::vector<std::string> face_targets();

}  // namespace bake
