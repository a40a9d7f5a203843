#include "app/window/kiosk/kiosk_main.h"

#include <imgui.h>

#include <algorithm>
#include <array>

#include "app/body/quantity_words.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/panes.h"
#include "app/window/panels/plot.h"
#include "app/window/panels/ranges.h"
#include "app/window/panels/words.h"
#include "app/window/view/curves.h"
#include "app/window/widgets/controls.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

constexpr float kGap = 8.0f;  // dp between targets
constexpr float kMargin = 24.0f;

/// Free edge above and below what floats over the model; less on a low screen, so that all rows fit.
float edge_of(const Ui& ui, const Area& stage) {
  return ui.px(stage.height() < ui.px(240) ? 12.0f : kMargin);
}

float separate_width(const Ui& ui, std::span<const std::string> words) {
  float width = -ui.px(kGap);
  for (const std::string& word : words) width += text_size(ui, TextStyle::strong, word).x + ui.px(48 + kGap);
  return width;
}

/// Choices along the top; they go on in a second row when the text is large. Returns where the rows end.
float choices(const Ui& ui, const Session& session, const ViewData& data, const Area& stage) {
  const float left = stage.min.x + ui.px(kMargin), row = control_height(ui) + ui.px(kGap);
  const std::array<std::string, 2> regions = {ui.say("region.calf"), ui.say("region.face")};
  ImVec2 at(left, stage.min.y + edge_of(ui, stage));
  ImGui::SetCursorScreenPos(at);
  if (const auto chosen = segmented(ui, "kiosk.region", regions, static_cast<int>(session.region)))
    ui.act(action::SetRegion{static_cast<simulation::Region>(*chosen)});
  at.x += separate_width(ui, regions) + ui.px(3 * kGap);

  std::vector<std::string> words;
  std::vector<const Protocol*> offered;
  int selected = -1;
  const auto& sessions = session.plan().sessions;
  for (const Protocol& protocol : data.protocols) {
    if (protocol.region != session.region) continue;
    if (!sessions.empty() && sessions.front().product == protocol.product)
      selected = static_cast<int>(offered.size());
    offered.push_back(&protocol);
    words.push_back(product_words(ui, protocol.product));
  }
  const std::string& again = ui.say("kiosk.start_over");
  const float again_width = text_size(ui, TextStyle::strong, again).x + ui.px(44);
  const float right = stage.max.x - ui.px(kMargin) - again_width;
  if (at.x + separate_width(ui, words) > right - ui.px(kGap)) at = ImVec2(left, at.y + row);
  ImGui::SetCursorScreenPos(at);
  if (const auto chosen = segmented(ui, "kiosk.product", words, selected)) {
    const Protocol& protocol = *offered[static_cast<std::size_t>(*chosen)];
    ui.act(action::SetProduct{0, protocol.product, protocol.injections});
  }
  ImGui::SetCursorScreenPos(ImVec2(right, stage.min.y + edge_of(ui, stage)));
  if (button(ui, "kiosk.start_over", again, ButtonLook::secondary, Icon::none, ImVec2(again_width, 0)))
    ui.act(action::StartOver{});
  return at.y + control_height(ui);
}

/// Turn and zoom by single taps, at the right edge; two columns when the screen is low.
void view_buttons(const Ui& ui, const Area& stage) {
  struct Tool {
    const char* id;
    Icon icon;
    Action action;
  };
  const std::array<Tool, 4> tools = {Tool{"kiosk.turn_left", Icon::turn_left, action::Orbit{-0.2618, 0.0}},
                                     Tool{"kiosk.turn_right", Icon::turn_right, action::Orbit{0.2618, 0.0}},
                                     Tool{"kiosk.closer", Icon::plus, action::Zoom{1.25, glm::dvec2(0.0)}},
                                     Tool{"kiosk.farther", Icon::minus, action::Zoom{0.8, glm::dvec2(0.0)}}};
  const float side = control_height(ui), pitch = side + ui.px(kGap);
  const float top_row = stage.min.y + edge_of(ui, stage) + pitch;
  const int columns = stage.max.y - edge_of(ui, stage) - top_row < 4 * pitch ? 4 : 1;
  const int rows = 4 / columns;
  for (std::size_t i = 0; i < tools.size(); ++i) {
    const int column = static_cast<int>(i) % columns, line_of_tool = static_cast<int>(i) / columns;
    const float x = stage.max.x - ui.px(kMargin) + ui.px(kGap) - static_cast<float>(columns - column) * pitch;
    const float y = stage.max.y - 0.7f * edge_of(ui, stage) + ui.px(kGap) -
                    static_cast<float>(rows - line_of_tool) * pitch;
    ImGui::SetCursorScreenPos(ImVec2(x, y));
    const std::string& words = ui.say(i == 0   ? "stage.turn_left"
                                      : i == 1 ? "stage.turn_right"
                                      : i == 2 ? "stage.closer"
                                               : "stage.farther");
    if (icon_button(ui, tools[i].id, tools[i].icon, words)) ui.act(tools[i].action);
  }
}

