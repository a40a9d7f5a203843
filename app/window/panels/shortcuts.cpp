#include "app/window/panels/shortcuts.h"

#include <imgui_internal.h>

#include <algorithm>

#include "app/window/widgets/focus_mode.h"

namespace app {
namespace {

template <render::StandardView view>
Action look_from(const Session&) {
  return action::SetView{view};
}
template <typename A>
Action plain(const Session&) {
  return A{};
}
template <int weeks>
Action step_weeks(const Session&) {
  return action::StepWeeks{weeks};
}
template <int months>
Action step_months(const Session&) {
  return action::StepMonths{months};
}
template <render::Layer layer>
Action show_layer(const Session& session) {
  return action::SetLayer{session.layer == layer ? render::Layer::skin : layer};
}
template <Compare compare>
Action show_compare(const Session& session) {
  return action::SetCompare{session.compare == compare ? Compare::now : compare};
}
Action show_tape(const Session& session) {
  return action::ShowTape{!session.tape.shown};
}
Action show_points(const Session& session) {
  return action::ShowPoints{!session.points.shown};
}
Action turn_direction(const Session& session) {
  return action::SetDirection{-session.playback.direction};
}
Action next_loop(const Session& session) {
  return action::SetLoop{static_cast<LoopMode>((static_cast<int>(session.playback.loop) + 1) % 3)};
}
Action faster(const Session& session) {
  return action::SetSpeed{session.playback.weeks_per_second * 2};
}
Action slower(const Session& session) {
  return action::SetSpeed{session.playback.weeks_per_second / 2};
}
Action other_region(const Session& session) {
  return action::SetRegion{session.region == simulation::Region::calf ? simulation::Region::face
                                                                      : simulation::Region::calf};
}
Action next_responder(const Session& session) {
  return action::SetResponder{
      static_cast<simulation::Responder>((static_cast<int>(session.responder) + 1) % 3)};
}
Action larger_text(const Session& session) {
  return action::SetTextScale{session.look.text_scale + 0.25};
}
Action smaller_text(const Session& session) {
  return action::SetTextScale{session.look.text_scale - 0.25};
}

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
    {ImGuiKey_R, false, "R", "keys.reset_view", plain<action::ResetView>},
    {ImGuiKey_C, false, "C", "keys.side", show_compare<Compare::side_by_side>},
    {ImGuiKey_W, false, "W", "keys.wipe", show_compare<Compare::wipe>},
    {ImGuiKey_G, false, "G", "keys.ghost", show_compare<Compare::ghost>},
    {ImGuiKey_A, false, "A", "keys.beside", show_compare<Compare::beside>},
    {ImGuiKey_M, false, "M", "keys.muscle", show_layer<Layer::muscle>},
    {ImGuiKey_X, false, "X", "keys.xray", show_layer<Layer::xray>},
    {ImGuiKey_D, false, "D", "keys.heat", show_layer<Layer::heat>},
    {ImGuiKey_T, false, "T", "keys.tape", show_tape},
    {ImGuiKey_N, false, "N", "keys.points", show_points},
    {ImGuiKey_F, false, "F", "keys.region", other_region},
    {ImGuiKey_P, false, "P", "keys.responder", next_responder},
    {ImGuiKey_F12, true, "Ctrl+F12", "keys.capture", plain<action::Capture>},
    {ImGuiKey_Z, true, "Ctrl+Z", "keys.undo", plain<action::Undo>},
    {ImGuiKey_Y, true, "Ctrl+Y", "keys.redo", plain<action::Redo>},
    {ImGuiKey_R, true, "Ctrl+R", "keys.reset_all", plain<action::ResetAll>},
    {ImGuiKey_Equal, true, "Ctrl+=", "keys.larger", larger_text},
    {ImGuiKey_Minus, true, "Ctrl+-", "keys.smaller", smaller_text},
    {ImGuiKey_H, false, "H", "keys.sheet", plain<action::ToggleShortcuts>},
    {ImGuiKey_Escape, false, "Esc", "keys.close", plain<action::CloseOverlay>},
    {ImGuiKey_Q, true, "Ctrl+Q", "keys.quit", plain<action::Quit>},
};

bool repeats(ImGuiKey key) {
  return key == ImGuiKey_LeftArrow || key == ImGuiKey_RightArrow;
}

/// Keys that move the focus once Tab has started it.
bool moves_focus(ImGuiKey key) {
  return repeats(key) || key == ImGuiKey_Home || key == ImGuiKey_End || key == ImGuiKey_PageUp ||
         key == ImGuiKey_PageDown;
}

}  // namespace

std::span<const Shortcut> shortcuts() {
  return kShortcuts;
}

void handle_shortcuts(const Ui& ui, const Session& session) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool moving_focus = focus_moves() || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
  // On a slow machine both keys of a quick chord can be down and up again in one frame.
  const bool control = io.KeyCtrl || ImGui::GetKeyData(ImGuiMod_Ctrl)->DownDurationPrev >= 0.0f;
  for (const Shortcut& shortcut : kShortcuts) {
    if (shortcut.control != control || io.KeyAlt) continue;
    if (!ImGui::IsKeyPressed(shortcut.key, repeats(shortcut.key))) continue;
    // Esc closes the sheet from inside its search field as well; all other plain keys are then letters.
    const bool plain_key = !shortcut.control && shortcut.key != ImGuiKey_Escape;
    if (plain_key && io.WantTextInput) continue;
    const bool navigation = shortcut.key == ImGuiKey_Space || moves_focus(shortcut.key);
    if (navigation && moving_focus) continue;
    ui.act(shortcut.action(session));
  }
}

}  // namespace app
