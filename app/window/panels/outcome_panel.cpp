#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/names.h"
#include "app/check/dose_sums.h"
#include "app/session/dose.h"
#include "app/window/panels/cards.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using simulation::Muscle;
using simulation::Side;

void most_people(const Ui& ui, const Curve& curve, double week, float width) {
  const CurvePoint p = at(curve, week);
  const bool change = curve.quantity.find("change") != std::string::npos;
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet,
            ui.fill("outcome.most_people", {{"low", value_words(ui, curve.unit, p.low, change)},
                                            {"high", value_words(ui, curve.unit, p.high, change)}}),
            width);
}

void girth_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const auto sides = sides_shown(session);
  const Curve* change = data.curve("calf." + sides.front() + ".max_girth_change");
  if (!change) return;
  const Card card(ui, width, ui.colours.raised);
  card_heading(ui, ui.say("outcome.girth"), "girth", "girth", card.inner_width());
  for (const std::string& side : sides) {
    const Reading* reading = data.reading("calf." + side + ".max_girth");
    if (reading)
      before_after(ui, ui.say("side." + side), number_text(reading->before, 1), number_text(reading->now, 1),
                   "cm");
  }
  most_people(ui, *change, session.week(), card.inner_width());
}

std::string side_value(const ViewData& data, const Ui& ui, const std::string& name, double week) {
  const Reading* reading = data.reading(name);
  const Curve* curve = data.curve(name);
  if (!curve) return {};
  const double value = reading ? reading->now : at(*curve, week).middle;
  return value_words(ui, curve->unit, value, curve->unit != "fraction");
}

/// One quantity: one large number, or one per side where they differ; and the range of the first side.
void change_card(const Ui& ui, const Session& session, const ViewData& data, std::string_view key,
                 const std::string& quantity, float width) {
  const auto sides = sides_shown(session);
  const Curve* first = data.curve("calf." + sides.front() + "." + quantity);
  if (!first) return;
  const Card card(ui, width, ui.colours.raised, 12);
  card_heading(ui, ui.say(key), card_of(first->quantity), quantity, card.inner_width());
  std::vector<std::string> words;
  for (const std::string& side : sides)
    words.push_back(side_value(data, ui, "calf." + side + "." + quantity, session.week()));
  if (words.size() < 2 || words[0] == words[1]) {
    line(ui, TextStyle::number, ui.colours.text, words[0]);
  } else {
    line(ui, TextStyle::title, ui.colours.text, ui.say("side.left_short") + " " + words[0]);
    line(ui, TextStyle::title, ui.colours.text, ui.say("side.right_short") + " " + words[1]);
  }
  most_people(ui, *first, session.week(), card.inner_width());
}

std::string grade_words(const Ui& ui, double grade) {
  return ui.say("grade." + std::to_string(std::clamp(static_cast<int>(std::lround(grade)), 0, 3)));
}

/// `Severe → Mild` under its heading, with the range.
void grade_column(const Ui& ui, const ViewData& data, const std::string& quantity, std::string_view key,
                  double week, float width) {
  const Curve* curve = data.curve(quantity);
  if (!curve) return;
  const CurvePoint p = at(*curve, week);
  const Reading* reading = data.reading(quantity);
  const double before = reading ? reading->before : at(*curve, 0.0).middle;
  ImGui::BeginGroup();
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say(key));
  line(ui, TextStyle::body, ui.colours.text_quiet, grade_words(ui, before) + " →");
  line(ui, TextStyle::title, ui.colours.text, grade_words(ui, reading ? reading->now : p.middle));
  const std::string low = grade_words(ui, std::min(p.low, p.high)),
                    high = grade_words(ui, std::max(p.low, p.high));
  const std::string range = low == high ? ui.fill("outcome.most_people_one", {{"value", low}})
                                        : ui.fill("outcome.most_people", {{"low", low}, {"high", high}});
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, range, width);
  ImGui::EndGroup();
}

void line_card(const Ui& ui, const Session& session, const ViewData& data, const std::string& place,
               float width) {
  const std::string base = "face." + place;
  if (!data.curve(base + ".grade_effort")) return;
  const Card card(ui, width, ui.colours.raised, 12);
  card_heading(ui, ui.say("place." + place), "lines_effort", place, card.inner_width());
  const float half = (card.inner_width() - ui.px(12)) / 2;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  grade_column(ui, data, base + ".grade_effort", "outcome.at_effort", session.week(), half);
  const float end = ImGui::GetItemRectMax().y;
  ImGui::SetCursorScreenPos(ImVec2(start.x + half + ui.px(12), start.y));
  grade_column(ui, data, base + ".grade_rest", "outcome.at_rest", session.week(), half);
  ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(end, ImGui::GetItemRectMax().y) + ui.px(6)));
  if (const Curve* share = data.curve(base + ".none_or_mild_effort")) {
    const std::string people = number_text(at(*share, session.week()).middle, 0);
    paragraph(ui, TextStyle::caption, ui.colours.text, ui.fill("outcome.none_or_mild", {{"n", people}}),
              card.inner_width());
  }
}

