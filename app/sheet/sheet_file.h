#pragma once

#include <filesystem>
#include <string>

#include "app/files/paths.h"
#include "app/sheet/page/sheet.h"

namespace app {

/// The sheet as the bytes of a PDF of one page: letters and curve as vectors, fonts embedded, tagged. The
/// same sheet gives the same bytes. Opens the library that draws it. Throws AssetError where that is missing,
/// InputError where the sheet's words do not fit on one page.
std::string sheet_pdf(const Sheet& sheet, const Paths& paths);

}  // namespace app
