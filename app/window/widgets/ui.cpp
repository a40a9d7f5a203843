#include "app/window/widgets/ui.h"

#include <imgui_internal.h>

#include <cmath>

#include "app/window/widgets/imgui_hooks.h"

namespace app {

ImU32 packed(Colour c) {
  return IM_COL32(c.red, c.green, c.blue, c.alpha);
}
ImVec4 vector(Colour c) {
  return ImGui::ColorConvertU32ToFloat4(packed(c));
}

ImVec2 text_size(const Ui& ui, TextStyle style, std::string_view text, float wrap_px) {
  const ImFont* font = ui.fonts[style];
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap_px, text.data(), text.data() + text.size());
}

void draw_text_at(const Ui& ui, ImDrawList& list, TextStyle style, ImVec2 where, Colour colour,
                  std::string_view text) {
  const ImFont* font = ui.fonts[style];
  list.AddText(font, font->FontSize, ImVec2(std::round(where.x), std::round(where.y)), packed(colour),
               text.data(), text.data() + text.size());
  tell_written(text);
}

std::string shortened(const Ui& ui, TextStyle style, std::string_view text, float width) {
  std::string fitted(text);
  if (text_size(ui, style, fitted).x <= width) return fitted;
  while (!fitted.empty() && text_size(ui, style, fitted + "…").x > width) {
    while (fitted.size() > 1 && (static_cast<unsigned char>(fitted.back()) & 0xC0) == 0x80) fitted.pop_back();
    fitted.pop_back();
  }
  return fitted + "…";
}

void line(const Ui& ui, TextStyle style, Colour colour, std::string_view text) {
  ImGui::PushFont(ui.fonts[style]);
  ImGui::PushStyleColor(ImGuiCol_Text, packed(colour));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  tell_written(text);
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void paragraph(const Ui& ui, TextStyle style, Colour colour, std::string_view text, float width) {
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
  line(ui, style, colour, text);
  ImGui::PopTextWrapPos();
}

void space(const Ui& ui, float dp) {
  ImGui::Dummy(ImVec2(0.0f, ui.px(dp) - ImGui::GetStyle().ItemSpacing.y));
}

void apply_style(const Palette& colours, float scale) {
  ImGuiStyle style;
  style.WindowPadding = ImVec2(20, 16);
  style.FramePadding = ImVec2(10, 7);
  style.ItemSpacing = ImVec2(8, 8);
  style.ItemInnerSpacing = ImVec2(6, 6);
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 1;
  style.FrameRounding = 8;
  style.PopupRounding = 12;
  style.ChildRounding = 12;
  style.GrabRounding = 8;
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.ScaleAllSizes(scale);
  style.AntiAliasedLinesUseTex = false;
  const auto set = [&](ImGuiCol slot, Colour colour) { style.Colors[slot] = vector(colour); };
  const Colour none{0, 0, 0, 0};
  set(ImGuiCol_Text, colours.text);
  set(ImGuiCol_TextDisabled, colours.text_quiet);
  set(ImGuiCol_WindowBg, colours.panel);
  set(ImGuiCol_ChildBg, none);
  set(ImGuiCol_PopupBg, colours.panel);
  set(ImGuiCol_Border, colours.edge);
  set(ImGuiCol_FrameBg, colours.panel);
  set(ImGuiCol_FrameBgHovered, colours.hover);
  set(ImGuiCol_FrameBgActive, colours.hover);
  set(ImGuiCol_Header, colours.accent_soft);
  set(ImGuiCol_HeaderHovered, colours.hover);
  set(ImGuiCol_HeaderActive, colours.accent_soft);
  set(ImGuiCol_Button, colours.raised);
  set(ImGuiCol_ButtonHovered, colours.hover);
  set(ImGuiCol_ButtonActive, colours.accent_soft);
  set(ImGuiCol_ScrollbarBg, none);
  set(ImGuiCol_ScrollbarGrab, colours.edge);
  set(ImGuiCol_ScrollbarGrabHovered, colours.text_quiet);
  set(ImGuiCol_ScrollbarGrabActive, colours.accent);
  set(ImGuiCol_NavHighlight, colours.accent);
  set(ImGuiCol_TextSelectedBg, colours.band);
  set(ImGuiCol_ModalWindowDimBg, colours.shade);
  set(ImGuiCol_Separator, colours.hairline);
  ImGui::GetStyle() = style;
}

}  // namespace app
