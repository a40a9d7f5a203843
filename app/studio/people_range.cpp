#include "app/studio/people_range.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/base/number_text.h"
#include "app/body/quantity_words.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

using simulation::PredictionRow;

constexpr double kLongRunWeeks = 78.0;  // above, half weeks are finer than a clip's frames

bool toxin_shows(const Pane& pane) {
  Moment toxin = pane.moment;
  if (toxin.treatment == Treatment::filler) return false;
  toxin.treatment = Treatment::toxin;
  return pane.stage == Stage::now && !pane.outcome->untreated(toxin);
}

bool tells(const std::vector<PredictionRow>& rows, std::string_view quantity) {
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.quantity == quantity; });
}

/// `−0.9 to −0.1 cm`, or one value where both are shown alike.
struct ShownRange {
  std::string low, high, high_with_unit;
  bool operator==(const ShownRange&) const = default;
};

ShownRange shown_at(const std::vector<PredictionRow>& rows, const std::string& key, double week,
                    const Texts& texts) {
  const simulation::Quantity& quantity = quantity_of(key);
  const ValueRange people = range_at(rows, key, week).people;
  return {quantity_digits(quantity, people.low), quantity_digits(quantity, people.high),
          quantity_value(texts, quantity, people.high)};
}

std::string name_in(const std::vector<PredictionRow>& rows, const std::string& key, double week,
                    const Texts& texts) {
  const auto other = other_side_of(key);
  const bool alike = other && shown_at(rows, *other, week, texts) == shown_at(rows, key, week, texts);
  return alike ? quantity_name_of_both(texts, key) : quantity_name(texts, key);
}

std::string line_of(const std::vector<PredictionRow>& rows, const std::string& key, double week,
                    const Texts& texts) {
  const std::string name = name_in(rows, key, week, texts);
  const std::string week_text = number_text(std::round(week * 10.0) / 10.0);
  if (only_read(range_at(rows, key, week).spread))
    return texts.fill("range.line_untreated", {{"quantity", name}, {"week", week_text}});
  const ShownRange range = shown_at(rows, key, week, texts);
  return range.low == range.high
             ? texts.fill("range.one",
                          {{"quantity", name}, {"week", week_text}, {"value", range.high_with_unit}})
             : texts.fill("range.line", {{"quantity", name},
                                         {"week", week_text},
                                         {"low", range.low},
                                         {"high", range.high_with_unit}});
}

}  // namespace

PredictedRange range_at(const std::vector<PredictionRow>& rows, std::string_view quantity, double week) {
  const PredictionRow* before = nullptr;
  for (const PredictionRow& row : rows) {
    if (row.quantity != quantity || !range_of(row)) continue;
    if (row.week < week) {
      before = &row;
      continue;
    }
    if (!before || row.week == week) return *range_of(row);
    return between(*range_of(*before), *range_of(row), (week - before->week) / (row.week - before->week));
  }
  if (!before) throw std::invalid_argument("no range of " + std::string(quantity));
  return *range_of(*before);
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
  const std::string first =
      frame.told.empty() ? simulation::main_quantity(frame.main().outcome->plan()) : frame.told;
  for (const Pane& pane : frame.panes) {
    if (!toxin_shows(pane)) continue;
    const simulation::Plan& plan = pane.outcome->plan();
    const Rows& told = rows(pane.outcome, pane.moment.week);
    // Two plans are told in one quantity, unless the second has no figure for it.
    const std::string quantity = tells(told, first) ? first : simulation::main_quantity(plan);
    const std::string line = line_of(told, quantity, pane.moment.week, texts);
    const char* letter = &pane == &frame.panes.front() ? "caption.plan_a" : "caption.plan_b";
    lines.push_back(frame.join != Join::beside
                        ? line
                        : texts.fill("caption.titled", {{"plan", texts.at(letter)}, {"title", line}}));
  }
  return lines;
}

}  // namespace app
