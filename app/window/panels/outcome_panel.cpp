#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "app/base/names.h"
#include "app/body/quantity_words.h"
#include "app/window/panels/cards.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/ranges.h"
#include "app/window/panels/side_effects_page.h"
#include "app/window/panels/words.h"
#include "app/window/view/curves.h"
#include "app/window/widgets/controls.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

/// The range of a side's words, told of that side where another side's differs.
std::vector<std::string> ranges_by_side(const Ui& ui, const Session& session, const ViewData& data,
                                        std::span<const std::string> sides, const std::string& quantity) {
  std::vector<std::string> words;
  for (const std::string& side : sides)
    if (const Curve* curve = data.curve("calf." + side + "." + quantity))
      words.push_back(people_words(ui, session, *curve));
  if (std::all_of(words.begin(), words.end(), [&](const auto& other) { return other == words.front(); })) {
    words.resize(std::min<std::size_t>(words.size(), 1));
    return words;
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] = ui.fill("outcome.side_range", {{"side", ui.say("side." + sides[i])}, {"range", words[i]}});
  return words;
}

/// What a tape may read of the leg that is not treated, where the other one is.
void untreated_side(const Ui& ui, const Session& session, const ViewData& data,
                    const std::vector<std::string>& treated, float width) {
  if (treated.size() != 1) return;
  const std::string side = treated.front() == "left" ? "right" : "left";
  const Curve* change = data.curve("calf." + side + ".max_girth_change");
  if (!change || !only_read(shown_value(*change, session).range.spread)) return;
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet,
            ui.fill("outcome.side_range",
                    {{"side", ui.say("side." + side)}, {"range", people_words(ui, session, *change)}}),
            width);
}

void girth_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const auto sides = sides_shown(session);
  const Curve* change = data.curve("calf." + sides.front() + ".max_girth_change");
  if (!change) return;
  const Card card(ui, width, ui.colours.raised);
  card_heading(ui, ui.say("outcome.girth"), card_with_range(change->quantity), "girth", card.inner_width());
  for (const std::string& side : sides)
    if (const Curve* girth = data.curve("calf." + side + ".max_girth")) {
      const simulation::Quantity& quantity = quantity_of(girth->quantity);
      const ShownValue shown = shown_value(*girth, session);
      before_after(ui, ui.say("side." + side), quantity_digits(quantity, shown.before),
                   quantity_digits(quantity, shown.now), quantity.unit);
    }
  const auto ranges = ranges_by_side(ui, session, data, sides, "max_girth_change");
  for (const std::string& words : ranges)
    paragraph(ui, TextStyle::caption, ui.colours.text_quiet, words, card.inner_width());
  reading_and_parts(ui, session, *change, ranges.size() > 1 ? ui.say("side." + sides.front()) : "",
                    card.inner_width());
  untreated_side(ui, session, data, sides, card.inner_width());
}

/// One quantity: one large number, or one per side where they differ; and the range of the first side.
void change_card(const Ui& ui, const Session& session, const ViewData& data, std::string_view key,
                 const std::string& quantity, float width) {
  const auto sides = sides_shown(session);
  const Curve* first = data.curve("calf." + sides.front() + "." + quantity);
  if (!first) return;
  const Card card(ui, width, ui.colours.raised, 12);
  card_heading(ui, ui.say(key), card_with_range(first->quantity), quantity, card.inner_width());
  std::vector<std::string> words;
  for (const std::string& side : sides)
    if (const Curve* curve = data.curve("calf." + side + "." + quantity))
      words.push_back(value_words(ui, curve->quantity, shown_value(*curve, session).now));
  if (words.size() < 2 || words[0] == words[1]) {
    line(ui, TextStyle::number, ui.colours.text, words[0]);
  } else {
    line(ui, TextStyle::title, ui.colours.text, ui.say("side.left_short") + " " + words[0]);
    line(ui, TextStyle::title, ui.colours.text, ui.say("side.right_short") + " " + words[1]);
  }
  range_of_people(ui, session, *first, ranges_by_side(ui, session, data, sides, quantity).front(),
                  card.inner_width());
}

