#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/base/number_text.h"
#include "app/files/texts.h"
#include "app/session/action.h"
#include "app/window/widgets/fonts.h"
#include "app/window/widgets/palette.h"

namespace app {

/// What every panel and widget is drawn with, and where its actions go.
struct Ui {
  const Palette& colours;
  const Fonts& fonts;
  const Texts& texts;
  float scale = 1.0f;  // pixels per dp
  bool kiosk = false;
  std::vector<Action>& actions;

  /// dp to pixels.
  float px(float dp) const { return dp * scale; }
  const std::string& say(std::string_view key) const { return texts.at(key); }
  std::string fill(std::string_view key, Texts::Values values) const { return texts.fill(key, values); }
  void act(Action action) const { actions.push_back(std::move(action)); }
};

ImU32 packed(Colour colour);
ImVec4 vector(Colour colour);

/// Text size in pixels of one line.
ImVec2 text_size(const Ui& ui, TextStyle style, std::string_view text, float wrap_px = 0.0f);

/// Draws text at a place, without layout.
void draw_text_at(const Ui& ui, ImDrawList& list, TextStyle style, ImVec2 at, Colour colour,
                  std::string_view text);

/// Text that fits `width`: the end is cut and replaced by an ellipsis where needed.
std::string shortened(const Ui& ui, TextStyle style, std::string_view text, float width);

/// One line of text in the layout.
void line(const Ui& ui, TextStyle style, Colour colour, std::string_view text);
/// Text wrapped at `width` pixels in the layout.
void paragraph(const Ui& ui, TextStyle style, Colour colour, std::string_view text, float width);
/// Vertical space in dp.
void space(const Ui& ui, float dp);

/// The ImGui style of a theme and scale.
void apply_style(const Palette& colours, float scale);

}  // namespace app
