#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/body/outcome.h"
#include "app/sheet/page/sheet.h"
#include "app/sheet/sheet_facts.h"
#include "app/studio/picture.h"

namespace app {

/// What a person chooses of a sheet.
struct SheetOrder {
  Paper paper = Paper::a4;
  std::vector<double> weeks;  // of the pictures, at most kMostSheetPictures; none: before, peak, last week
  simulation::Responder responder = simulation::Responder::typical;
  std::string iso_date;  // YYYY-MM-DD
};

inline constexpr std::size_t kMostSheetPictures = 4;

/// All that the sheet of a plan says, with its pictures. The photographer needs its context. The same plan,
/// order and files give the same sheet. The weeks are within what is shown of the plan. Throws AssetError for
/// a missing text.
Sheet make_sheet(const std::shared_ptr<const Outcome>& outcome, const SheetOrder& order,
                 const SheetFacts& facts, Photographer& photographer);

/// The same words, with captions of pictures that have no pixels.
Sheet sheet_words(const Outcome& outcome, const SheetOrder& order, const SheetFacts& facts);

}  // namespace app
