#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/marks/tape_words.h"
#include "app/window/panels/cards.h"
#include "app/window/panels/layout.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using simulation::BodySide;

constexpr double kStepCm = 0.5;  // of the height, by its buttons

/// Girth in cm to the right, the knee on top.
struct GirthPlot {
  Area area;
  double low = 0.0, high = 1.0;  // cm
  float x(double cm) const {
    return area.min.x + static_cast<float>((cm - low) / (high - low)) * area.width();
  }
  float y(double t) const { return area.min.y + static_cast<float>(t) * area.height(); }
  ImVec2 at(const std::vector<double>& girths, std::size_t i) const {
    return {x(girths[i]), y(static_cast<double>(i) / static_cast<double>(girths.size() - 1))};
  }
};

double girth_at(const std::vector<double>& girths, double t) {
  const double place = std::clamp(t, 0.0, 1.0) * static_cast<double>(girths.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(place), girths.size() - 2);
  const double share = place - static_cast<double>(i);
  return girths[i] * (1.0 - share) + girths[i + 1] * share;
}

void draw_scale(const Ui& ui, const GirthPlot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (double cm = std::ceil(plot.low / 5.0) * 5.0; cm <= plot.high; cm += 5.0) {
    const float x = plot.x(cm);
    list.AddLine({x, plot.area.min.y}, {x, plot.area.max.y}, packed(ui.colours.hairline), ui.px(1));
    const std::string words = number_text(cm, 0);
    const ImVec2 size = text_size(ui, TextStyle::caption, words);
    draw_text_at(ui, list, TextStyle::caption, {x - size.x / 2, plot.area.max.y + ui.px(2)},
                 ui.colours.text_quiet, words);
  }
}

void draw_girths(const Ui& ui, const GirthPlot& plot, const std::vector<double>& before,
                 const std::vector<double>& now, double t) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // else every strip gets a visible seam
  for (std::size_t i = 1; i < now.size(); ++i)
    list.AddQuadFilled(plot.at(before, i - 1), plot.at(before, i), plot.at(now, i), plot.at(now, i - 1),
                       packed(ui.colours.band));
  list.Flags = flags;
  const auto trace = [&](const std::vector<double>& girths, Colour colour, float width) {
    for (std::size_t i = 0; i < girths.size(); ++i) list.PathLineTo(plot.at(girths, i));
    list.PathStroke(packed(colour), 0, width);
  };
  trace(before, ui.colours.text_quiet, ui.px(1));
  trace(now, ui.colours.accent, ui.px(2));
  const float y = plot.y(t);
  list.AddLine({plot.area.min.x, y}, {plot.area.max.x, y}, packed(ui.colours.mark), ui.px(1.5f));
  const ImVec2 where(plot.x(girth_at(now, t)), y);
  list.AddCircleFilled(where, ui.px(4.5f), packed(ui.colours.raised));
  list.AddCircle(where, ui.px(4.5f), packed(ui.colours.mark), 0, ui.px(2));
}