/// `Severe → Mild` under its heading, with the range.
void grade_column(const Ui& ui, const Session& session, const ViewData& data, const std::string& quantity,
                  std::string_view key, float width) {
  const Curve* curve = data.curve(quantity);
  if (!curve) return;
  const ShownValue shown = shown_value(*curve, session);
  ImGui::BeginGroup();
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say(key));
  line(ui, TextStyle::body, ui.colours.text_quiet, grade_words(ui, shown.before) + " →");
  line(ui, TextStyle::title, ui.colours.text, grade_words(ui, shown.now));
  range_of_people(ui, session, *curve, people_words(ui, session, *curve), width);
  ImGui::EndGroup();
}

void line_card(const Ui& ui, const Session& session, const ViewData& data, simulation::FaceLine face_line,
               float width) {
  const std::string place(name(face_line)), base = "face." + place;
  if (!data.curve(base + ".grade_effort")) return;
  const Card card(ui, width, ui.colours.raised, 12);
  card_heading(ui, ui.say("place." + place), card_with_range(base + ".grade_effort"), place,
               card.inner_width());
  const float half = (card.inner_width() - ui.px(12)) / 2;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  grade_column(ui, session, data, base + ".grade_effort", "outcome.at_effort", half);
  const float end = ImGui::GetItemRectMax().y;
  ImGui::SetCursorScreenPos(ImVec2(start.x + half + ui.px(12), start.y));
  grade_column(ui, session, data, base + ".grade_rest", "outcome.at_rest", half);
  ImGui::SetCursorScreenPos(ImVec2(start.x, std::max(end, ImGui::GetItemRectMax().y) + ui.px(6)));
  if (const Curve* share = data.curve(base + ".none_or_mild_effort")) {
    const std::string people =
        quantity_digits(quantity_of(share->quantity), shown_value(*share, session).now);
    paragraph(ui, TextStyle::caption, ui.colours.text, ui.fill("outcome.none_or_mild", {{"n", people}}),
              card.inner_width());
  }
}

void brow_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const Curve* left = data.curve("face.brow.left.height_change");
  if (!left) return;
  const Card card(ui, width, ui.colours.raised);
  card_heading(ui, ui.say("outcome.brow"), card_with_range(left->quantity), "brow", card.inner_width());
  line(ui, TextStyle::number, ui.colours.text,
       value_words(ui, left->quantity, shown_value(*left, session).now));
  range_of_people(ui, session, *left, people_words(ui, session, *left), card.inner_width());
}

void face_cards(const Ui& ui, const Session& session, const ViewData& data, float width) {
  bool any = false;
  for (const simulation::FaceLine face_line : simulation::kFaceLines)
    if (simulation::line_units(session.plan(), face_line) > 0) {
      line_card(ui, session, data, face_line, width);
      any = true;
    }
  if (!any) line_card(ui, session, data, simulation::FaceLine::glabella, width);
  brow_card(ui, session, data, width);
}

void heading(const Ui& ui, const Session& session, const ViewData& data, float width) {
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
  if (info_button(ui, "info/responder", ui.say("card.open")))
    ui.act(action::OpenCard{"responder", shown_quantity(session, data)});
}

/// Figures, side effects: one after the other in the same place.
void page_choice(const Ui& ui, const Session& session, float width) {
  const std::array<std::string, 2> words = {ui.say("outcome.page.figures"),
                                            ui.say("outcome.page.side_effects")};
  if (const auto chosen = segmented(ui, "outcome.page", words, static_cast<int>(session.outcome_page), width))
    ui.act(action::SetOutcomePage{static_cast<OutcomePage>(*chosen)});
}

void figures(const Ui& ui, const Session& session, const ViewData& data, float width) {
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
    change_card(ui, session, data, "outcome.push_off", "push_off_change", width);
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
}

}  // namespace

void outcome_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& area) {
  begin_area("outcome", area, ImVec2(ui.px(20), ui.px(18)), packed(ui.colours.panel), true);
  const float width = area.width() - ui.px(40) - (ImGui::GetScrollMaxY() > 0 ? ui.px(4) : 0);
  page_choice(ui, session, width);
  space(ui, 10);
  if (session.outcome_page == OutcomePage::side_effects) {
    side_effects_page(ui, session, data, width);
    ImGui::End();
    return;
  }
  heading(ui, session, data, width);
  space(ui, 10);
  if (!data.problem.empty()) {
    const Card card(ui, width, ui.colours.warn_ground);
    paragraph(ui, TextStyle::body, ui.colours.on_warn, data.problem, card.inner_width());
  }
  figures(ui, session, data, width);
  ImGui::End();
}

}  // namespace app
