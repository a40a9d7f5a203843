#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "app/window/widgets/controls.h"

namespace app {
namespace {

struct Paint {
  Colour fill{0, 0, 0, 0};
  Colour edge{0, 0, 0, 0};
  Colour ink;
};

Paint paint_of(const Ui& ui, ButtonLook look, const Press& press, bool enabled) {
  const Palette& c = ui.colours;
  Paint paint;
  paint.ink = enabled ? c.text : c.text_quiet;
  if (look == ButtonLook::primary && enabled) {
    paint.fill = press.held ? blend({0, 0, 0, 40}, c.accent)
                            : (press.hovered ? blend({255, 255, 255, 24}, c.accent) : c.accent);
    paint.ink = c.on_accent;
  } else if (press.hovered && enabled) {
    paint.fill = press.held ? c.accent_soft : c.hover;
  } else if (look == ButtonLook::secondary) {
    paint.fill = c.panel;
  }
  if (look == ButtonLook::secondary) paint.edge = c.edge;
  if (look == ButtonLook::chosen) paint = {c.accent_soft, c.accent, c.on_soft};
  return paint;
}

void draw_ground(const Ui& ui, const Paint& paint, const Press& press, float rounding_dp) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (paint.fill.alpha) list.AddRectFilled(press.min, press.max, packed(paint.fill), ui.px(rounding_dp));
  if (paint.edge.alpha)
    list.AddRect(press.min, press.max, packed(paint.edge), ui.px(rounding_dp), 0, ui.px(1));
}

}  // namespace

bool button(const Ui& ui, const char* id, std::string_view label, ButtonLook look, Icon icon, ImVec2 size,
            bool enabled) {
  const TextStyle style = look == ButtonLook::quiet ? TextStyle::body : TextStyle::strong;
  const ImVec2 words = text_size(ui, style, label);
  const float icon_size = icon == Icon::none ? 0.0f : ui.px(ui.kiosk ? 24.0f : 16.0f);
  const float gap = icon == Icon::none || label.empty() ? 0.0f : ui.px(8);
  const float content = words.x + gap + icon_size;
  if (size.x <= 0) size.x = content + ui.px(ui.kiosk ? 44.0f : 24.0f);
  if (size.y <= 0) size.y = control_height(ui);
  if (!enabled) ImGui::BeginDisabled();
  const Press press = press_area(ui, id, size);
  if (!enabled) ImGui::EndDisabled();
  const Paint paint = paint_of(ui, look, press, enabled);
  draw_ground(ui, paint, press, ui.kiosk ? 14.0f : 8.0f);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = (press.min.y + press.max.y) / 2;
  float x = (press.min.x + press.max.x - content) / 2;
  if (icon != Icon::none)
    draw_icon(list, icon, ImVec2(x + icon_size / 2, middle), icon_size, packed(paint.ink));
  x += icon_size + gap;
  draw_text_at(ui, list, style, ImVec2(x, middle - words.y / 2), paint.ink,
               shortened(ui, style, label, press.max.x - x - ui.px(4)));
  return press.clicked && enabled;
}

bool icon_button(const Ui& ui, const char* id, Icon icon, std::string_view words, bool selected, bool enabled,
                 bool repeat, float size_dp) {
  const float side = size_dp > 0 ? ui.px(size_dp) : control_height(ui);
  if (!enabled) ImGui::BeginDisabled();
  const Press press = press_area(ui, id, ImVec2(side, side), repeat);
  tooltip(ui, words);
  if (!enabled) ImGui::EndDisabled();
  Paint paint = paint_of(ui, ui.kiosk ? ButtonLook::secondary : ButtonLook::quiet, press, enabled);
  if (selected) {
    paint.fill = ui.colours.accent_soft;
    paint.ink = ui.colours.on_soft;
  }
  draw_ground(ui, paint, press, ui.kiosk ? 14.0f : 8.0f);
  const ImVec2 centre((press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2);
  Colour ink = paint.ink;
  if (!enabled) ink = blend({ink.red, ink.green, ink.blue, 110}, ui.colours.panel);
  draw_icon(*ImGui::GetWindowDrawList(), icon, centre, side * (ui.kiosk ? 0.42f : 0.5f), packed(ink));
  return press.clicked && enabled;
}

bool info_button(const Ui& ui, const char* id, std::string_view words) {
  const float side = ui.kiosk ? control_height(ui) : ui.px(24);
  const Press press = press_area(ui, id, ImVec2(side, side));
  tooltip(ui, words);
  const ImVec2 centre((press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (press.hovered) list.AddCircleFilled(centre, side / 2, packed(ui.colours.hover));
  draw_icon(list, Icon::info, centre, ui.px(ui.kiosk ? 26.0f : 17.0f),
            packed(press.hovered ? ui.colours.accent : ui.colours.text_quiet));
  return press.clicked;
}

}  // namespace app