/// Both legs side by side, drawn to one scale. Dragging in it moves the tape.
void chart(const Ui& ui, const TapeView& tape, float width) {
  const float title = text_size(ui, TextStyle::caption, "0").y + ui.px(4);
  const float gap = ui.px(12), height = ui.px(150);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const Press press = press_area(ui, "tape.chart", ImVec2(width, height + 2 * title));
  const float top = start.y + title;
  double low = 1e9, high = 0.0;
  for (const auto* list :
       {&tape.before_cm.left, &tape.before_cm.right, &tape.now_cm.left, &tape.now_cm.right})
    for (const double cm : *list) {
      if (cm > 0.0) low = std::min(low, cm);
      high = std::max(high, cm);
    }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = (width - gap) / 2;
  for (const BodySide side : simulation::kBodySides) {
    const float left = start.x + (side == BodySide::left ? 0.0f : half + gap);
    const GirthPlot plot{{{left, top}, {left + half, top + height}}, low - 0.6, high + 0.6};
    draw_text_at(ui, list, TextStyle::caption, {left, start.y}, ui.colours.text,
                 ui.say(side == BodySide::left ? "side.left" : "side.right"));
    draw_scale(ui, plot);
    draw_girths(ui, plot, tape.before_cm[side], tape.now_cm[side], tape.t);
    // Where the curve never is: a knee is wide, an ankle narrow.
    const ImVec2 ankle = text_size(ui, TextStyle::caption, ui.say("tape.ankle"));
    draw_text_at(ui, list, TextStyle::caption, {left, top}, ui.colours.text_quiet, ui.say("tape.knee"));
    draw_text_at(ui, list, TextStyle::caption, {left + half - ankle.x, top + height - ankle.y},
                 ui.colours.text_quiet, ui.say("tape.ankle"));
  }
  if (press.hovered || press.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
  if (!press.held || !ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const double t = std::clamp((ImGui::GetIO().MousePos.y - top) / height, 0.0f, 1.0f);
  if (std::abs(t - tape.t) > 1e-5) ui.act(action::PlaceTape{t});
}

/// `thin line: week 0, thick line: now, cm`
void chart_key(const Ui& ui) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  float x = start.x;
  const float height = text_size(ui, TextStyle::caption, "0").y;
  const auto item = [&](Colour colour, float width, std::string_view words) {
    list.AddLine({x, start.y + height / 2}, {x + ui.px(18), start.y + height / 2}, packed(colour), width);
    x += ui.px(24);
    draw_text_at(ui, list, TextStyle::caption, {x, start.y}, ui.colours.text_quiet, words);
    x += text_size(ui, TextStyle::caption, words).x + ui.px(14);
  };
  item(ui.colours.text_quiet, ui.px(1), ui.say("tape.week_0"));
  item(ui.colours.accent, ui.px(2), ui.say("tape.now"));
  ImGui::Dummy(ImVec2(x - start.x, height));
}

void height_control(const Ui& ui, const TapeView& tape, float width) {
  const double length = tape.length_mm / 10.0;
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("tape.below_knee"));
  const std::string& widest = ui.say("tape.widest");
  const float button_width = text_size(ui, TextStyle::strong, widest).x + ui.px(24), gap = ui.px(8);
  const StepperRange range{0.0, std::floor(length / kStepCm) * kStepCm, kStepCm, 1, "cm", ""};
  if (const auto cm = stepper(ui, "tape.height", tape.t * length, range, width - button_width - gap))
    ui.act(action::PlaceTape{std::round(*cm / kStepCm) * kStepCm / length});
  ImGui::SameLine(0, gap);
  if (button(ui, "tape.widest", widest, tape.at_widest ? ButtonLook::chosen : ButtonLook::secondary,
             Icon::none, ImVec2(button_width, 0)))
    ui.act(action::PlaceTape{});
}

}  // namespace

void tape_card(const Ui& ui, const TapeView& tape, float width) {
  const Card card(ui, width, ui.colours.raised);
  card_heading(ui, ui.say("tape.title"), {"tape", {}}, "tape", card.inner_width());
  std::string error;
  for (const BodySide side : simulation::kBodySides) {
    const auto lines = tape_lines(ui.texts, side, tape.reading[side], TapeTells::both);
    line(ui, TextStyle::title, ui.colours.text, lines.front());
    if (lines.size() > 2) line(ui, TextStyle::body, ui.colours.text_quiet, lines.back());
    if (lines.size() > 1) error = lines.at(1);
  }
  if (!error.empty()) line(ui, TextStyle::caption, ui.colours.text_quiet, error);
  space(ui, 6);
  chart(ui, tape, card.inner_width());
  chart_key(ui);
  space(ui, 6);
  height_control(ui, tape, card.inner_width());
}

void measures_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  if (!data.measures) return;
  const auto sides = sides_shown(session);
  const Card card(ui, width, ui.colours.raised);
  card_heading(ui, ui.say("measures.title"), {"volume", {}}, "measures", card.inner_width());
  const auto row = [&](std::string_view key, const auto& words) {
    line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say(key));
    const float column = card.inner_width() / 2;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    float x = start.x;
    for (const std::string& side : sides) {
      const LegMeasures& leg = (*data.measures)[side == "left" ? BodySide::left : BodySide::right];
      const std::string side_words = sides.size() > 1 ? ui.say("side." + side + "_short") + "  " : "";
      draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::strong, {x, start.y}, ui.colours.text,
                   side_words + words(leg));
      x += column;
    }
    ImGui::Dummy(ImVec2(card.inner_width(), text_size(ui, TextStyle::strong, "0").y));
  };
  row("measures.thickness", [](const LegMeasures& leg) {
    return number_text(leg.gastrocnemius_mm.before, 1) + " → " + number_text(leg.gastrocnemius_mm.now, 1);
  });
  row("measures.volume", [](const LegMeasures& leg) { return number_text(leg.volume_change_ml, 0, true); });
  row("measures.inward", [](const LegMeasures& leg) { return number_text(leg.largest_inward_mm, 1); });
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("measures.note"), card.inner_width());
}

}  // namespace app
