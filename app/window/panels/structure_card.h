#pragma once

#include <functional>

#include "app/window/panels/layout.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// The small card that tells what was tapped.
namespace app {

/// Where a card stands beside a tapped point: inside `room`, at least `gap` pixels from the point, toward the
/// nearer edge of the room, else to the other side, below or above. It is `width` wide, or narrower where
/// there is less; its height is that of its text at that width, or what the room allows.
Area card_beside(const Area& room, ImVec2 point, float gap, float width,
                 const std::function<float(float width)>& height_at);

/// `Calf muscle, inner head`.
std::string structure_words(const Ui& ui, simulation::Structure structure);
/// `gastrocnemius, medial · Right`.
std::string structure_term(const Ui& ui, const Tapped& tapped);

/// Draws the card of what the session has tapped beside the point, in pixels, with a leader line to it, in
/// `room` or, where it does not fit there, in `stage`. The current window must be the stage's.
void structure_card(const Ui& ui, const Session& session, const StructureView& view, ImVec2 point,
                    const Area& room, const Area& stage);

}  // namespace app
