#include "app/window/panels/words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/names.h"
#include "app/check/dose_sums.h"
#include "app/session/dose.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/plan/protocol.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 5> kCalfQuantities = {
    "calf.SIDE.max_girth_change", "calf.SIDE.gastrocnemius.volume_change",
    "calf.SIDE.gastrocnemius.thickness_change", "calf.SIDE.bulge_change", "calf.SIDE.gastrocnemius.block"};
constexpr std::array<std::string_view, 4> kFaceQuantities = {
    "face.LINE.relief_effort_change", "face.LINE.grade_effort", "face.LINE.relief_rest_change",
    "face.LINE.none_or_mild_effort"};

std::string replaced(std::string_view pattern, std::string_view slot, std::string_view with) {
  std::string text(pattern);
  if (const std::size_t at = text.find(slot); at != std::string::npos) text.replace(at, slot.size(), with);
  return text;
}

double dose(const Session& session, simulation::Muscle muscle, simulation::Side side) {
  double sum = 0;
  for (const auto& one : session.plan().sessions) sum += units_of(one, muscle, side);
  return sum;
}

/// Sides or lines of the region, the one that is treated most first.
std::vector<std::string> places(const Session& session) {
  using simulation::Muscle, simulation::Side;
  std::vector<std::pair<double, std::string>> ranked;
  if (session.region == simulation::Region::calf) {
    for (const Side side : {Side::left, Side::right})
      ranked.emplace_back(dose(session, Muscle::gastrocnemius_medial, side) +
                              dose(session, Muscle::gastrocnemius_lateral, side),
                          side == Side::left ? "left" : "right");
  } else {
    ranked.emplace_back(
        dose(session, Muscle::corrugator, Side::left) + dose(session, Muscle::procerus, Side::midline),
        "glabella");
    ranked.emplace_back(dose(session, Muscle::frontalis, Side::left), "forehead");
    ranked.emplace_back(dose(session, Muscle::orbicularis_oculi, Side::left), "crows_feet");
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (auto& [units, name] : ranked) names.push_back(name);
  return names;
}

/// The quantity without its side or line, and that side or line.
std::pair<std::string, std::string> split_place(std::string_view quantity) {
  for (const std::string_view place : {"left", "right", "glabella", "forehead", "crows_feet"}) {
    const std::string part = "." + std::string(place) + ".";
    if (quantity.find(part) != std::string_view::npos)
      return {replaced(quantity, part, "."), std::string(place)};
  }
  return {std::string(quantity), ""};
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
  std::vector<std::string> offered;
  const auto add = [&](std::span<const std::string_view> patterns, std::string_view slot) {
    for (const std::string& place : places(session))
      for (const std::string_view pattern : patterns)
        if (std::string name = replaced(pattern, slot, place); data.curve(name)) offered.push_back(name);
  };
  if (session.region == simulation::Region::calf)
    add(kCalfQuantities, "SIDE");
  else
    add(kFaceQuantities, "LINE");
  if (session.region == simulation::Region::face)
    for (std::string& name : thickness_quantities(session, data)) offered.push_back(std::move(name));
  return offered;
}

std::vector<std::string> thickness_quantities(const Session& session, const ViewData& data) {
  using simulation::Side;
  std::vector<std::string> found;
  if (session.region == simulation::Region::calf) {
    for (const std::string& side : places(session))
      found.push_back("calf." + side + ".gastrocnemius.thickness_change");
    if (dose(session, simulation::Muscle::gastrocnemius_medial, Side::left) ==
        dose(session, simulation::Muscle::gastrocnemius_medial, Side::right))
      found.resize(1);
  } else {
    for (const auto& [muscle, name] : muscle_names()) {
      const Side first = simulation::is_midline(muscle) ? Side::midline : Side::left;
      const double left = dose(session, muscle, first);
      const double right = simulation::is_midline(muscle) ? left : dose(session, muscle, Side::right);
      const std::string start = "face." + std::string(name) + ".";
      if (left > 0.0) found.push_back(start + "left.thickness_change");
      if (right > 0.0 && right != left) found.push_back(start + "right.thickness_change");
    }
  }
  std::erase_if(found, [&](const std::string& name) { return !data.curve(name); });
  return found;
}

std::string thickness_words(const Ui& ui, const std::string& quantity, std::span<const std::string> listed) {
  const auto [name, place] = split_place(quantity);
  const std::string muscle = name.substr(5, name.find('.', 5) - 5);
  const std::string words = ui.say("muscle." + muscle);
  const auto same = std::count_if(listed.begin(), listed.end(),
                                  [&](const std::string& other) { return split_place(other).first == name; });
  return same < 2 ? words
                  : ui.fill("outcome.muscle_side", {{"muscle", words}, {"side", ui.say("place." + place)}});
}

std::string plan_words(const Ui& ui, std::size_t number, const simulation::Plan& plan) {
  return ui.fill(number == 0 ? "beside.plan_a" : "beside.plan_b",
                 {{"title", plan.title.empty() ? ui.say("plan.untitled") : plan.title}});
}

std::string shown_quantity(const Session& session, const ViewData& data) {
  const std::string& asked = session.view().quantity;
  if (!asked.empty() && data.curve(asked)) return asked;
  const auto offered = offered_quantities(session, data);
  return offered.empty() ? std::string() : offered.front();
}

std::string quantity_words(const Ui& ui, std::string_view quantity) {
  const auto [name, place] = split_place(quantity);
  // `face.MUSCLE.thickness_change`: one text for all muscles.
  if (name.starts_with("face.") && name.ends_with(".thickness_change")) {
    const std::string muscle = name.substr(5, name.find('.', 5) - 5);
    if (const auto known = simulation::muscle_named(muscle); known && simulation::is_midline(*known))
      return ui.fill("quantity.face.thickness_middle", {{"muscle", ui.say("muscle." + muscle)}});
    return ui.fill("quantity.face.thickness_change",
                   {{"muscle", ui.say("muscle." + muscle)}, {"place", ui.say("place." + place)}});
  }
  return ui.fill("quantity." + name, {{"place", place.empty() ? "" : ui.say("place." + place)}});
}

std::string card_of(std::string_view quantity) {
  const std::string name = split_place(quantity).first;
  if (name.find("girth") != std::string::npos) return "girth";
  if (name.find("block") != std::string::npos) return "block";
  if (name.starts_with("face.") && name.ends_with(".thickness_change")) return "years";
  if (name.find("calf.") == 0) return "volume";
  if (name.find("brow") != std::string::npos) return "brow";
  return name.find("rest") != std::string::npos ? "lines_rest" : "lines_effort";
}

int decimals_of(std::string_view unit) {
  return unit == "cm" || unit == "mm" || unit == "grade" ? 1 : 0;
}

std::string value_words(const Ui& ui, std::string_view unit, double value, bool change) {
  if (unit == "fraction") return ui.fill("unit.percent", {{"n", number_text(100 * value, 0)}});
  const std::string number = number_text(value, decimals_of(unit), change);
  if (unit == "%" || unit == "% of people") return ui.fill("unit.percent", {{"n", number}});
  if (unit == "grade") return number;
  return number + "\u00A0" + std::string(unit);
}

std::string aftercare_key(const Session& session) {
  const std::string region(name_of(kRegionNames, session.region));
  double since = -1.0;
  for (const auto& one : session.plan().sessions)
    if (one.week <= session.week() + 1e-9) since = session.week() - one.week;
  std::string phase = "peak";
  if (since < 0.0)
    phase = "before";
  else if (since < 1.0 / 7.0)
    phase = "day0";
  else if (since < 2.0)
    phase = "weeks1_2";
  else if (since < 4.0)
    phase = "weeks2_4";
  else if (since > 26.0)
    phase = "late";
  else if (since > 16.0)
    phase = "waning";
  return "aftercare." + region + "." + phase;
}

}  // namespace app
