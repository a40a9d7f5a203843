#pragma once

namespace app {

inline constexpr const char* kProgramName = "foreshow";
/// Set by the build from the project's version.
inline constexpr const char* kVersion = FORESHOW_VERSION;
/// Stands in every picture, clip and window; it cannot be switched off.
inline constexpr const char* kLabel = "Simulation - a model, not a patient. Results vary.";

}  // namespace app
