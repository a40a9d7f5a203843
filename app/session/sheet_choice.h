#pragma once

#include "app/sheet/page/sheet.h"

namespace app {

/// Where a sheet is put: the user's documents, or the folder the program was started in.
enum class SheetPlace { documents, here };
inline constexpr std::size_t kSheetPlaceCount = 2;

/// Kept alone, or sent to the printer as well.
enum class SheetUse { save, print };

struct SheetChoice {
  Paper paper = Paper::a4;
  SheetPlace place = SheetPlace::documents;
  bool operator==(const SheetChoice&) const = default;
};

/// Counts up; the window makes a sheet when it sees a new one.
struct SheetRequest {
  unsigned number = 0;
  SheetUse use = SheetUse::save;
  bool operator==(const SheetRequest&) const = default;
};

}  // namespace app
