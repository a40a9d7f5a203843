#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/body/outcome.h"
#include "app/files/paths.h"
#include "app/session/session.h"

namespace app {

/// The folder of a place.
std::filesystem::path sheet_folder(SheetPlace place);

/// Writes the take-home sheet of the session's plan, as `sheet` would, as `foreshow_REGION_sheet_N.pdf` in
/// the chosen folder; N is the first number that is free. Returns the file. Needs the window's context.
/// Throws InputError when the file cannot be written or the outcome is not that of the plan shown yet.
std::filesystem::path save_sheet(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                 const Paths& paths);

/// What is said of a sheet that was asked for.
struct SheetNews {
  std::string words;    // where it is, whether it went to the printer, or why there is none
  bool failed = false;  // there is none
};

/// Makes the sheet and tells of it. Never throws. Words come from the texts.
SheetNews sheet_news(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                     const Paths& paths, const Texts& texts);

}  // namespace app