void brow_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const Curve* left = data.curve("face.brow.left.height_change");
  if (!left) return;
  const Card card(ui, width, ui.colours.raised);
  card_heading(ui, ui.say("outcome.brow"), "brow", "brow", card.inner_width());
  const Reading* reading = data.reading(left->quantity);
  const double now = reading ? reading->now : at(*left, session.week()).middle;
  line(ui, TextStyle::number, ui.colours.text, value_words(ui, "mm", now, true));
  most_people(ui, *left, session.week(), card.inner_width());
}

void face_cards(const Ui& ui, const Session& session, const ViewData& data, float width) {
  static constexpr std::array<std::pair<std::string_view, Muscle>, 3> kPlaces = {
      {{"glabella", Muscle::corrugator},
       {"forehead", Muscle::frontalis},
       {"crows_feet", Muscle::orbicularis_oculi}}};
  bool any = false;
  for (const auto& [place, muscle] : kPlaces) {
    double units = 0;
    for (const auto& one : session.plan().sessions)
      units += units_of(one, muscle, Side::left) + units_of(one, muscle, Side::right);
    if (units > 0) line_card(ui, session, data, std::string(place), width);
    any = any || units > 0;
  }
  if (!any) line_card(ui, session, data, "glabella", width);
  brow_card(ui, session, data, width);
}

void heading(const Ui& ui, const Session& session, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  line(ui, TextStyle::title, ui.colours.text,
       ui.fill("outcome.title", {{"week", week_words(ui, session.week())}}));
  const std::string month = month_words(ui, session.week());
  const float month_width = text_size(ui, TextStyle::body, month).x;
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::body,
               ImVec2(start.x + width - month_width, start.y + ui.px(3)), ui.colours.text_quiet, month);
  space(ui, 6);
  const float info = ui.px(30);
  const auto words = labels(ui, "responder", words_of(kResponderNames));
  if (const auto chosen =
          segmented(ui, "outcome.responder", words, static_cast<int>(session.responder), width - info))
    ui.act(action::SetResponder{static_cast<simulation::Responder>(*chosen)});
  ImGui::SameLine(0, ui.px(6));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (control_height(ui) - ui.px(24)) / 2);
  if (info_button(ui, "info/responder", ui.say("card.open"))) ui.act(action::OpenCard{"responder"});
}

}  // namespace

void outcome_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& area) {
  begin_area("outcome", area, ImVec2(ui.px(20), ui.px(18)), packed(ui.colours.panel), true);
  const float width = area.width() - ui.px(40) - (ImGui::GetScrollMaxY() > 0 ? ui.px(4) : 0);
  heading(ui, session, width);
  space(ui, 10);
  if (!data.problem.empty()) {
    const Card card(ui, width, ui.colours.warn_ground);
    paragraph(ui, TextStyle::body, ui.colours.on_warn, data.problem, card.inner_width());
  }
  beside_card(ui, session, data, width);
  if (session.region == simulation::Region::calf) {
    girth_card(ui, session, data, width);
    if (data.tape) tape_card(ui, *data.tape, width);
    const float half = (width - ui.px(8)) / 2;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    change_card(ui, session, data, "outcome.volume", "gastrocnemius.volume_change", half);
    const float end = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos(ImVec2(start.x + half + ui.px(8), start.y));
    change_card(ui, session, data, "outcome.block", "gastrocnemius.block", half);
    ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(end, ImGui::GetCursorScreenPos().y)));
    if (session.view().beside || session.plan().sessions.size() > 2) thickness_card(ui, session, data, width);
    measures_card(ui, session, data, width);
  } else {
    face_cards(ui, session, data, width);
    thickness_card(ui, session, data, width);
  }
  {
    const Card card(ui, width, ui.colours.accent_soft);
    line(ui, TextStyle::strong, ui.colours.on_soft, ui.say("aftercare.title"));
    paragraph(ui, TextStyle::body, ui.colours.on_soft, ui.say(aftercare_key(session)), card.inner_width());
  }
  ImGui::End();
}

}  // namespace app