void face_buttons(const Ui& ui, const Session& session, const Area& stage) {
  const std::array<std::string, 2> words = {ui.say("kiosk.relaxed"), ui.say("kiosk.move")};
  ImGui::SetCursorScreenPos(
      ImVec2(stage.min.x + ui.px(kMargin), stage.max.y - 0.7f * edge_of(ui, stage) - control_height(ui)));
  const int now = session.expression == simulation::Expression::neutral ? 0 : 1;
  if (const auto chosen = segmented(ui, "kiosk.expression", words, now))
    ui.act(action::SetExpression{*chosen == 0 ? simulation::Expression::neutral
                                              : simulation::Expression::frown});
}

void calf_buttons(const Ui& ui, const Session& session, const Area& stage) {
  const std::array<std::string, 2> words = {ui.say("pose.standing"), ui.say("pose.tiptoe")};
  ImGui::SetCursorScreenPos(
      ImVec2(stage.min.x + ui.px(kMargin), stage.max.y - 0.7f * edge_of(ui, stage) - control_height(ui)));
  if (const auto chosen = segmented(ui, "kiosk.pose", words, static_cast<int>(session.pose)))
    ui.act(action::SetPose{static_cast<simulation::CalfPose>(*chosen)});
}

/// The whole subject or one of its close-ups, above the buttons of face or calf. A screen so low that it
/// would meet the choices, which end at `top`, has none: the model can still be turned and brought closer.
void view_choice(const Ui& ui, const Session& session, const Area& stage, float top) {
  const float row = control_height(ui) + ui.px(kGap);
  const float y = stage.max.y - 0.7f * edge_of(ui, stage) - control_height(ui) - row;
  if (y < top + ui.px(kGap)) return;
  std::vector<std::string> words{ui.say("kiosk.whole")};
  std::vector<render::StandardView> views;
  int selected = 0;
  for (const render::StandardView view : render::kStandardViews) {
    if (!render::is_close_up(view) || !render::offers(session.framing(), view)) continue;
    views.push_back(view);
    words.push_back(ui.say("view." + std::string(render::view_name(view))));
    if (session.view().camera == render::standard_camera(view, session.framing(), session.aspect))
      selected = static_cast<int>(views.size());
  }
  if (views.empty()) return;
  ImGui::SetCursorScreenPos(ImVec2(stage.min.x + ui.px(kMargin), y));
  float width = 0.0f;
  for (const std::string& word : words) width = std::max(width, text_size(ui, TextStyle::strong, word).x);
  const auto chosen = dropdown(ui, "kiosk.view", words, selected, width + ui.px(64));
  if (!chosen) return;
  if (*chosen == 0) return ui.act(action::ResetView{});
  ui.act(action::SetView{views[static_cast<std::size_t>(*chosen) - 1]});
}

/// Between the first row of choices and the buttons below, left of those at the edge.
Area free_room(const Ui& ui, const Area& stage) {
  const float row = control_height(ui) + ui.px(kGap), edge = edge_of(ui, stage);
  return {{stage.min.x + ui.px(kMargin), stage.min.y + edge + row},
          {stage.max.x - ui.px(kMargin) - row, stage.max.y - edge - row}};
}

/// The sentence, and after it what a tape may read where that fits into `room`.
std::string with_tape(const Ui& ui, const std::string& sentence, const PredictedRange& range,
                      const ValueWords& words, float room) {
  const std::string both =
      sentence + " " +
      ui.fill("kiosk.sentence.tape", {{"low", words(range.read.low)}, {"high", words(range.read.high)}});
  return text_size(ui, TextStyle::title, both).x <= room ? both : sentence;
}

/// What the range of people is now, in plain words, of what the plan changes most.
std::string sentence(const Ui& ui, const Session& session, const ViewData& data, float room) {
  if (session.week() <= 0.0) return ui.say("kiosk.sentence.before");
  const std::string main = simulation::main_quantity(session.plan());
  const auto named = simulation::quantity_named(main).value();
  if (named.quantity->per == simulation::Per::line) {
    const Curve* share = data.curve(key_of("face.LINE.none_or_mild_effort", named.place));
    if (!share) return {};
    return ui.fill("kiosk.sentence.face",
                   {{"n", quantity_digits(quantity_of(share->quantity), shown_value(*share, session).now)}});
  }
  const Curve* curve = data.curve(main);
  if (!curve) return {};
  const PredictedRange range = shown_value(*curve, session).range;
  if (only_read(range.spread)) return people_words(ui, session, *curve);
  const ValueWords words = words_of_values(ui, *curve);
  const bool calf = session.region == simulation::Region::calf;
  const std::string people = ui.fill(calf ? "kiosk.sentence.calf" : "kiosk.sentence.muscle",
                                     {{"low", words(range.people.low)}, {"high", words(range.people.high)}});
  return range.spread.reading > 0.0 ? with_tape(ui, people, range, words, room) : people;
}

