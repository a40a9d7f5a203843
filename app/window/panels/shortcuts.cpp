#include "app/window/panels/shortcuts.h"

#include <imgui_internal.h>

#include <algorithm>

#include "app/window/widgets/focus_mode.h"

namespace app {
namespace {

using Done = std::optional<Action>;

template <render::StandardView view>
Done look_from(const Session&, const ViewData&) {
  return action::SetView{view};
}
/// The close-ups that the region has, from the first on.
template <int number>
Done look_close(const Session& session, const ViewData&) {
  int seen = 0;
  for (const render::StandardView view : render::kStandardViews)
    if (render::is_close_up(view) && render::offers(session.framing(), view) && ++seen == number)
      return action::SetView{view};
  return std::nullopt;
}
template <typename A>
Done plain(const Session&, const ViewData&) {
  return A{};
}
template <int weeks>
Done step_weeks(const Session&, const ViewData&) {
  return action::StepWeeks{weeks};
}
template <int months>
Done step_months(const Session&, const ViewData&) {
  return action::StepMonths{months};
}
template <render::Layer layer>
Done show_layer(const Session& session, const ViewData&) {
  return action::SetLayer{session.layer == layer ? render::Layer::skin : layer};
}
template <Join compare>
Done show_compare(const Session& session, const ViewData&) {
  return action::SetCompare{session.compare == compare ? Join::one : compare};
}
Done show_tape(const Session& session, const ViewData&) {
  return action::ShowTape{!session.tape.shown};
}
Done show_points(const Session& session, const ViewData&) {
  return action::ShowPoints{!session.points.shown};
}
Done turn_direction(const Session& session, const ViewData&) {
  return action::SetDirection{-session.playback.direction};
}
Done next_loop(const Session& session, const ViewData&) {
  return action::SetLoop{static_cast<LoopMode>((static_cast<int>(session.playback.loop) + 1) % 3)};
}
Done faster(const Session& session, const ViewData&) {
  return action::SetSpeed{session.playback.weeks_per_second * 2};
}
Done slower(const Session& session, const ViewData&) {
  return action::SetSpeed{session.playback.weeks_per_second / 2};
}
Done other_region(const Session& session, const ViewData&) {
  return action::SetRegion{session.region == simulation::Region::calf ? simulation::Region::face
                                                                      : simulation::Region::calf};
}
Done next_responder(const Session& session, const ViewData&) {
  return action::SetResponder{
      static_cast<simulation::Responder>((static_cast<int>(session.responder) + 1) % 3)};
}
template <int step>
Done step_structure(const Session&, const ViewData& data) {
  if (!data.step_structure) return std::nullopt;
  const auto next = data.step_structure(step);
  return next ? Done(action::TapStructure{*next}) : std::nullopt;
}
Done larger_text(const Session& session, const ViewData&) {
  return action::SetTextScale{session.look.text_scale + 0.25};
}
Done smaller_text(const Session& session, const ViewData&) {
  return action::SetTextScale{session.look.text_scale - 0.25};
}

template <action::CaseStep step>
Done ask_case(const Session&, const ViewData&) {
  return action::AskCase{step};
}
Done close_top(const Session&, const ViewData& data) {
  if (data.cases.dialog != CaseDialog::none) return action::AskCase{action::CaseStep::cancel};
  return action::CloseOverlay{};
}

using action::CaseStep;
using render::Layer;
using render::StandardView;

constexpr Shortcut kShortcuts[] = {
    {ImGuiKey_Space, false, "Space", "keys.play", plain<action::TogglePlaying>},
    {ImGuiKey_LeftArrow, false, "←", "keys.week_back", step_weeks<-1>},
    {ImGuiKey_RightArrow, false, "→", "keys.week_on", step_weeks<1>},
    {ImGuiKey_PageUp, false, "Page Up", "keys.month_back", step_months<-1>},
    {ImGuiKey_PageDown, false, "Page Down", "keys.month_on", step_months<1>},
    {ImGuiKey_Home, false, "Home", "keys.first", plain<action::GoFirst>},
    {ImGuiKey_End, false, "End", "keys.last", plain<action::GoLast>},
    {ImGuiKey_B, false, "B", "keys.backwards", turn_direction},
    {ImGuiKey_L, false, "L", "keys.loop", next_loop},
    {ImGuiKey_RightBracket, false, "]", "keys.faster", faster},
    {ImGuiKey_LeftBracket, false, "[", "keys.slower", slower},
    {ImGuiKey_1, false, "1", "keys.front", look_from<StandardView::front>},
    {ImGuiKey_2, false, "2", "keys.back", look_from<StandardView::back>},
    {ImGuiKey_3, false, "3", "keys.left", look_from<StandardView::left>},
    {ImGuiKey_4, false, "4", "keys.right", look_from<StandardView::right>},
    {ImGuiKey_5, false, "5", "keys.quarter_left", look_from<StandardView::quarter_left>},
    {ImGuiKey_6, false, "6", "keys.quarter_right", look_from<StandardView::quarter_right>},
    {ImGuiKey_7, false, "7", "keys.top", look_from<StandardView::top>},
    {ImGuiKey_1, false, "Shift+1", "keys.close_up_1", look_close<1>, true},
    {ImGuiKey_2, false, "Shift+2", "keys.close_up_2", look_close<2>, true},
    {ImGuiKey_3, false, "Shift+3", "keys.close_up_3", look_close<3>, true},
    {ImGuiKey_4, false, "Shift+4", "keys.close_up_4", look_close<4>, true},
    {ImGuiKey_5, false, "Shift+5", "keys.close_up_5", look_close<5>, true},
    {ImGuiKey_6, false, "Shift+6", "keys.close_up_6", look_close<6>, true},
    {ImGuiKey_7, false, "Shift+7", "keys.close_up_7", look_close<7>, true},
    {ImGuiKey_R, false, "R", "keys.reset_view", plain<action::ResetView>},
    {ImGuiKey_C, false, "C", "keys.side", show_compare<Join::side>},
    {ImGuiKey_W, false, "W", "keys.wipe", show_compare<Join::wipe>},
    {ImGuiKey_G, false, "G", "keys.ghost", show_compare<Join::ghost>},
    {ImGuiKey_A, false, "A", "keys.beside", show_compare<Join::beside>},
    {ImGuiKey_M, false, "M", "keys.muscle", show_layer<Layer::muscle>},
    {ImGuiKey_X, false, "X", "keys.xray", show_layer<Layer::xray>},
    {ImGuiKey_D, false, "D", "keys.heat", show_layer<Layer::heat>},
    {ImGuiKey_T, false, "T", "keys.tape", show_tape},
    {ImGuiKey_N, false, "N", "keys.points", show_points},
    {ImGuiKey_Period, false, ".", "keys.structure_on", step_structure<1>},
    {ImGuiKey_Comma, false, ",", "keys.structure_back", step_structure<-1>},
    {ImGuiKey_F, false, "F", "keys.region", other_region},
    {ImGuiKey_P, false, "P", "keys.responder", next_responder},
    {ImGuiKey_N, true, "Ctrl+N", "keys.new_case", ask_case<CaseStep::ask_new>},
    {ImGuiKey_O, true, "Ctrl+O", "keys.open_case", ask_case<CaseStep::choose_open>},
    {ImGuiKey_S, true, "Ctrl+S", "keys.save_case", ask_case<CaseStep::save>},
    {ImGuiKey_S, true, "Ctrl+Shift+S", "keys.save_case_as", ask_case<CaseStep::choose_save>, true},
    {ImGuiKey_PageDown, true, "Ctrl+Page Down", "keys.next_case", ask_case<CaseStep::next>},
    {ImGuiKey_PageUp, true, "Ctrl+Page Up", "keys.previous_case", ask_case<CaseStep::previous>},
    {ImGuiKey_F12, true, "Ctrl+F12", "keys.capture", plain<action::Capture>},
    {ImGuiKey_Z, true, "Ctrl+Z", "keys.undo", plain<action::Undo>},
    {ImGuiKey_Y, true, "Ctrl+Y", "keys.redo", plain<action::Redo>},
    {ImGuiKey_R, true, "Ctrl+R", "keys.reset_all", plain<action::ResetAll>},
    {ImGuiKey_Equal, true, "Ctrl+=", "keys.larger", larger_text},
    {ImGuiKey_Minus, true, "Ctrl+-", "keys.smaller", smaller_text},
    {ImGuiKey_H, false, "H", "keys.sheet", plain<action::ToggleShortcuts>},
    {ImGuiKey_Escape, false, "Esc", "keys.close", close_top},
    {ImGuiKey_Q, true, "Ctrl+Q", "keys.quit", plain<action::Quit>},
};

bool repeats(ImGuiKey key) {
  return key == ImGuiKey_LeftArrow || key == ImGuiKey_RightArrow;
}

/// A text field has its own.
bool edits_text(const Shortcut& shortcut) {
  return shortcut.control && (shortcut.key == ImGuiKey_Z || shortcut.key == ImGuiKey_Y);
}

/// While a question is open, only what answers it or leaves.
bool answers(const Shortcut& shortcut) {
  return shortcut.key == ImGuiKey_Escape || (shortcut.control && shortcut.key == ImGuiKey_Q);
}

/// Keys that move the focus once Tab has started it.
bool moves_focus(ImGuiKey key) {
  return repeats(key) || key == ImGuiKey_Home || key == ImGuiKey_End || key == ImGuiKey_PageUp ||
         key == ImGuiKey_PageDown;
}

/// Esc takes back what opened last and no more: of a menu and a card under it, the menu.
bool closed_a_menu() {
  constexpr ImGuiPopupFlags kAny = ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel;
  if (!ImGui::IsKeyPressed(ImGuiKey_Escape, false) || !ImGui::IsPopupOpen(nullptr, kAny)) return false;
  ImGui::ClosePopupToLevel(GImGui->OpenPopupStack.Size - 1, true);
  return true;
}

}  // namespace

std::span<const Shortcut> shortcuts() {
  return kShortcuts;
}

void handle_shortcuts(const Ui& ui, const Session& session, const ViewData& data) {
  if (closed_a_menu()) return;
  const ImGuiIO& io = ImGui::GetIO();
  const bool moving_focus = focus_moves() || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
  // On a slow machine both keys of a quick chord can be down and up again in one frame.
  const bool control = io.KeyCtrl || ImGui::GetKeyData(ImGuiMod_Ctrl)->DownDurationPrev >= 0.0f;
  const bool shift = io.KeyShift || ImGui::GetKeyData(ImGuiMod_Shift)->DownDurationPrev >= 0.0f;
  for (const Shortcut& shortcut : kShortcuts) {
    if (shortcut.control != control || io.KeyAlt) continue;
    const bool digit = shortcut.key >= ImGuiKey_0 && shortcut.key <= ImGuiKey_9;
    if ((digit || shortcut.key == ImGuiKey_S) && shortcut.shift != shift) continue;
    if (data.cases.dialog != CaseDialog::none && !answers(shortcut)) continue;
    if (edits_text(shortcut) && io.WantTextInput) continue;
    if (!ImGui::IsKeyPressed(shortcut.key, repeats(shortcut.key))) continue;
    // Esc closes the sheet from inside its search field as well; all other plain keys are then letters.
    const bool plain_key = !shortcut.control && shortcut.key != ImGuiKey_Escape;
    if (plain_key && io.WantTextInput) continue;
    const bool navigation =
        !shortcut.control && (shortcut.key == ImGuiKey_Space || moves_focus(shortcut.key));
    if (navigation && moving_focus) continue;
    if (auto action = shortcut.action(session, data)) ui.act(std::move(*action));
  }
}

}  // namespace app
