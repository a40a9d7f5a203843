#include "app/window/kiosk/kiosk_screens.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/window/kiosk/kiosk_main.h"
#include "app/window/widgets/controls.h"
#include "app/window/widgets/focus_mode.h"

namespace app {
namespace {

/// Right of the permanent label, or over it in the same strip where the screen is too narrow for both.
void first_shape(const Ui& ui, const ViewData& data, const Area& area, float label_width) {
  const std::string told = ui.fill("label.first_shape", {{"percent", number_text(100 * data.progress, 0)}});
  const float free = (area.width() - label_width) / 2 - ui.px(24);
  const ImVec2 size = text_size(ui, TextStyle::caption, told);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  if (size.x <= free)
    return draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::caption,
                        ImVec2(area.max.x - ui.px(12) - size.x, area.min.y + (area.height() - size.y) / 2),
                        ui.colours.on_soft, told);
  const ImVec2 pad(ui.px(10), ui.px(4));
  const ImVec2 min((area.width() - size.x) / 2 - pad.x, area.min.y - size.y - 2 * pad.y);
  list.AddRectFilled(min, ImVec2(min.x + size.x + 2 * pad.x, area.min.y), packed(ui.colours.accent_soft),
                     ui.px(8), ImDrawFlags_RoundCornersTop);
  draw_text_at(ui, list, TextStyle::caption, ImVec2(min.x + pad.x, min.y + pad.y), ui.colours.on_soft, told);
}

/// The permanent label; beside it, while a new person's exact shape is worked out, that this is the first.
void label(const Ui& ui, const ViewData& data, const Area& area) {
  begin_area("label", area, ImVec2(0, 0), packed(ui.colours.accent_soft));
  const std::string words =
      shortened(ui, TextStyle::strong, permanent_label(ui.texts), area.width() - ui.px(16));
  const ImVec2 size = text_size(ui, TextStyle::strong, words);
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::strong,
               ImVec2((area.width() - size.x) / 2, area.min.y + (area.height() - size.y) / 2),
               ui.colours.on_soft, words);
  if (data.first_shape) first_shape(ui, data, area, size.x);
  ImGui::End();
}

/// The whole screen is the button; the strip below the model says so.
void attract(const Ui& ui, const Session& session, const KioskLayout& layout) {
  begin_area("kiosk.attract", {layout.stage.min, layout.controls.max}, ImVec2(0, 0), IM_COL32_BLACK_TRANS);
  const Area& strip = layout.controls;
  const Press press = press_area(ui, "kiosk.begin", ImVec2(strip.max.x - layout.stage.min.x, strip.max.y));
  if (press.clicked) ui.act(action::Touch{});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(strip.min, strip.max, packed(ui.colours.panel));
  const std::string& headline =
      ui.say(session.region == simulation::Region::calf ? "kiosk.attract.calf" : "kiosk.attract.face");
  const std::string& begin = ui.say("kiosk.begin");
  const ImVec2 words = text_size(ui, TextStyle::large, begin);
  const ImVec2 size(words.x + ui.px(72), ui.px(strip.height() < ui.px(180) ? 64.0f : 76.0f));
  const std::string shown = shortened(ui, TextStyle::number, headline, strip.width() - ui.px(48));
  const ImVec2 head = text_size(ui, TextStyle::number, shown);
  const float middle = (strip.min.x + strip.max.x) / 2, gap = ui.px(16);
  float y = (strip.min.y + strip.max.y - head.y - gap - size.y) / 2;
  draw_text_at(ui, list, TextStyle::number, ImVec2(middle - head.x / 2, y), ui.colours.text, shown);
  y += head.y + gap;
  list.AddRectFilled(ImVec2(middle - size.x / 2, y), ImVec2(middle + size.x / 2, y + size.y),
                     packed(ui.colours.accent), ui.px(20));
  draw_text_at(ui, list, TextStyle::large, ImVec2(middle - words.x / 2, y + (size.y - words.y) / 2),
               ui.colours.on_accent, begin);
  ImGui::End();
}

