#include "app/window/panels/structure_card.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

#include "app/base/names.h"
#include "app/body/quantity_words.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

constexpr float kWidthDp = 300.0f, kKioskWidthDp = 380.0f;
constexpr float kGapDp = 30.0f, kKioskGapDp = 44.0f;  // from the point to the card; a finger hides more
constexpr float kPadDp = 14.0f;
constexpr float kNarrowest = 0.7f;  // share of its width that a card keeps where it can

/// One paragraph of the card.
struct Passage {
  TextStyle style;
  Colour colour;
  std::string words;
  float before_dp = 0.0f;     // free space above it
  bool beside_close = false;  // shares its lines with the button that closes
};

std::string key_of(simulation::Structure structure, std::string_view part) {
  return "structure." + std::string(simulation::row_of(structure).key) + "." + std::string(part);
}

ImVec2 wrapped_size(const Ui& ui, const Passage& passage, float width) {
  ImGui::PushFont(ui.fonts[passage.style]);
  const char* words = passage.words.c_str();
  const ImVec2 size = ImGui::CalcTextSize(words, words + passage.words.size(), false, std::max(width, 1.0f));
  ImGui::PopFont();
  return size;
}

void effect_passages(const Ui& ui, const Session& session, const StructureView& view,
                     std::vector<Passage>& passages) {
  using Reach = StructureEffect::Reach;
  const StructureEffect& effect = view.effect;
  if (effect.reach == Reach::none) {
    passages.push_back(
        {TextStyle::body, ui.colours.text_quiet, ui.say("structure.not_treated"), 8.0f, false});
    return;
  }
  const std::string responder =
      ui.say("responder_long." + std::string(name_of(kResponderNames, session.responder)));
  passages.push_back(
      {TextStyle::caption, ui.colours.text_quiet,
       ui.fill("stage.now", {{"week", week_words(ui, session.week())}, {"responder", responder}}), 10.0f,
       false});
  passages.push_back({TextStyle::strong, ui.colours.text,
                      ui.fill("structure.effect",
                              {{"block", quantity_value(ui.texts, block_of(session.region), effect.block)},
                               {"volume", quantity_value(ui.texts, muscle_loss_of(session.region),
                                                         100.0 * (effect.volume - 1.0))}}),
                      2.0f, false});
  if (effect.reach == Reach::spread)
    passages.push_back({TextStyle::caption, ui.colours.text_quiet, ui.say("structure.spread"), 4.0f, false});
}

std::vector<Passage> passages_of(const Ui& ui, const Session& session, const StructureView& view) {
  const Tapped& tapped = *session.tapped;
  std::vector<Passage> passages;
  if (tapped.below_skin)
    passages.push_back({TextStyle::caption, ui.colours.text_quiet, ui.say("structure.below"), 0.0f, true});
  if (session.compare == Join::beside && session.view().beside) {
    const simulation::Plan& plan = tapped.pane == 1 ? *session.view().beside : session.plan();
    passages.push_back(
        {TextStyle::caption, ui.colours.text_quiet, plan_words(ui, tapped.pane, plan), 0.0f, true});
  }
  passages.push_back({TextStyle::title, ui.colours.text, structure_words(ui, tapped.structure), 0.0f, true});
  passages.push_back({TextStyle::caption, ui.colours.text_quiet, structure_term(ui, tapped), 2.0f, false});
  passages.push_back(
      {TextStyle::body, ui.colours.text, ui.say(key_of(tapped.structure, "text")), 8.0f, false});
  effect_passages(ui, session, view, passages);
  return passages;
}

/// Lays the passages out below each other from `top`, or only measures. Returns where they end.
float lay(const Ui& ui, const std::vector<Passage>& passages, ImVec2 top, float width, bool draw) {
  const float close = control_height(ui) + ui.px(4);
  const float least = top.y + control_height(ui);  // the button has to fit as well
  float y = top.y;
  for (const Passage& passage : passages) {
    const float room = passage.beside_close ? width - close : width;
    if (!passage.beside_close && y < least && passage.style != TextStyle::caption) y = least;
    y += ui.px(passage.before_dp);
    if (draw) {
      ImGui::SetCursorScreenPos(ImVec2(top.x, y));
      paragraph(ui, passage.style, passage.colour, passage.words, room);
    }
    y += wrapped_size(ui, passage, room).y;
  }
  return std::max(y, least);
}

/// What can be left out of the picture, where the layer shows what the card tells of.
struct Choice {
  const char* id;
  std::string words;
  Action action;
};

std::vector<Choice> choices_of(const Ui& ui, const Session& session) {
  std::vector<Choice> choices;
  if (!shows_anatomy(session.layer)) return choices;
  const simulation::Structure tapped = session.tapped->structure;
  const StructureSet hidden = session.hidden & structures_of(session.region);
  StructureSet others = structures_of(session.region, render::Layer::muscle);
  others.reset(static_cast<std::size_t>(tapped));
  // Not the last that is drawn: fat is in a layer of its own.
  if ((others & ~hidden).any()) {
    choices.push_back({"structure.only", ui.say("structure.only"), action::IsolateStructure{tapped}});
    choices.push_back({"structure.hide", ui.say("structure.hide"), action::HideStructure{tapped}});
  }
  if (hidden.any())
    choices.push_back({"structure.all", ui.say("structure.all"), action::ShowAllStructures{}});
  return choices;
}

