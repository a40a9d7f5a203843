#pragma once

#include <string>

#include "app/sheet/page/sheet.h"

/// The one door of the library that draws sheets (libforeshow_sheet.so). It is opened when a sheet is asked
/// for, so that no other start pays for Cairo and Pango.
namespace app {

struct DrawnSheet {
  std::string bytes;    // of the PDF
  std::string problem;  // why there are none; else empty
};

inline constexpr const char* kDrawSheetSymbol = "foreshow_draw_sheet";
using DrawSheet = void (*)(const Sheet& sheet, const char* font_folder, DrawnSheet& drawn);

}  // namespace app

extern "C" __attribute__((visibility("default"))) void foreshow_draw_sheet(const app::Sheet& sheet,
                                                                           const char* font_folder,
                                                                           app::DrawnSheet& drawn);
