#include "app/window/kiosk/kiosk_screens.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/window/kiosk/kiosk_main.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

void label(const Ui& ui, const Area& area) {
  begin_area("label", area, ImVec2(0, 0), packed(ui.colours.accent_soft));
  const std::string words = shortened(ui, TextStyle::strong, ui.say("simulation_label"), area.width() - ui.px(16));
  const ImVec2 size = text_size(ui, TextStyle::strong, words);
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::strong,
               ImVec2((area.width() - size.x) / 2, area.min.y + (area.height() - size.y) / 2), ui.colours.on_soft,
               words);
  ImGui::End();
}

void attract(const Ui& ui, const Session& session, const Area& stage) {
  begin_area("kiosk.attract", stage, ImVec2(0, 0), IM_COL32_BLACK_TRANS);
  if (press_area(ui, "kiosk.begin", ImVec2(stage.width(), stage.height())).clicked) ui.act(action::Touch{});
  const std::string& headline = ui.say(session.region == simulation::Region::calf ? "kiosk.attract.calf"
                                                                                  : "kiosk.attract.face");
  const std::string& begin = ui.say("kiosk.begin");
  const ImVec2 button_size(text_size(ui, TextStyle::large, begin).x + ui.px(72), ui.px(84));
  const float pad = ui.px(28), middle = (stage.min.x + stage.max.x) / 2;
  const float width = std::min(stage.width() - 2 * pad, std::max(text_size(ui, TextStyle::title, headline).x, button_size.x) + 2 * pad);
  const float words_height = text_size(ui, TextStyle::title, headline).y;
  const float height = words_height + button_size.y + 3 * ui.px(20);
  const ImVec2 min(middle - width / 2, stage.max.y - height - pad);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, ImVec2(min.x + width, min.y + height), packed(ui.colours.panel), ui.px(24));
  const std::string shown = shortened(ui, TextStyle::title, headline, width - pad);
  draw_text_at(ui, list, TextStyle::title,
               ImVec2(middle - text_size(ui, TextStyle::title, shown).x / 2, min.y + ui.px(20)), ui.colours.text, shown);
  const ImVec2 b(middle - button_size.x / 2, min.y + words_height + 2 * ui.px(20));
  list.AddRectFilled(b, ImVec2(b.x + button_size.x, b.y + button_size.y), packed(ui.colours.accent), ui.px(20));
  const ImVec2 text = text_size(ui, TextStyle::large, begin);
  draw_text_at(ui, list, TextStyle::large, ImVec2(middle - text.x / 2, b.y + (button_size.y - text.y) / 2),
               ui.colours.on_accent, begin);
  ImGui::End();
}

/// A dialog in the middle over a shaded screen; ends with two ImGui::End().
float begin_question(const Ui& ui, const char* name, ImVec2 window_size, float width_dp, float height_dp) {
  begin_area((std::string(name) + ".shade").c_str(), {{0, 0}, window_size}, ImVec2(0, 0), packed(ui.colours.shade));
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const float width = std::min(ui.px(width_dp), window_size.x - ui.px(32));
  const float height = std::min(ui.px(height_dp), window_size.y - ui.px(32));
  const ImVec2 min((window_size.x - width) / 2, (window_size.y - height) / 2);
  ImGui::GetWindowDrawList()->AddRectFilled(min, ImVec2(min.x + width, min.y + height), packed(ui.colours.panel),
                                            ui.px(24));
  ImGui::SetCursorScreenPos(ImVec2(min.x + ui.px(32), min.y + ui.px(28)));
  ImGui::BeginGroup();
  return width - ui.px(64);
}

void end_question() {
  ImGui::EndGroup();
  ImGui::End();
}

void notice(const Ui& ui, ImVec2 window_size) {
  const float width = begin_question(ui, "kiosk.notice", window_size, 620, 400);
  line(ui, TextStyle::number, ui.colours.text, ui.say("kiosk.notice.title"));
  space(ui, 8);
  paragraph(ui, TextStyle::body, ui.colours.text, ui.say("kiosk.notice.text"), width);
  space(ui, 20);
  if (button(ui, "kiosk.notice.accept", ui.say("kiosk.notice.accept"), ButtonLook::primary)) {
    ui.act(action::Touch{});
    ui.act(action::AcceptNotice{});
  }
  ImGui::SameLine(0, ui.px(16));
  if (button(ui, "kiosk.notice.leave", ui.say("kiosk.notice.leave"), ButtonLook::secondary))
    ui.act(action::StartOver{});
  end_question();
}

