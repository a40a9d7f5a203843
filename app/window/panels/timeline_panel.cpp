#include <imgui.h>

#include <array>
#include <cmath>

#include "app/window/panels/panels.h"
#include "app/window/panels/plot.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr std::array<double, 5> kSpeeds = {0.5, 1.0, 3.0, 6.0, 12.0};
constexpr std::array<std::string_view, 3> kLoops = {"once", "loop", "ping_pong"};

void play_buttons(const Ui& ui, const Session& session, bool compact) {
  const Playback& play = session.playback;
  const float gap = ui.px(2);
  const auto next = [&] { ImGui::SameLine(0, gap); };
  if (!compact) {
    if (icon_button(ui, "timeline.first", Icon::first, ui.say("timeline.first"))) ui.act(action::GoFirst{});
    next();
  }
  if (icon_button(ui, "timeline.step_back", Icon::step_back, ui.say("timeline.step_back"), false, true, true))
    ui.act(action::StepWeeks{-1});
  next();
  if (!compact) {
    const bool backwards = play.playing && play.direction < 0;
    if (icon_button(ui, "timeline.reverse", backwards ? Icon::pause : Icon::reverse,
                    ui.say("timeline.reverse"), backwards)) {
      ui.act(action::SetDirection{-1});
      ui.act(action::SetPlaying{!backwards});
    }
    next();
  }
  const bool forwards = play.playing && play.direction > 0;
  if (button(ui, "timeline.play", "", ButtonLook::primary, forwards ? Icon::pause : Icon::play,
             ImVec2(ui.px(48), control_height(ui)))) {
    ui.act(action::SetDirection{1});
    ui.act(action::SetPlaying{!forwards});
  }
  tooltip(ui, ui.say(forwards ? "timeline.pause" : "timeline.play"));
  next();
  if (icon_button(ui, "timeline.step_forward", Icon::step_forward, ui.say("timeline.step_forward"), false,
                  true, true))
    ui.act(action::StepWeeks{1});
  if (compact) return;
  next();
  if (icon_button(ui, "timeline.last", Icon::last, ui.say("timeline.last"))) ui.act(action::GoLast{});
}

void loop_and_speed(const Ui& ui, const Session& session) {
  std::vector<std::string> speeds;
  int speed = 0;
  for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
    speeds.push_back(ui.fill("timeline.speed", {{"n", number_text(kSpeeds[i], kSpeeds[i] < 1 ? 1 : 0)}}));
    if (session.playback.weeks_per_second >= kSpeeds[i] - 1e-6) speed = static_cast<int>(i);
  }
  if (const auto chosen = dropdown(ui, "timeline.speed", speeds, speed, ui.px(112)))
    ui.act(action::SetSpeed{kSpeeds[static_cast<std::size_t>(*chosen)]});
  ImGui::SameLine(0, ui.px(8));
  if (const auto chosen = dropdown(ui, "timeline.loop", labels(ui, "loop", kLoops),
                                   static_cast<int>(session.playback.loop), ui.px(132)))
    ui.act(action::SetLoop{static_cast<LoopMode>(*chosen)});
}

void playback_menu(const Ui& ui, const Session& session) {
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "timeline.more", Icon::loop, ui.say("timeline.more"))) ImGui::OpenPopup("playback");
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(12)));
  if (ImGui::BeginPopup("playback")) {
    if (icon_button(ui, "timeline.first", Icon::first, ui.say("timeline.first"))) ui.act(action::GoFirst{});
    ImGui::SameLine(0, ui.px(2));
    if (icon_button(ui, "timeline.reverse", Icon::reverse, ui.say("timeline.reverse"))) {
      ui.act(action::SetDirection{-1});
      ui.act(action::SetPlaying{true});
    }
    ImGui::SameLine(0, ui.px(2));
    if (icon_button(ui, "timeline.last", Icon::last, ui.say("timeline.last"))) ui.act(action::GoLast{});
    loop_and_speed(ui, session);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

/// What is said of the evidence over years: the lanes of leaflets and trials are of one session.
std::string timing_card(const Session& session) {
  if (Plot{{}, session.last_week()}.over_years()) return "years";
  return session.region == simulation::Region::calf ? "timing_calf" : "timing_face";
}

void quantity_choice(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const auto offered = offered_quantities(session, data);
  if (offered.empty()) return;
  const std::string shown = shown_quantity(session, data);
  std::vector<std::string> words;
  int selected = 0;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    words.push_back(quantity_words(ui, offered[i]));
    if (offered[i] == shown) selected = static_cast<int>(i);
  }
  if (const auto chosen = dropdown(ui, "timeline.quantity", words, selected, width))
    ui.act(action::SetQuantity{offered[static_cast<std::size_t>(*chosen)]});
  ImGui::SameLine(0, ui.px(4));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (control_height(ui) - ui.px(24)) / 2);
  if (info_button(ui, "info/timeline", ui.say("card.open"))) ui.act(action::OpenCard{timing_card(session)});
}

