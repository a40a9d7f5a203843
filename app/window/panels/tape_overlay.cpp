#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/marks/tape_words.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/panes.h"
#include "app/window/widgets/controls.h"
#include "app/window/widgets/focus_mode.h"

namespace app {
namespace {

constexpr float kGripDp = 11.0f;      // radius
constexpr float kGripGapDp = 16.0f;   // from the ring to the grip's centre
constexpr float kRingReachDp = 8.0f;      // how near to the ring the pointer takes it
constexpr double kArrowStepMm = 5.0;  // of an arrow key
constexpr float kToolsDp = 66.0f;     // camera tools at the right edge

glm::dvec2 point(ImVec2 p) {
  return {p.x, p.y};
}

/// Moves the tape with the pointer while it is held. What was grabbed stays under the pointer.
void follow_pointer(const Ui& ui, const TapeView& tape, const TapeMark& mark, const Press& press) {
  if (press.hovered || press.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
  if (!press.held || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const double under = height_under(mark, point(ImGui::GetIO().MousePos), tape.t);
  float* offset = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("tape.offset"), 0.0f);
  if (ImGui::IsItemActivated()) *offset = static_cast<float>(tape.t - under);
  const double t = std::clamp(under + static_cast<double>(*offset), 0.0, 1.0);
  if (std::abs(t - tape.t) > 1e-5) ui.act(action::PlaceTape{t});
}

/// The ring itself, wherever the pointer comes near it.
void ring_area(const Ui& ui, const TapeView& tape, const std::array<TapeMark, 2>& marks, const Area& pane) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool active = ImGui::GetActiveID() == ImGui::GetID("tape.ring");
  const double left = distance_px(marks[0], point(mouse)), right = distance_px(marks[1], point(mouse));
  const bool inside =
      mouse.x >= pane.min.x && mouse.x < pane.max.x && mouse.y >= pane.min.y && mouse.y < pane.max.y;
  if (!active && (!inside || std::min(left, right) > ui.px(kRingReachDp))) return;
  const float half = ui.px(kRingReachDp);
  ImGui::SetCursorScreenPos(ImVec2(mouse.x - half, mouse.y - half));
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  const Press press = press_area(ui, "tape.ring", ImVec2(2 * half, 2 * half));
  ImGui::PopItemFlag();
  follow_pointer(ui, tape, marks[left <= right ? 0 : 1], press);
}

/// Beside the ring; on it where the pane ends.
ImVec2 grip_centre(const Ui& ui, const TapeMark& mark, const Area& room) {
  const float out = ui.px(kGripGapDp) * (mark.to_the_left ? -1.0f : 1.0f), edge = ui.px(kGripDp + 3);
  const float x = static_cast<float>(mark.grip.x) + out;
  return {std::clamp(x, room.min.x + edge, std::max(room.min.x + edge, room.max.x - edge)),
          static_cast<float>(mark.grip.y)};
}

void grip(const Ui& ui, const TapeView& tape, const TapeMark& mark, const Area& room) {
  const float radius = ui.px(kGripDp);
  const ImVec2 ring(static_cast<float>(mark.grip.x), static_cast<float>(mark.grip.y));
  const ImVec2 centre = grip_centre(ui, mark, room);
  const bool left = mark.side == simulation::BodySide::left;
  ImGui::SetCursorScreenPos(ImVec2(centre.x - radius, centre.y - radius));
  const Press press =
      press_area(ui, left ? "tape.grip/left" : "tape.grip/right", ImVec2(2 * radius, 2 * radius));
  follow_pointer(ui, tape, mark, press);
  tooltip(ui, ui.say("tape.grip"));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine(ring, centre, packed(ui.colours.accent), ui.px(1.5f));
  list.AddCircleFilled(centre, radius, packed(press.held ? ui.colours.accent : ui.colours.panel), 32);
  list.AddCircle(centre, radius, packed(ui.colours.accent), 32, ui.px(press.hovered ? 2.5f : 1.5f));
  const ImU32 ink = packed(press.held ? ui.colours.on_accent : ui.colours.accent);
  const float tip = ui.px(6.5f), base = ui.px(2.2f), wide = ui.px(3.6f);
  for (const float way : {-1.0f, 1.0f})
    list.AddTriangleFilled({centre.x, centre.y + way * tip}, {centre.x - wide, centre.y + way * base},
                           {centre.x + wide, centre.y + way * base}, ink);
}

struct Plate {
  std::vector<std::string> lines;
  ImVec2 size;
};

Plate plate_of(const Ui& ui, std::vector<std::string> lines) {
  Plate plate{std::move(lines), ImVec2(0, 2 * ui.px(7))};
  for (std::size_t i = 0; i < plate.lines.size(); ++i) {
    const ImVec2 size = text_size(ui, i == 0 ? TextStyle::strong : TextStyle::caption, plate.lines[i]);
    plate.size.x = std::max(plate.size.x, size.x);
    plate.size.y += size.y + (i > 0 ? ui.px(1) : 0);
  }
  plate.size.x += 2 * ui.px(11);
  return plate;
}

/// The reading beside its grip; below the ring where there is no room beside it, and in half a stage only
/// what the tape reads.
void reading(const Ui& ui, const TapeView& tape, const TapeMark& mark, const Area& room, TapeTells tells) {
  Plate plate = plate_of(ui, tape_lines(ui.texts, mark.side, tape.reading[mark.side], tells));
  const float away = ui.px(kGripGapDp + kGripDp + 5), margin = ui.px(8);
  const float x = static_cast<float>(mark.grip.x);
  const auto beside = [&] { return mark.to_the_left ? x - away - plate.size.x : x + away; };
  const auto fits = [&](float left) {
    return left >= room.min.x + margin && left + plate.size.x <= room.max.x - margin;
  };
  if (tells != TapeTells::both && !fits(beside())) plate = plate_of(ui, {plate.lines.front()});
  ImVec2 min(beside(), static_cast<float>(mark.grip.y) - plate.size.y / 2);
  if (!fits(min.x)) {
    min.x = std::max(room.min.x + margin, std::min(min.x, room.max.x - margin - plate.size.x));
    min.y = std::max(static_cast<float>(mark.low), static_cast<float>(mark.grip.y)) + ui.px(kGripDp + 6);
  }
  min.y = std::max(room.min.y + margin, std::min(min.y, room.max.y - margin - plate.size.y));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 max(min.x + plate.size.x, min.y + plate.size.y);
  list.AddRectFilled(min, max, packed(ui.colours.panel), ui.px(10));
  list.AddRect(min, max, packed(ui.colours.hairline), ui.px(10));
  ImVec2 at(min.x + ui.px(11), min.y + ui.px(7));
  for (std::size_t i = 0; i < plate.lines.size(); ++i) {
    const TextStyle style = i == 0 ? TextStyle::strong : TextStyle::caption;
    draw_text_at(ui, list, style, at, i == 0 ? ui.colours.text : ui.colours.text_quiet, plate.lines[i]);
    at.y += text_size(ui, style, plate.lines[i]).y + ui.px(1);
  }
}

void arrow_keys(const Ui& ui, const TapeView& tape) {
  const ImGuiIO& io = ImGui::GetIO();
  if (focus_moves() || io.WantTextInput || io.KeyCtrl || io.KeyAlt ||
      ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId))
    return;
  const double step = kArrowStepMm / tape.length_mm;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) ui.act(action::PlaceTape{tape.t - step});
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) ui.act(action::PlaceTape{tape.t + step});
}

}  // namespace

void tape_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area) {
  if (!data.tape || session.setup().framing.height_mm <= 0.0) return;
  const TapeView& tape = *data.tape;
  const auto panes = stage_panes(session.compare, area);
  for (std::size_t i = 0; i < panes.size(); ++i) {
    const Area& pane = panes[i];
    const auto marks =
        tape_marks(tape.ring, session.view().camera, point(pane.min), {pane.width(), pane.height()});
    ImGui::PushID(static_cast<int>(i));
    ring_area(ui, tape, marks, pane);
    // The last pane is the one at the current week.
    const bool now = i + 1 == panes.size();
    const bool pair = panes.size() > 1;
    const Area room{pane.min, {now ? pane.max.x - ui.px(kToolsDp) : pane.max.x, pane.max.y}};
    for (const TapeMark& mark : marks) {
      grip(ui, tape, mark, room);
      reading(ui, tape, mark, room, !pair ? TapeTells::both : (now ? TapeTells::now : TapeTells::before));
    }
    ImGui::PopID();
  }
  if (session.overlay == Overlay{}) arrow_keys(ui, tape);
}

}  // namespace app
