#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// What the cards of the outcome panel are made of.
namespace app {

/// Quiet words with the button that opens an evidence card; its test name is info/ID.
void card_heading(const Ui& ui, std::string_view words, const action::OpenCard& card, const std::string& id,
                  float width);
/// The card of a quantity, which also tells what its range holds.
action::OpenCard card_with_range(const std::string& quantity);

/// `Left   36.4 → 35.9 cm`
void before_after(const Ui& ui, std::string_view place, const std::string& before, const std::string& now,
                  std::string_view unit);

/// `left`, `right` or both: the treated sides, both when none is.
std::vector<std::string> sides_shown(const Session& session);

/// Girth under the tape, girth at every height with the tape in it, and where the tape is put.
void tape_card(const Ui& ui, const TapeView& tape, float width);

/// What the timeline shows, of both plans; nothing while there is but one.
void beside_card(const Ui& ui, const Session& session, const ViewData& data, float width);

/// How much thinner the treated muscles are, of one or both plans.
void thickness_card(const Ui& ui, const Session& session, const ViewData& data, float width);

/// What probe and scanner would read: thickness, volume, movement of the skin.
void measures_card(const Ui& ui, const Session& session, const ViewData& data, float width);

}  // namespace app