/// The choices as buttons, as many side by side as fit; or only measures. Returns where they end.
float lay_choices(const Ui& ui, const std::vector<Choice>& choices, ImVec2 top, float width, bool draw) {
  if (choices.empty()) return top.y;
  const float gap = ui.px(6), height = control_height(ui);
  float x = 0, y = top.y + ui.px(12);
  for (const Choice& choice : choices) {
    const float wide = text_size(ui, TextStyle::strong, choice.words).x + 2 * ui.px(12);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += height + gap;
    }
    if (draw) {
      ImGui::SetCursorScreenPos(ImVec2(top.x + x, y));
      if (button(ui, choice.id, choice.words, ButtonLook::secondary, Icon::none, ImVec2(wide, height)))
        ui.act(choice.action);
    }
    x += wide + gap;
  }
  return y + height;
}

/// From the point to where the card is nearest.
void leader(const Ui& ui, ImVec2 point, const Area& card) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float radius = ui.px(5.0f), corner = ui.px(14);
  const ImVec2 to(std::clamp(point.x, card.min.x, card.max.x),
                  std::clamp(point.y, card.min.y + corner, card.max.y - corner));
  list.AddLine(point, to, packed(ui.colours.panel), ui.px(4));
  list.AddLine(point, to, packed(ui.colours.accent), ui.px(2));
  list.AddCircleFilled(point, radius + ui.px(2), packed(ui.colours.panel), 32);
  list.AddCircleFilled(point, radius, packed(ui.colours.accent), 32);
}

}  // namespace

std::string structure_words(const Ui& ui, simulation::Structure structure) {
  return ui.say(key_of(structure, "name"));
}

std::string structure_term(const Ui& ui, const Tapped& tapped) {
  const bool left = tapped.side == simulation::BodySide::left;
  const std::string side = simulation::is_midline(tapped.structure) ? "structure.midline"
                           : left                                   ? "side.left"
                                                                    : "side.right";
  return std::string(simulation::row_of(tapped.structure).term) + " · " + ui.say(side);
}

Area card_beside(const Area& room, ImVec2 point, float gap, float width,
                 const std::function<float(float width)>& height_at) {
  const float right = room.max.x - point.x - gap, left = point.x - gap - room.min.x;
  const float below = room.max.y - point.y - gap, above = point.y - gap - room.min.y;
  const auto at = [&](float x, float y, float w, float h) {
    const float top = std::clamp(y, room.min.y, std::max(room.min.y, room.max.y - h));
    return Area{{x, top}, {x + w, top + h}};
  };
  const auto beside = [&](bool to_the_right) {
    const float w = std::min(width, to_the_right ? right : left);
    const float h = std::min(height_at(w), room.height());
    return at(to_the_right ? point.x + gap : point.x - gap - w, point.y - h / 2, w, h);
  };
  // Outward, so that the middle of the picture stays free.
  const bool outward = point.x >= (room.min.x + room.max.x) / 2;
  const float least = kNarrowest * width;
  if ((outward ? right : left) >= least) return beside(outward);
  if ((outward ? left : right) >= least) return beside(!outward);
  const float wide = std::min(width, room.width()), high = height_at(wide);
  if (std::max(above, below) >= high) {
    const float x = std::clamp(point.x - wide / 2, room.min.x, room.max.x - wide);
    return at(x, below >= high ? point.y + gap : point.y - gap - high, wide, high);
  }
  return beside(right >= left);
}

void structure_card(const Ui& ui, const Session& session, const StructureView& view, ImVec2 point,
                    const Area& room, const Area& stage) {
  const auto passages = passages_of(ui, session, view);
  const auto choices = choices_of(ui, session);
  const float pad = ui.px(kPadDp), gap = ui.px(ui.kiosk ? kKioskGapDp : kGapDp);
  const auto height_at = [&](float width) {
    const float end = lay(ui, passages, ImVec2(0, 0), width - 2 * pad, false);
    return lay_choices(ui, choices, ImVec2(0, end), width - 2 * pad, false) + 2 * pad;
  };
  const float width = ui.px(ui.kiosk ? kKioskWidthDp : kWidthDp);
  Area card = card_beside(room, point, gap, width, height_at);
  const float wanted = height_at(card.width());
  if (card.width() < kNarrowest * width || card.height() < wanted)
    card = card_beside(stage, point, gap, width, height_at);
  leader(ui, point, card);
  begin_area("structure", card, ImVec2(0, 0), IM_COL32_BLACK_TRANS, true);
  // Over the controls of the stage, under any list that is open.
  if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId))
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(card.min, card.max, packed(ui.colours.panel), ui.px(12));
  list.AddRect(card.min, card.max, packed(ui.colours.edge), ui.px(12));
  const float scrolled = ImGui::GetScrollY();
  const ImVec2 top(card.min.x + pad, card.min.y + pad - scrolled);
  const float words_end = lay(ui, passages, top, card.width() - 2 * pad, true);
  const float end = lay_choices(ui, choices, ImVec2(top.x, words_end), card.width() - 2 * pad, true);
  ImGui::SetCursorScreenPos(ImVec2(card.min.x, end + pad));
  ImGui::Dummy(ImVec2(0, 0));
  const float inset = ui.px(6);
  ImGui::SetCursorScreenPos(ImVec2(card.max.x - inset - control_height(ui), card.min.y + inset - scrolled));
  if (icon_button(ui, "structure.close", Icon::close, ui.say("overlay.close")))
    ui.act(action::CloseStructure{});
  ImGui::End();
}

}  // namespace app
