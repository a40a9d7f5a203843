#include <imgui.h>
#include <imgui_internal.h>
#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>

#include "app/base/names.h"
#include "app/window/panels/case_panels.h"
#include "app/window/panels/dialog.h"
#include "app/window/widgets/controls.h"
#include "app/window/widgets/focus_mode.h"

namespace app {
namespace {

using action::AskCase, action::CaseStep;

struct Answer {
  const char* id;
  std::string words;
  AskCase asked;
};

/// A question in one or two sentences. The answers stand at the right, the usual one last; Enter gives it.
void question(const Ui& ui, ImVec2 window_size, std::string_view heading, const std::string& text,
              std::initializer_list<Answer> choices) {
  begin_dialog(ui, "case.dialog", window_size, 520, 0);
  const float width = ImGui::GetContentRegionAvail().x;
  line(ui, TextStyle::title, ui.colours.text, heading);
  space(ui, 6);
  paragraph(ui, TextStyle::body, ui.colours.text, text, width);
  space(ui, 18);
  float all = 0;
  const float gap = ui.px(8);
  for (const Answer& choice : choices)
    all += text_size(ui, TextStyle::strong, choice.words).x + ui.px(24) + (all > 0 ? gap : 0);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, width - all));
  for (const Answer& choice : choices) {
    const bool usual = &choice == choices.end() - 1;
    if (button(ui, choice.id, choice.words, usual ? ButtonLook::primary : ButtonLook::secondary))
      ui.act(choice.asked);
    if (!usual) ImGui::SameLine(0, gap);
    if (usual && ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !focus_moves()) ui.act(choice.asked);
  }
  ImGui::End();
}

void notes(const Ui& ui, const Session& session, ImVec2 window_size) {
  begin_dialog(ui, "case.notes", window_size, 620, 480);
  dialog_heading(ui, ui.say("case.notes"), AskCase{CaseStep::cancel});
  const float width = ImGui::GetContentRegionAvail().x;
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("case.notes.hint"), width);
  space(ui, 4);
  std::string text = session.view().words.notes;
  const float height = ImGui::GetContentRegionAvail().y - control_height(ui) - ui.px(16);
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  if (ImGui::InputTextMultiline("##case.notes.text", &text, ImVec2(width, height)))
    ui.act(action::SetNotes{text});
  space(ui, 10);
  const std::string& done = ui.say("case.notes.done");
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + width - text_size(ui, TextStyle::strong, done).x - ui.px(24));
  if (button(ui, "case.notes.done", done, ButtonLook::primary)) ui.act(AskCase{CaseStep::cancel});
  ImGui::End();
}

}  // namespace

void case_dialog(const Ui& ui, const Session& session, const CaseStatus& cases, ImVec2 window_size) {
  if (cases.dialog == CaseDialog::none) return;
  const AskCase cancel{CaseStep::cancel};
  shade(ui, window_size, cancel);
  const std::string region(name_of(kRegionNames, cases.region));
  const Answer stop{"case.answer/cancel", ui.say("case.cancel"), cancel};
  const Answer other{"case.answer/save_as", ui.say("case.save_as"), {CaseStep::choose_save}};
  const Answer replace{"case.answer/replace", ui.say("case.replace"), {CaseStep::answer_replace}};
  switch (cases.dialog) {
    case CaseDialog::make_new:
      return question(ui, window_size, ui.say("case.new_title"), ui.say("case.new_text"),
                      {stop,
                       {"case.answer/face", ui.say("region.face"), {CaseStep::make_new, "face"}},
                       {"case.answer/calf", ui.say("region.calf"), {CaseStep::make_new, "calf"}}});
    case CaseDialog::notes:
      return notes(ui, session, window_size);
    case CaseDialog::unsaved:
      return question(ui, window_size, ui.say("case.unsaved_title"),
                      cases.about.empty() ? ui.say("case.unsaved_text." + region)
                                          : ui.fill("case.unsaved_file", {{"file", cases.about}}),
                      {stop,
                       {"case.answer/discard", ui.say("case.discard"), {CaseStep::answer_discard}},
                       {"case.answer/save", ui.say("case.save"), {CaseStep::answer_save}}});
    case CaseDialog::changed_file:
      return question(ui, window_size, ui.say("case.changed_title"),
                      ui.fill("case.changed_text", {{"file", cases.about}}), {stop, replace, other});
    case CaseDialog::file_in_use:
      return question(ui, window_size, ui.say("case.in_use_title"),
                      ui.fill("case.in_use_text", {{"file", cases.about}}), {stop, replace, other});
    case CaseDialog::file_there:
      return question(ui, window_size, ui.say("case.there_title"),
                      ui.fill("case.there_text", {{"file", cases.about}}), {stop, replace, other});
    case CaseDialog::left_behind:
      return question(ui, window_size, ui.say("case.left_title"),
                      ui.fill("case.left_text." + region, {{"time", cases.about}}),
                      {{"case.answer/cancel", ui.say("case.later"), cancel},
                       {"case.answer/forget", ui.say("case.forget"), {CaseStep::forget}},
                       {"case.answer/recover", ui.say("case.recover"), {CaseStep::recover}}});
    case CaseDialog::elsewhere:
      return question(ui, window_size, ui.say("case.elsewhere_title"), ui.say("case.elsewhere_text"), {stop});
    case CaseDialog::chooser:
      return case_chooser(ui, cases.chooser, window_size);
    case CaseDialog::none:
      return;
  }
}

}  // namespace app
