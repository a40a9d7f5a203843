#pragma once

#include <span>

namespace app {

/// Before ImGui::NewFrame(): Tab starts moving the focus by keys, a click or Esc ends it. Outside of it the
/// arrow keys, Home, End and Space belong to the timeline.
void follow_focus_mode();

/// At the start of a frame, before the areas are laid out: the first Tab shows the focus in one of them, F6
/// takes it to the next. areas: window names, in reading order; those that do not show are passed over.
void move_between_areas(std::span<const char* const> areas);

/// Whether the keys move the focus now.
bool focus_moves();

}  // namespace app
