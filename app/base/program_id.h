#pragma once

#include <string>

namespace app {

/// Names this very build of the running program on this kind of machine: two with the same name work out the
/// same bytes. It is made of the build id that the linker writes, the version of the C library and whether
/// the processor fuses multiply and add, since the library's functions round differently with that.
const std::string& program_id();

}  // namespace app
