#include <imgui.h>

#include <array>

#include "app/base/names.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 3> kShown = {"both", "toxin", "filler"};

/// The diamond that marks fillers on the timeline too.
void heading(const Ui& ui, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float half = ui.px(5), middle = start.y + ui.fonts[TextStyle::title]->FontSize / 2;
  const float x = start.x + half;
  ImGui::GetWindowDrawList()->AddQuadFilled({x, middle - half}, {x + half, middle}, {x, middle + half},
                                            {x - half, middle}, packed(ui.colours.filler));
  ImGui::SetCursorScreenPos(ImVec2(start.x + ui.px(18), start.y));
  line(ui, TextStyle::title, ui.colours.text, ui.say("filler.title"));
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(ImVec2(start.x + width - ui.px(24), start.y));
  if (info_button(ui, "info/filler", ui.say("card.open"))) ui.act(action::OpenCard{"filler"});
  ImGui::SetCursorScreenPos(ImVec2(start.x, below.y));
}

void one_filler(const Ui& ui, const simulation::Filler& filler, int index, float width) {
  const std::string id = "filler/" + std::to_string(index);
  const float gap = ui.px(8), side = control_height(ui);
  simulation::Filler changed = filler;
  const auto sites = labels(ui, "filler.site", words_of(kFillerSiteNames));
  if (const auto site =
          dropdown(ui, (id + "/site").c_str(), sites, static_cast<int>(filler.site), width - side - gap))
    changed.site = static_cast<simulation::FillerSite>(*site);
  ImGui::SameLine(0, gap);
  if (icon_button(ui, (id + "/remove").c_str(), Icon::close, ui.say("filler.remove")))
    return ui.act(action::RemoveFiller{index});
  const float half = (width - gap) / 2;
  if (const auto ml =
          stepper(ui, (id + "/ml").c_str(), filler.millilitres, {0.0, 3.0, 0.1, 1, "mL", ""}, half))
    changed.millilitres = *ml;
  ImGui::SameLine(0, gap);
  if (const auto week = stepper(ui, (id + "/week").c_str(), filler.week,
                                {0, 156, 1, 0, ui.say("unit.week_short"), ""}, half))
    changed.week = *week;
  if (!(changed == filler)) ui.act(action::SetFiller{index, changed});
}

void what_is_left(const Ui& ui, const Session& session, double ml, float width) {
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet,
            ui.fill("filler.left", {{"week", week_words(ui, session.week())}, {"ml", number_text(ml, 1)}}),
            width);
}

}  // namespace

void filler_section(const Ui& ui, const Session& session, const ViewData& data, float width) {
  heading(ui, width);
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("filler.text"), width);
  const auto& fillers = session.plan().fillers;
  space(ui, 6);
  for (std::size_t i = 0; i < fillers.size(); ++i) {
    one_filler(ui, fillers[i], static_cast<int>(i), width);
    if (i < data.filler_left_ml.size() && data.filler_left_ml[i])
      what_is_left(ui, session, *data.filler_left_ml[i], width);
    space(ui, 6);
  }
  if (button(ui, "filler.add", ui.say("filler.add"), ButtonLook::secondary, Icon::plus, ImVec2(0, 0),
             fillers.size() < 10))
    ui.act(action::AddFiller{});
  if (fillers.empty()) return;
  space(ui, 8);
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("treatment.title"));
  const auto shown = labels(ui, "treatment", kShown);
  if (const auto chosen = segmented(ui, "filler.shown", shown, static_cast<int>(session.treatment), width))
    ui.act(action::SetTreatment{static_cast<Treatment>(*chosen)});
  paragraph(ui, TextStyle::caption, ui.colours.text_quiet, ui.say("filler.curve"), width);
}

}  // namespace app
