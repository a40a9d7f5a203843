#pragma once

#include <string>

#include "app/body/spread_words.h"
#include "app/session/session.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// How a number's range and what it holds are shown in panels and cards.
namespace app {

/// Words of a curve's values: with their unit, grades by their names.
ValueWords words_of_values(const Ui& ui, const Curve& curve);

/// `Most people −0.9 cm to −0.1 cm` at the session's week.
std::string people_words(const Ui& ui, const Session& session, const Curve& curve);

/// `words` of the range of people over a thin bar of what spreads. The bar's words show beside a resting
/// pointer, and in the card of the number.
void range_of_people(const Ui& ui, const Session& session, const Curve& curve, const std::string& words,
                     float width);

/// The range as read, the bar, and its parts in words; below the words of the people. `side`: whose they are
/// where sides differ, else empty.
void reading_and_parts(const Ui& ui, const Session& session, const Curve& curve, const std::string& side,
                       float width);

/// The parts of a number's spread at the session's week, one by one, for its card. Nothing when there is no
/// spread.
void spread_section(const Ui& ui, const Session& session, const Curve& curve, float width);

}  // namespace app
