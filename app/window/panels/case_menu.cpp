#include <imgui.h>
#include <misc/cpp/imgui_stdlib.h>

#include <filesystem>

#include "app/window/panels/case_panels.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using action::AskCase, action::CaseStep;

constexpr float kMenuWidthDp = 320;

/// A line of the menu: what it does, and its key or folder at the right. Returns whether it was chosen.
bool row(const Ui& ui, const char* id, std::string_view words, std::string_view quiet,
         Icon icon = Icon::none) {
  const float width = ui.px(kMenuWidthDp), pad = ui.px(10);
  const Press press = press_area(ui, id, ImVec2(width, ui.px(32)));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (press.hovered) list.AddRectFilled(press.min, press.max, packed(ui.colours.hover), ui.px(8));
  const float middle = (press.min.y + press.max.y) / 2;
  float left = press.min.x + pad;
  if (icon != Icon::none) {
    draw_icon(list, icon, ImVec2(left + ui.px(7), middle), ui.px(14), packed(ui.colours.accent));
    left += ui.px(24);
  }
  const float half = (width - 2 * pad) / 2;
  const std::string end = shortened(ui, TextStyle::caption, quiet, half);
  const ImVec2 end_size = text_size(ui, TextStyle::caption, end);
  const float right = press.max.x - pad - end_size.x;
  const std::string begin = shortened(ui, TextStyle::body, words, right - left - ui.px(12));
  draw_text_at(ui, list, TextStyle::body, ImVec2(left, middle - text_size(ui, TextStyle::body, begin).y / 2),
               ui.colours.text, begin);
  draw_text_at(ui, list, TextStyle::caption, ImVec2(right, middle - end_size.y / 2), ui.colours.text_quiet,
               end);
  if (press.clicked) ImGui::CloseCurrentPopup();
  return press.clicked;
}

void rule(const Ui& ui) {
  space(ui, 8);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + ui.px(kMenuWidthDp), at.y),
                                      packed(ui.colours.hairline));
  space(ui, 10);
}

void title_field(const Ui& ui, const Session& session) {
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("case.title"));
  std::string title = session.view().words.title;
  const std::string hint = session.plan().title.empty() ? ui.say("plan.untitled") : session.plan().title;
  ImGui::SetNextItemWidth(ui.px(kMenuWidthDp));
  if (ImGui::InputTextWithHint("##case.title", hint.c_str(), &title)) ui.act(action::SetCaseTitle{title});
}

std::string state_of(const Ui& ui, const CaseStatus& cases) {
  if (cases.file.empty()) return ui.say(cases.changed ? "case.state.unsaved" : "case.state.fresh");
  return ui.fill(cases.changed ? "case.state.changed" : "case.state.saved", {{"file", cases.file}});
}

void recent(const Ui& ui, const CaseStatus& cases) {
  rule(ui);
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("case.recent"));
  for (std::size_t i = 0; i < cases.recent.size(); ++i) {
    const std::filesystem::path file(cases.recent[i]);
    const std::string id = "case.recent/" + std::to_string(i);
    if (row(ui, id.c_str(), file.filename().string(), file.parent_path().filename().string()))
      ui.act(AskCase{CaseStep::open, cases.recent[i]});
  }
  if (row(ui, "case.recent_kept", ui.say("case.recent_kept"), "",
          cases.recent_kept ? Icon::check : Icon::close))
    ui.act(AskCase{cases.recent_kept ? CaseStep::drop_recent : CaseStep::keep_recent});
}

}  // namespace

std::string case_title(const Ui& ui, const Session& session) {
  if (const std::string& own = session.view().words.title; !own.empty()) return own;
  return session.plan().title.empty() ? ui.say("plan.untitled") : session.plan().title;
}

void case_menu(const Ui& ui, const Session& session, const CaseStatus& cases) {
  const std::string& name = ui.say("product_name");
  const ImVec2 words = text_size(ui, TextStyle::title, name);
  const float icon = ui.px(14), gap = ui.px(7), pad = ui.px(8);
  const Press press = press_area(ui, "top.case", ImVec2(words.x + gap + icon + 2 * pad, control_height(ui)));
  tooltip(ui, ui.say("case.menu"));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (press.hovered) list.AddRectFilled(press.min, press.max, packed(ui.colours.hover), ui.px(8));
  const float middle = (press.min.y + press.max.y) / 2;
  draw_text_at(ui, list, TextStyle::title, ImVec2(press.min.x + pad, middle - words.y / 2), ui.colours.accent,
               name);
  draw_icon(list, Icon::chevron_down, ImVec2(press.max.x - pad - icon / 2, middle + ui.px(1)), icon,
            packed(ui.colours.accent));
  if (press.clicked) ImGui::OpenPopup("case");
  ImGui::SetNextWindowPos(ImVec2(press.min.x, press.max.y + ui.px(8)), ImGuiCond_Appearing);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(14)));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(4)));
  if (ImGui::BeginPopup("case")) {
    title_field(ui, session);
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, state_of(ui, cases), ui.px(kMenuWidthDp));
    rule(ui);
    if (row(ui, "case.new", ui.say("case.new"), "Ctrl+N")) ui.act(AskCase{CaseStep::ask_new});
    if (row(ui, "case.open", ui.say("case.open"), "Ctrl+O")) ui.act(AskCase{CaseStep::choose_open});
    if (row(ui, "case.save", ui.say("case.save"), "Ctrl+S")) ui.act(AskCase{CaseStep::save});
    if (row(ui, "case.save_as", ui.say("case.save_as"), "Ctrl+Shift+S"))
      ui.act(AskCase{CaseStep::choose_save});
    if (row(ui, "case.notes", ui.say("case.notes.open"), "")) ui.act(AskCase{CaseStep::show_notes});
    recent(ui, cases);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

}  // namespace app
