#pragma once

#include <imgui.h>

namespace app {

enum class Icon {
  none,
  play,
  pause,
  reverse,
  step_back,
  step_forward,
  first,
  last,
  loop,
  info,
  camera,
  undo,
  redo,
  reset,
  keys,
  close,
  plus,
  minus,
  chevron_down,
  left,
  right,
  warning,
  search,
  text_size,
  turn_left,
  turn_right,
  check,
  cube,
  tape,
  needle,
  folder,
  file,
  page,
};

/// Draws an icon of size x size pixels around a centre, in one colour.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace app