/// A dialog in the middle over a shaded screen, as high as what it holds. The permanent label stays clear.
class Question {
 public:
  Question(const Ui& ui, const char* name, ImVec2 window_size, float width_dp)
      : ui_(ui), padding_(ui.px(32)) {
    const ImVec2 shaded(window_size.x, kiosk_layout(window_size, ui.scale).label.min.y);
    begin_area((std::string(name) + ".shade").c_str(), {{0, 0}, shaded}, ImVec2(0, 0),
               packed(ui.colours.shade));
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    width_ = std::min(ui.px(width_dp), window_size.x - ui.px(32));
    // Centred by its height of the last frame; the window draws more than one frame on every change.
    height_ = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("height"), ui.px(300));
    min_ = ImVec2((shaded.x - width_) / 2, std::max(0.0f, (shaded.y - *height_) / 2));
    ImDrawList* list = ImGui::GetWindowDrawList();
    splitter_.Split(list, 2);
    splitter_.SetCurrentChannel(list, 1);
    ImGui::SetCursorScreenPos(ImVec2(min_.x + padding_, min_.y + padding_));
    ImGui::BeginGroup();
  }
  ~Question() {
    ImGui::EndGroup();
    *height_ = ImGui::GetItemRectMax().y + padding_ - min_.y;
    ImDrawList* list = ImGui::GetWindowDrawList();
    splitter_.SetCurrentChannel(list, 0);
    list->AddRectFilled(min_, ImVec2(min_.x + width_, min_.y + *height_), packed(ui_.colours.panel),
                        ui_.px(24));
    splitter_.Merge(list);
    ImGui::End();
  }
  Question(const Question&) = delete;
  Question& operator=(const Question&) = delete;
  float inner_width() const { return width_ - 2 * padding_; }

 private:
  const Ui& ui_;
  float padding_;
  float width_ = 0;
  float* height_ = nullptr;
  ImVec2 min_;
  ImDrawListSplitter splitter_;
};

void empty_strip(const Ui& ui, const Area& area) {
  begin_area("kiosk.strip", area, ImVec2(0, 0), packed(ui.colours.panel));
  ImGui::End();
}

void notice(const Ui& ui, ImVec2 window_size) {
  const Question question(ui, "kiosk.notice", window_size, 640);
  line(ui, TextStyle::number, ui.colours.text, ui.say("kiosk.notice.title"));
  space(ui, 8);
  paragraph(ui, TextStyle::title, ui.colours.text, ui.say("kiosk.notice.text"), question.inner_width());
  space(ui, 20);
  if (button(ui, "kiosk.notice.accept", ui.say("kiosk.notice.accept"), ButtonLook::primary)) {
    ui.act(action::Touch{});
    ui.act(action::AcceptNotice{});
  }
  ImGui::SameLine(0, ui.px(16));
  if (button(ui, "kiosk.notice.leave", ui.say("kiosk.notice.leave"), ButtonLook::secondary))
    ui.act(action::StartOver{});
}

void still_there(const Ui& ui, const Session& session, ImVec2 window_size) {
  const Question question(ui, "kiosk.still", window_size, 600);
  line(ui, TextStyle::number, ui.colours.text, ui.say("kiosk.still.title"));
  space(ui, 8);
  const std::string seconds = number_text(std::ceil(session.kiosk.countdown_s), 0);
  paragraph(ui, TextStyle::title, ui.colours.text, ui.fill("kiosk.still.text", {{"seconds", seconds}}),
            question.inner_width());
  space(ui, 20);
  if (button(ui, "kiosk.still.stay", ui.say("kiosk.still.stay"), ButtonLook::primary))
    ui.act(action::Touch{});
}

void pin_pad(const Ui& ui, const Session& session, ImVec2 window_size) {
  const KioskState& kiosk = session.kiosk;
  const Question question(ui, "kiosk.exit", window_size, 324);
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
}

/// Held for long enough, the right end of the label opens the PIN pad. Nothing shows that it is there.
void exit_corner(const Ui& ui, const Session& session, ImVec2 window_size) {
  if (session.kiosk.settings.exit_pin.empty()) return;
  const ImVec2 size(ui.px(64), ui.px(48));
  begin_area("kiosk.exit.corner", {{window_size.x - size.x, window_size.y - size.y}, window_size},
             ImVec2(0, 0), IM_COL32_BLACK_TRANS);
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
  const KioskLayout layout = kiosk_layout(window_size, ui.scale);
  const KioskState& kiosk = session.kiosk;
  const bool asked = kiosk.still_there || kiosk.pin_pad;
  static constexpr const char* kAreas[] = {"kiosk.attract", "kiosk.notice.shade", "stage", "kiosk.controls"};
  if (!asked) move_between_areas(kAreas);
  label(ui, data, layout.label);
  if (asked) ImGui::BeginDisabled();
  if (kiosk.screen == KioskScreen::attract) attract(ui, session, layout);
  if (kiosk.screen == KioskScreen::main) kiosk_main(ui, session, data, layout);
  if (kiosk.screen == KioskScreen::notice) {
    empty_strip(ui, layout.controls);
    notice(ui, window_size);
  }
  if (asked) ImGui::EndDisabled();
  if (kiosk.still_there)
    still_there(ui, session, window_size);
  else if (kiosk.pin_pad)
    pin_pad(ui, session, window_size);
  else
    exit_corner(ui, session, window_size);
}

}  // namespace app
