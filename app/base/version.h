#pragma once

namespace app {

inline constexpr const char* kProgramName = "foreshow";
/// Set by the build from the project's version.
inline constexpr const char* kVersion = FORESHOW_VERSION;

}  // namespace app
