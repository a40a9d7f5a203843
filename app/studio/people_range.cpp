#include "app/studio/people_range.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/base/number_text.h"
#include "simulation/plan/doses.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

using simulation::Muscle;
using simulation::PredictionRow;
using simulation::Side;

constexpr double kLongRunWeeks = 78.0;  // above, half weeks are finer than a clip's frames

bool toxin_shows(const Pane& pane) {
  Moment toxin = pane.moment;
  if (toxin.treatment == Treatment::filler) return false;
  toxin.treatment = Treatment::toxin;
  return pane.stage == Stage::now && !pane.outcome->untreated(toxin);
}

/// Parts of a quantity's name: `calf`, `left`, `max_girth_change`.
std::vector<std::string> parts_of(const std::string& quantity) {
  std::vector<std::string> parts(1);
  for (const char c : quantity)
    if (c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

bool legs_get_the_same(const simulation::Plan& plan) {
  constexpr Muscle kHeads[] = {Muscle::gastrocnemius_medial, Muscle::gastrocnemius_lateral};
  return std::all_of(std::begin(kHeads), std::end(kHeads), [&](Muscle head) {
    return units_of(plan, head, Side::left) == units_of(plan, head, Side::right);
  });
}

std::string quantity_words(const std::string& quantity, const simulation::Plan& plan, const Texts& texts) {
  const auto parts = parts_of(quantity);
  const auto place = [&](const std::string& name) { return texts.at("place." + name); };
  if (plan.region == simulation::Region::calf)
    return legs_get_the_same(plan) ? texts.at("range.girth")
                                   : texts.fill("range.girth_side", {{"place", place(parts[1])}});
  if (parts.back() == "relief_effort_change")
    return texts.fill("quantity.face.relief_effort_change", {{"place", place(parts[1])}});
  return texts.fill("range.thickness", {{"muscle", texts.at("muscle." + parts[1])}});
}

bool tells(const std::vector<PredictionRow>& rows, std::string_view quantity) {
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.quantity == quantity; });
}

const std::string& unit_of(const std::vector<PredictionRow>& rows, std::string_view quantity) {
  return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.quantity == quantity; })
      ->unit;
}

/// As the panels round it: lengths to 0.1, shares to whole percents.
std::string words_of(const PeopleRange& range, const std::string& unit, const std::string& quantity,
                     const std::string& week, const Texts& texts) {
  const int decimals = unit == "%" ? 0 : 1;
  const std::string low = number_text(range.low, decimals, true),
                    high = number_text(range.high, decimals, true);
  const std::string with_unit =
      unit == "%" ? texts.fill("unit.percent", {{"n", high}}) : high + "\u00A0" + unit;
  return low == high
             ? texts.fill("range.one", {{"quantity", quantity}, {"week", week}, {"value", with_unit}})
             : texts.fill("range.line",
                          {{"quantity", quantity}, {"week", week}, {"low", low}, {"high", with_unit}});
}

}  // namespace

PeopleRange range_at(const std::vector<PredictionRow>& rows, std::string_view quantity, double week) {
  const PredictionRow* before = nullptr;
  for (const PredictionRow& row : rows) {
    if (row.quantity != quantity || !row.p10 || !row.p90) continue;
    if (row.week < week) {
      before = &row;
      continue;
    }
    if (!before || row.week == week) return {*row.p10, *row.p90};
    const double share = (week - before->week) / (row.week - before->week);
    return {std::lerp(*before->p10, *row.p10, share), std::lerp(*before->p90, *row.p90, share)};
  }
  if (!before) throw std::invalid_argument("no range of " + std::string(quantity));
  return {*before->p10, *before->p90};
}

void PeopleRanges::prepare(const std::shared_ptr<const Outcome>& outcome) {
  simulation::PredictionOptions options;
  options.step_weeks = outcome->last_week() <= kLongRunWeeks ? 0.5 : 1.0;
  prepared_.emplace(outcome, outcome->predict(options));
}

const PeopleRanges::Rows& PeopleRanges::rows(const std::shared_ptr<const Outcome>& outcome, double week) {
  if (const auto found = prepared_.find(outcome); found != prepared_.end()) return found->second;
  auto& rows = weeks_[{outcome, week}];
  if (rows.empty()) {
    simulation::PredictionOptions options;
    options.step_weeks = week;  // week 0 and this one
    options.until_week = week;
    rows = outcome->predict(options);
  }
  return rows;
}

std::vector<std::string> PeopleRanges::lines(const Frame& frame, const Texts& texts) {
  std::vector<std::string> lines;
  const std::string first = simulation::main_quantity(frame.main().outcome->plan());
  for (const Pane& pane : frame.panes) {
    if (!toxin_shows(pane)) continue;
    const simulation::Plan& plan = pane.outcome->plan();
    const Rows& told = rows(pane.outcome, pane.moment.week);
    // Two plans are told in one quantity, unless the second has no figure for it.
    const std::string quantity = tells(told, first) ? first : simulation::main_quantity(plan);
    const std::string line = words_of(range_at(told, quantity, pane.moment.week), unit_of(told, quantity),
                                      quantity_words(quantity, plan, texts),
                                      number_text(std::round(pane.moment.week * 10.0) / 10.0), texts);
    const char* letter = &pane == &frame.panes.front() ? "caption.plan_a" : "caption.plan_b";
    lines.push_back(frame.join != Join::beside
                        ? line
                        : texts.fill("caption.titled", {{"plan", texts.at(letter)}, {"title", line}}));
  }
  return lines;
}

}  // namespace app
