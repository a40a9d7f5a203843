#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/image/image.h"
#include "render/image/text.h"

namespace app {

/// What is written on a picture.
struct Notes {
  std::string label;                   // the permanent label, always drawn
  std::vector<std::string> captions;   // one per pane, from left to right
  std::optional<float> heat_limit_mm;  // draws the colour scale
  int keep_clear = 0;                  // rows at top and bottom without letters
};

/// Burns captions, scale and label into the picture. Letters scale with its height.
void annotate(render::Image& image, const render::Font& font, const Notes& notes);

}  // namespace app
