#pragma once

#include "app/commands/command_line.h"
#include "app/studio/compose.h"

namespace app {

/// Size, depth and the like of the pictures of `capture`. Throws InputError `--option: what is wrong, what
/// was expected`: sizes out of range, unknown words, options that contradict each other, 16 bits without a
/// still.
PictureFormat read_format(const CaptureArguments& arguments);

}  // namespace app