void time_row(const Ui& ui, const Session& session, const ViewData& data, const Area& area, float top) {
  const float height = control_height(ui), gap = ui.px(kGap);
  const float y = (top + area.max.y - height) / 2;
  const float month =
      std::max(height, text_size(ui, TextStyle::strong, ui.say("kiosk.month_on")).x + ui.px(76));
  float x = area.min.x + ui.px(kMargin);
  ImGui::SetCursorScreenPos(ImVec2(x, y));
  const bool playing = session.playback.playing;
  if (button(ui, "kiosk.play", "", ButtonLook::primary, playing ? Icon::pause : Icon::play,
             ImVec2(ui.px(72), height)))
    ui.act(action::SetPlaying{!playing});
  x += ui.px(72) + gap;
  ImGui::SetCursorScreenPos(ImVec2(x, y));
  if (button(ui, "kiosk.month_back", ui.say("kiosk.month_back"), ButtonLook::secondary, Icon::minus,
             ImVec2(month, height)))
    ui.act(action::StepMonths{-1});
  x += month + gap;
  const float right = area.max.x - ui.px(kMargin) - month;
  ImGui::SetCursorScreenPos(ImVec2(right, y));
  if (button(ui, "kiosk.month_on", ui.say("kiosk.month_on"), ButtonLook::secondary, Icon::plus,
             ImVec2(month, height)))
    ui.act(action::StepMonths{1});

  const Curve* shown = data.curve(shown_quantity(session, data));
  const Area plot_area{{x + ui.px(24), top + ui.px(20)}, {right - gap - ui.px(24), area.max.y - ui.px(30)}};
  const Plot plot = make_plot(plot_area, shown, simulation::last_shown_week(session.plan()), Bands::people);
  ImGui::SetCursorScreenPos(ImVec2(x, top));
  const Press press =
      press_area(ui, "kiosk.timeline", ImVec2(right - gap - x, area.max.y - top - ui.px(kGap)));
  draw_axes(ui, plot, shown, false);
  if (shown) draw_band(ui, plot, *shown, Bands::people);
  draw_marks(ui, plot, session, shown);
  draw_play_head(ui, plot, shown, session.week(), ui.px(press.held ? 18.0f : 15.0f));
  if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const double week = plot.week_at(ImGui::GetIO().MousePos.x);
    if (week != session.week()) ui.act(action::SetWeek{week});
  }
}

}  // namespace

void kiosk_main(const Ui& ui, const Session& session, const ViewData& data, const KioskLayout& layout) {
  begin_area("stage", layout.stage, ImVec2(0, 0), IM_COL32_BLACK_TRANS);
  const bool clicked = model_input(ui, session, layout.stage);
  const float top = choices(ui, session, data, layout.stage);
  view_buttons(ui, layout.stage);
  if (session.region == simulation::Region::face)
    face_buttons(ui, session, layout.stage);
  else
    calf_buttons(ui, session, layout.stage);
  view_choice(ui, session, layout.stage, top);
  // Above the buttons at the lower edge.
  stage_notes(ui, session, data,
              ImVec2(layout.stage.min.x + ui.px(kMargin), layout.stage.max.y - edge_of(ui, layout.stage) -
                                                              3.0f * control_height(ui) - ui.px(kGap)));
  structure_overlay(ui, session, data, layout.stage, free_room(ui, layout.stage), clicked);
  ImGui::End();

  const Area& area = layout.controls;
  begin_area("kiosk.controls", area, ImVec2(0, 0), packed(ui.colours.panel));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine(area.min, ImVec2(area.max.x, area.min.y), packed(ui.colours.hairline));
  const std::string when = month_words(ui, session.week()) + " · " + week_words(ui, session.week());
  const ImVec2 size = text_size(ui, TextStyle::title, when);
  const float y = area.min.y + ui.px(14);
  draw_text_at(ui, list, TextStyle::title, ImVec2(area.max.x - ui.px(kMargin) - size.x, y), ui.colours.text,
               when);
  const float room = area.width() - size.x - ui.px(3 * kMargin);
  draw_text_at(ui, list, TextStyle::title, ImVec2(area.min.x + ui.px(kMargin), y), ui.colours.text,
               shortened(ui, TextStyle::title, sentence(ui, session, data, room), room));
  time_row(ui, session, data, area, y + size.y + ui.px(8));
  ImGui::End();
}

}  // namespace app
