#include "app/window/panels/words.h"

#include <algorithm>
#include <cmath>

#include "app/base/names.h"
#include "app/body/quantity_words.h"
#include "app/check/aftercare.h"
#include "simulation/plan/names.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

/// Keys of which there is a curve.
std::vector<std::string> with_curves(std::vector<std::string> keys, const ViewData& data) {
  std::erase_if(keys, [&](const std::string& key) { return !data.curve(key); });
  return keys;
}

}  // namespace

std::vector<std::string> labels(const Ui& ui, std::string_view prefix,
                                std::span<const std::string_view> names) {
  std::vector<std::string> list;
  for (const std::string_view name : names)
    list.push_back(ui.say(std::string(prefix) + "." + std::string(name)));
  return list;
}

std::string muscle_words(const Ui& ui, simulation::Muscle muscle) {
  return ui.say("muscle." + std::string(simulation::name(muscle)));
}

std::string product_words(const Ui& ui, simulation::Product product) {
  return ui.say("product." + std::string(name_of(kProductNames, product)));
}

std::string week_words(const Ui& ui, double week) {
  if (week > 0.0 && week < 1.0) return ui.fill("time.day", {{"day", number_text(week * 7, 0)}});
  const bool whole = std::abs(week - std::round(week)) < 0.05;
  return ui.fill("time.week", {{"week", number_text(week, whole ? 0 : 1)}});
}

std::string month_words(const Ui& ui, double week) {
  return ui.fill("time.month", {{"month", number_text(week / kWeeksPerMonth, 1)}});
}

std::vector<std::string> offered_quantities(const Session& session, const ViewData& data) {
  return with_curves(simulation::timeline_quantities(session.plan()), data);
}

std::vector<std::string> thickness_quantities(const Session& session, const ViewData& data) {
  return with_curves(simulation::thickness_quantities(session.plan()), data);
}

std::string thickness_words(const Ui& ui, const std::string& quantity, std::span<const std::string> listed) {
  const auto named = simulation::quantity_named(quantity).value();
  const bool calf = named.quantity->per == simulation::Per::side;
  const std::string& words =
      ui.say("muscle." + std::string(calf ? "gastrocnemius" : name(named.place.muscle)));
  const bool both = std::any_of(listed.begin(), listed.end(), [&](const std::string& other) {
    const auto place = simulation::quantity_named(other).value().place;
    return place.muscle == named.place.muscle && place.side != named.place.side;
  });
  if (!both) return words;
  const std::string& side = ui.say("place." + std::string(name(named.place.side)));
  return ui.fill("outcome.muscle_side", {{"muscle", words}, {"side", side}});
}

std::string plan_words(const Ui& ui, std::size_t number, const simulation::Plan& plan) {
  return ui.fill(number == 0 ? "beside.plan_a" : "beside.plan_b",
                 {{"title", plan.title.empty() ? ui.say("plan.untitled") : plan.title}});
}

std::string shown_quantity(const Session& session, const ViewData& data) {
  const std::string& asked = session.view().quantity;
  if (!asked.empty() && data.curve(asked)) return asked;
  // What pictures of the plan tell the range of.
  const std::string main = simulation::main_quantity(session.plan());
  if (data.curve(main)) return main;
  const auto offered = offered_quantities(session, data);
  return offered.empty() ? std::string() : offered.front();
}

std::string quantity_words(const Ui& ui, std::string_view quantity) {
  return quantity_name(ui.texts, quantity);
}

std::string card_of(std::string_view quantity) {
  return std::string(quantity_of(quantity).card);
}

std::string value_words(const Ui& ui, std::string_view quantity, double value) {
  return quantity_value(ui.texts, quantity_of(quantity), value);
}

std::string grade_words(const Ui& ui, double grade) {
  return ui.say("grade." + std::to_string(std::clamp(static_cast<int>(std::lround(grade)), 0, 3)));
}

std::string aftercare_key(const Session& session) {
  return aftercare_key(session.plan(), session.week());
}

}  // namespace app
