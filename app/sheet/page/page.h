#pragma once

#include <filesystem>
#include <string>

#include "app/sheet/page/sheet.h"

namespace app {

/// The sheet on one page, as the bytes of a PDF: letters and curve as vectors, fonts of the folder embedded
/// and none of the system's, tagged, in reading order. The same sheet gives the same bytes. Where the words
/// are long the type gets smaller, down to kSmallestBody, then pictures are left out; nothing is cut. Throws
/// std::runtime_error where even so it does not fit, or a font is missing.
std::string draw_page(const Sheet& sheet, const std::filesystem::path& font_folder);

/// Sizes of body letters in points: what is aimed at, and what must stay readable.
inline constexpr double kBody = 9.0;
inline constexpr double kSmallestBody = 6.5;

}  // namespace app