void still_there(const Ui& ui, const Session& session, ImVec2 window_size) {
  const float width = begin_question(ui, "kiosk.still", window_size, 560, 300);
  line(ui, TextStyle::number, ui.colours.text, ui.say("kiosk.still.title"));
  space(ui, 8);
  const std::string seconds = number_text(std::ceil(session.kiosk.countdown_s), 0);
  paragraph(ui, TextStyle::body, ui.colours.text, ui.fill("kiosk.still.text", {{"seconds", seconds}}), width);
  space(ui, 20);
  if (button(ui, "kiosk.still.stay", ui.say("kiosk.still.stay"), ButtonLook::primary)) ui.act(action::Touch{});
  end_question();
}

void pin_pad(const Ui& ui, const Session& session, ImVec2 window_size) {
  const KioskState& kiosk = session.kiosk;
  begin_question(ui, "kiosk.exit", window_size, 320, 520);
  line(ui, TextStyle::title, ui.colours.text, ui.say("kiosk.exit.title"));
  std::string dots;
  for (std::size_t i = 0; i < kiosk.settings.exit_pin.size(); ++i) dots += i < kiosk.pin.size() ? "• " : "· ";
  line(ui, TextStyle::title, ui.colours.text, kiosk.pin_wrong ? ui.say("kiosk.exit.wrong") : dots);
  space(ui, 8);
  const ImVec2 key(ui.px(76), control_height(ui));
  const float gap = ui.px(12);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(gap, gap));
  for (int digit = 1; digit <= 10; ++digit) {
    const int shown = digit % 10;
    if (digit % 3 != 1) ImGui::SameLine(0, gap);
    const std::string words = std::to_string(shown);
    if (button(ui, ("kiosk.pin/" + words).c_str(), words, ButtonLook::secondary, Icon::none, key))
      ui.act(action::PinDigit{shown});
  }
  ImGui::SameLine(0, gap);
  if (button(ui, "kiosk.exit.close", ui.say("kiosk.exit.close"), ButtonLook::secondary, Icon::none,
             ImVec2(2 * key.x + gap, key.y)))
    ui.act(action::ClosePinPad{});
  ImGui::PopStyleVar();
  end_question();
}

/// Held for long enough, the right end of the label opens the PIN pad. Nothing shows that it is there.
void exit_corner(const Ui& ui, const Session& session, ImVec2 window_size) {
  if (session.kiosk.settings.exit_pin.empty()) return;
  const ImVec2 size(ui.px(64), ui.px(48));
  begin_area("kiosk.exit.corner", {{window_size.x - size.x, window_size.y - size.y}, window_size}, ImVec2(0, 0),
             IM_COL32_BLACK_TRANS);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const Press press = press_area(ui, "kiosk.corner", size);
  if (press.held && ImGui::GetIO().MouseDownDuration[0] >= session.kiosk.settings.hold_s) {
    ImGui::ClearActiveID();
    ui.act(action::OpenPinPad{});
  }
  ImGui::End();
}

}  // namespace

void kiosk_screens(const Ui& ui, const Session& session, const ViewData& data, ImVec2 window_size) {
  const KioskLayout layout = kiosk_layout(session, window_size, ui.scale);
  const KioskState& kiosk = session.kiosk;
  const bool asked = kiosk.still_there || kiosk.pin_pad;
  label(ui, layout.label);
  if (asked) ImGui::BeginDisabled();
  if (kiosk.screen == KioskScreen::attract) attract(ui, session, layout.stage);
  if (kiosk.screen == KioskScreen::main) kiosk_main(ui, session, data, layout);
  if (kiosk.screen == KioskScreen::notice) notice(ui, window_size);
  if (asked) ImGui::EndDisabled();
  if (kiosk.still_there)
    still_there(ui, session, window_size);
  else if (kiosk.pin_pad)
    pin_pad(ui, session, window_size);
  else
    exit_corner(ui, session, window_size);
}

}  // namespace app
