#include <imgui.h>

#include <array>
#include <functional>

#include "app/base/names.h"
#include "app/window/panels/findings.h"
#include "app/window/panels/panels.h"
#include "app/window/panels/words.h"
#include "app/window/widgets/controls.h"

namespace app {
namespace {

using simulation::Person;

constexpr std::array<std::string_view, 4> kGrades = {"0", "1", "2", "3"};

void caption(const Ui& ui, std::string_view key) {
  line(ui, TextStyle::caption, ui.colours.text_quiet, ui.say(key));
}

void skin_tones(const Ui& ui, Person& person, float width) {
  caption(ui, "person.skin_tone");
  const float gap = ui.px(8);
  const float side = std::min(ui.px(36), (width - 5 * gap) / 6);
  for (int tone = 1; tone <= 6; ++tone) {
    if (tone > 1) ImGui::SameLine(0, gap);
    const std::string id = "person.skin_tone/" + std::to_string(tone);
    const Press press = press_area(ui, id.c_str(), ImVec2(side, side));
    tooltip(ui, ui.fill("person.skin_tone_n", {{"n", number_text(tone, 0)}}));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 centre((press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2);
    const bool chosen = person.skin_tone == tone;
    list.AddCircleFilled(centre, side / 2 - ui.px(4), packed(skin_swatch(tone)), 48);
    list.AddCircle(centre, side / 2 - ui.px(4), packed(ui.colours.edge), 48, ui.px(1));
    if (chosen || press.hovered)
      list.AddCircle(centre, side / 2 - ui.px(1), packed(chosen ? ui.colours.accent : ui.colours.edge), 48,
                     ui.px(2));
    if (press.clicked) person.skin_tone = tone;
  }
}

void pair(const Ui& ui, const char* id, simulation::Sided<double>& value, StepperRange range, float width) {
  range.prefix = ui.say("side.left_short");
  const float half = (width - ui.px(8)) / 2;
  if (const auto v = stepper(ui, (std::string(id) + "/left").c_str(), value.left, range, half))
    value.left = *v;
  ImGui::SameLine(0, ui.px(8));
  range.prefix = ui.say("side.right_short");
  if (const auto v = stepper(ui, (std::string(id) + "/right").c_str(), value.right, range, half))
    value.right = *v;
}

void calf_measures(const Ui& ui, Person& person, float width) {
  caption(ui, "person.girth");
  pair(ui, "person.girth", person.calf.max_girth_cm, {26, 50, 0.1, 1, "cm", ""}, width);
  caption(ui, "person.thickness");
  pair(ui, "person.thickness", person.calf.gastrocnemius_mm, {8, 35, 0.5, 1, "mm", ""}, width);
  caption(ui, "person.fat");
  if (const auto v =
          stepper(ui, "person.fat", person.calf.fat_mm, {2, 25, 0.5, 1, "mm", ""}, (width - ui.px(8)) / 2))
    person.calf.fat_mm = *v;
}

void grade_rows(const Ui& ui, const char* id, std::string_view name, simulation::LineGrade& grade,
                float width) {
  line(ui, TextStyle::body, ui.colours.text, name);
  const float half = (width - ui.px(8)) / 2;
  const auto words = labels(ui, "grade", kGrades);
  if (const auto v = dropdown(ui, (std::string(id) + "/rest").c_str(), words, grade.rest, half))
    grade.rest = *v;
  ImGui::SameLine(0, ui.px(8));
  if (const auto v = dropdown(ui, (std::string(id) + "/effort").c_str(), words, grade.effort, half))
    grade.effort = *v;
}

void face_grades(const Ui& ui, Person& person, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  caption(ui, "person.at_rest");
  draw_text_at(ui, *ImGui::GetWindowDrawList(), TextStyle::caption,
               ImVec2(start.x + (width + ui.px(8)) / 2, start.y), ui.colours.text_quiet,
               ui.say("person.at_effort"));
  grade_rows(ui, "person.glabella", ui.say("place.glabella"), person.face.glabella, width);
  grade_rows(ui, "person.forehead", ui.say("place.forehead"), person.face.forehead, width);
  grade_rows(ui, "person.crows_feet_left", ui.say("person.crows_feet_left"), person.face.crows_feet.left,
             width);
  grade_rows(ui, "person.crows_feet_right", ui.say("person.crows_feet_right"), person.face.crows_feet.right,
             width);
}

}  // namespace

void person_section(const Ui& ui, const Session& session, const ViewData& data, float width) {
  Person person = session.plan().person;
  const float half = (width - ui.px(8)) / 2;
  const auto sexes = labels(ui, "sex", words_of(kSexNames));
  if (const auto v = segmented(ui, "person.sex", sexes, static_cast<int>(person.sex), width))
    person.sex = static_cast<simulation::Sex>(*v);
  caption(ui, "person.age");
  if (const auto v =
          stepper(ui, "person.age", person.age_years, {18, 90, 1, 0, ui.say("unit.years"), ""}, half))
    person.age_years = *v;
  mark_item(ui, data, "person.age_years");
  caption(ui, "person.activity");
  const auto activities = labels(ui, "activity", words_of(kActivityNames));
  if (const auto v = segmented(ui, "person.activity", activities, static_cast<int>(person.activity), width))
    person.activity = static_cast<simulation::Activity>(*v);
  skin_tones(ui, person, width);
  space(ui, 8);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const bool calf = session.region == simulation::Region::calf;
  if (calf)
    calf_measures(ui, person, width);
  else
    face_grades(ui, person, width);
  mark_field(ui, data, {start.x - ui.px(6), start.y - ui.px(2)},
             {start.x + width + ui.px(6), ImGui::GetItemRectMax().y + ui.px(4)},
             calf ? "person.calf" : "person.face", true);
  if (!(person == session.plan().person)) ui.act(action::SetPerson{person});
}

}  // namespace app