/// Returns where it begins.
float read_out(const Ui& ui, const Session& session, const Area& area, float y) {
  const std::string week = week_words(ui, session.week());
  const std::string rest = month_words(ui, session.week()) + " · " +
                           ui.fill("time.day", {{"day", number_text(session.week() * 7, 0)}});
  const ImVec2 week_size = text_size(ui, TextStyle::title, week);
  const ImVec2 rest_size = text_size(ui, TextStyle::body, rest);
  const float middle = y + control_height(ui) / 2;
  const float right = area.max.x - ui.px(20);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text_at(ui, list, TextStyle::body, {right - rest_size.x, middle - rest_size.y / 2},
               ui.colours.text_quiet, rest);
  const float left = right - rest_size.x - ui.px(12) - week_size.x;
  draw_text_at(ui, list, TextStyle::title, {left, middle - week_size.y / 2}, ui.colours.text, week);
  return left;
}

/// What the bands of the curve are, between the choice of the quantity and the read-out. The band of the
/// reading is drawn where there is room to say what it is; two plans have the bands of people alone.
Bands band_key(const Ui& ui, const Session& session, const ViewData& data, float left, float right, float y) {
  const Curve* shown = data.curve(shown_quantity(session, data));
  if (!shown || session.view().beside) return Bands::people;
  const ImVec2 size = band_key_size(ui, *shown);
  if (left + size.x > right) return Bands::people;
  draw_band_key(ui, *shown, {left, y + (control_height(ui) - size.y) / 2});
  return Bands::with_reading;
}

void curve(const Ui& ui, const Session& session, const ViewData& data, const Area& area, float top,
           Bands bands) {
  const Curve* shown = data.curve(shown_quantity(session, data));
  const Curve* second = shown && data.beside ? data.beside->curve(shown->quantity) : nullptr;
  const bool two = session.view().beside.has_value();
  const bool years = Plot{{}, session.last_week()}.over_years();
  const float lane = ui.px(18);
  const bool roomy = area.max.y - top > ui.px(124);
  const bool lanes = roomy && !two && !years;
  const float below = ui.px(22) + (lanes ? 2 * lane + ui.px(2) : two ? lane + ui.px(4) : 0);
  const Area inner{{area.min.x + ui.px(84), top + ui.px(two || years ? 24.0f : 18.0f)},
                   {area.max.x - ui.px(24), area.max.y - below - ui.px(4)}};
  const Plot plot = make_plot(inner, shown, session.last_week(), bands, second);
  ImGui::SetCursorScreenPos(ImVec2(inner.min.x, inner.min.y - ui.px(16)));
  const Press press =
      press_area(ui, "timeline.curve", ImVec2(inner.width(), area.max.y - inner.min.y + ui.px(12)));
  draw_axes(ui, plot, shown, true);
  if (second) draw_second_band(ui, plot, *second);
  if (shown) draw_band(ui, plot, *shown, bands);
  draw_marks(ui, plot, session, shown);
  if (lanes) draw_claims(ui, plot, data.claims, session.region, inner.max.y + ui.px(24), lane);
  if (two) draw_plan_key(ui, plot, session, inner.max.y + ui.px(26));
  if (second) draw_second_knob(ui, plot, *second, session.week());
  draw_play_head(ui, plot, shown, session.week(), ui.px(press.held || press.hovered ? 8.5f : 7.0f));
  if (press.held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const double week = plot.week_at(ImGui::GetIO().MousePos.x);
    if (week != session.week()) ui.act(action::SetWeek{week});
  }
}

}  // namespace

void timeline_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& area) {
  begin_area("timeline", area, ImVec2(0, 0), packed(ui.colours.panel));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine(area.min, ImVec2(area.max.x, area.min.y), packed(ui.colours.hairline));
  const bool compact = area.width() < ui.px(1000);
  const float y = area.min.y + ui.px(10);
  ImGui::SetCursorScreenPos(ImVec2(area.min.x + ui.px(20), y));
  play_buttons(ui, session, compact);
  if (compact)
    playback_menu(ui, session);
  else {
    ImGui::SameLine(0, ui.px(12));
    loop_and_speed(ui, session);
  }
  ImGui::SameLine(0, ui.px(compact ? 8.0f : 20.0f));
  quantity_choice(ui, session, data, ui.px(compact ? 168.0f : 240.0f));
  const float left = ImGui::GetItemRectMax().x + ui.px(20);
  const float right = read_out(ui, session, area, y) - ui.px(20);
  const Bands bands = band_key(ui, session, data, left, right, y);
  curve(ui, session, data, area, y + control_height(ui) + ui.px(4), bands);
  ImGui::End();
}

}  // namespace app
