#include <imgui.h>

#include <algorithm>

#include "app/body/quantity_words.h"
#include "app/window/panels/cards.h"
#include "app/window/panels/ranges.h"
#include "app/window/panels/words.h"
#include "app/window/view/curves.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

/// `A  −18 %   most people −25 % to −10 %` of one plan.
void value_row(const Ui& ui, std::string_view letter, Colour colour, const Curve& curve,
               const Session& session, float width) {
  const ShownValue shown = shown_value(curve, session);
  const ValueWords words = words_of_values(ui, curve);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const std::string value = words(shown.now);
  float x = start.x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (!letter.empty()) {
    draw_text_at(ui, list, TextStyle::strong, start, colour, letter);
    x += ui.px(20);
  }
  draw_text_at(ui, list, TextStyle::title, ImVec2(x, start.y - ui.px(2)), ui.colours.text, value);
  x += std::max(text_size(ui, TextStyle::title, value).x + ui.px(10), ui.px(64));
  ImGui::SetCursorScreenPos(ImVec2(x, start.y + ui.px(2)));
  const simulation::Quantity& quantity = quantity_of(curve.quantity);
  const std::string range = quantity.told == simulation::Told::share
                                ? std::string()
                                : range_words(ui.texts, quantity, shown.range, words);
  ImGui::BeginGroup();
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, range, start.x + width - x);
  ImGui::EndGroup();
  const float end = std::max(ImGui::GetItemRectMax().y, start.y + text_size(ui, TextStyle::title, value).y);
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy(ImVec2(width, end - start.y));
}

/// One row, or one per plan where there are two.
void value_rows(const Ui& ui, const Session& session, const ViewData& data, const std::string& quantity,
                float width) {
  const Curve* own = data.curve(quantity);
  if (!own) return;
  const bool two = session.view().beside.has_value();
  value_row(ui, two ? "A" : "", ui.colours.accent, *own, session, width);
  if (!two || !data.beside) return;
  if (const Curve* second = data.beside->curve(quantity))
    value_row(ui, "B", ui.colours.second, *second, session, width);
}

}  // namespace

void beside_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const std::string quantity = shown_quantity(session, data);
  if (!session.view().beside || quantity.empty()) return;
  {
    const Card card(ui, width, ui.colours.raised, 12);
    card_heading(ui, quantity_words(ui, quantity), card_with_range(quantity), "beside", card.inner_width());
    value_rows(ui, session, data, quantity, card.inner_width());
  }
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("beside.rest_is_a"), width);
  space(ui, 4);
}

void thickness_card(const Ui& ui, const Session& session, const ViewData& data, float width) {
  const auto quantities = thickness_quantities(session, data);
  if (quantities.empty()) return;
  const Card card(ui, width, ui.colours.raised, 12);
  card_heading(ui, ui.say("outcome.thickness"), {"years", quantities.front()}, "thickness",
               card.inner_width());
  for (const std::string& quantity : quantities) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    line(ui, TextStyle::body, ui.colours.text,
         shortened(ui, TextStyle::body, thickness_words(ui, quantity, quantities), card.inner_width()));
    ImGui::SetCursorScreenPos(ImVec2(start.x, ImGui::GetCursorScreenPos().y));
    value_rows(ui, session, data, quantity, card.inner_width());
  }
}

}  // namespace app
