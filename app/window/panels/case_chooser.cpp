#include <imgui.h>
#include <misc/cpp/imgui_stdlib.h>

#include <filesystem>

#include "app/window/panels/case_panels.h"
#include "app/window/panels/dialog.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using action::AskCase, action::CaseStep;

/// The end of a path, which tells more than its start.
std::string end_of(const Ui& ui, const std::string& path, float width) {
  if (text_size(ui, TextStyle::body, path).x <= width) return path;
  std::size_t from = 0;
  while ((from = path.find('/', from + 1)) != std::string::npos) {
    const std::string end = "…" + path.substr(from);
    if (text_size(ui, TextStyle::body, end).x <= width) return end;
  }
  return shortened(ui, TextStyle::body, path, width);
}

void folder_row(const Ui& ui, const ChooserView& chooser, float width) {
  const std::filesystem::path folder(chooser.folder);
  const bool top = folder == folder.root_path();
  if (icon_button(ui, "chooser.up", Icon::left, ui.say("chooser.up"), false, !top))
    ui.act(AskCase{CaseStep::folder, folder.parent_path().string()});
  ImGui::SameLine(0, ui.px(8));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string words = end_of(ui, chooser.folder, width - control_height(ui) - ui.px(12));
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::body,
               ImVec2(at.x, at.y + (control_height(ui) - text_size(ui, TextStyle::body, words).y) / 2),
               ui.colours.text_quiet, words);
  ImGui::NewLine();
}

void entry_row(const Ui& ui, const ChooserView& chooser, const FolderEntry& entry, const std::string& id,
               float width) {
  const Press press = press_area(ui, id.c_str(), ImVec2(width, ui.px(32)));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool picked = !entry.folder && entry.name == chooser.name;
  if (picked || press.hovered)
    list.AddRectFilled(press.min, press.max, packed(picked ? ui.colours.accent_soft : ui.colours.hover),
                       ui.px(8));
  const float middle = (press.min.y + press.max.y) / 2;
  draw_icon(list, entry.folder ? Icon::folder : Icon::file, ImVec2(press.min.x + ui.px(18), middle),
            ui.px(16), packed(entry.folder ? ui.colours.accent : ui.colours.text_quiet));
  const std::string words = shortened(ui, TextStyle::body, entry.name, width - ui.px(46));
  draw_text_at(ui, list, TextStyle::body,
               ImVec2(press.min.x + ui.px(36), middle - text_size(ui, TextStyle::body, words).y / 2),
               picked ? ui.colours.on_soft : ui.colours.text, words);
  if (!press.clicked) return;
  if (entry.folder)
    return ui.act(AskCase{CaseStep::folder, (std::filesystem::path(chooser.folder) / entry.name).string()});
  ui.act(AskCase{CaseStep::name, entry.name});
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) || picked) ui.act(AskCase{CaseStep::take});
}

void entries(const Ui& ui, const ChooserView& chooser, ImVec2 size) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, packed(ui.colours.raised));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(8)));
  ImGui::BeginChild("chooser.list", size, ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(2)));
  const float width = ImGui::GetContentRegionAvail().x;
  if (!chooser.problem.empty())
    paragraph(ui, TextStyle::body, ui.colours.text, ui.fill("chooser.problem", {{"why", chooser.problem}}),
              width);
  else if (chooser.entries.empty())
    line(ui, TextStyle::body, ui.colours.text_quiet,
         ui.say(chooser.reading ? "chooser.reading" : "chooser.empty"));
  for (std::size_t i = 0; i < chooser.entries.size(); ++i)
    entry_row(ui, chooser, chooser.entries[i], "chooser.entry/" + std::to_string(i), width);
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

}  // namespace

void case_chooser(const Ui& ui, const ChooserView& chooser, ImVec2 window_size) {
  const AskCase cancel{CaseStep::cancel};
  begin_dialog(ui, "chooser", window_size, 680, 560);
  dialog_heading(ui, ui.say(chooser.saving ? "case.choose_save" : "case.choose_open"), cancel);
  const float width = ImGui::GetContentRegionAvail().x;
  folder_row(ui, chooser, width);
  const float below = control_height(ui) + ui.px(44);
  entries(ui, chooser, ImVec2(width, ImGui::GetContentRegionAvail().y - below));
  space(ui, 14);
  const std::string& words = ui.say(chooser.saving ? "case.save" : "chooser.open");
  const float do_width = text_size(ui, TextStyle::strong, words).x + ui.px(24);
  const float stop_width = text_size(ui, TextStyle::strong, ui.say("case.cancel")).x + ui.px(24);
  std::string name = chooser.name;
  ImGui::SetNextItemWidth(width - do_width - stop_width - ui.px(20));
  if (ImGui::IsWindowAppearing() && chooser.saving) ImGui::SetKeyboardFocusHere();
  const float before = ImGui::GetCursorPosY();
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      ImVec2(ui.px(10), (control_height(ui) - ImGui::GetFontSize()) / 2));
  const bool entered = ImGui::InputTextWithHint("##chooser.name", ui.say("chooser.name").c_str(), &name,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  ImGui::PopStyleVar();
  if (name != chooser.name) ui.act(AskCase{CaseStep::name, name});
  if (entered) ui.act(AskCase{CaseStep::take});
  ImGui::SameLine(0, ui.px(12));
  ImGui::SetCursorPosY(before);
  if (button(ui, "case.answer/cancel", ui.say("case.cancel"), ButtonLook::secondary)) ui.act(cancel);
  ImGui::SameLine(0, ui.px(8));
  ImGui::SetCursorPosY(before);
  if (button(ui, "chooser.take", words, ButtonLook::primary, Icon::none, ImVec2(0, 0), !chooser.name.empty()))
    ui.act(AskCase{CaseStep::take});
  ImGui::End();
}

}  // namespace app
