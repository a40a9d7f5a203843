#include "app/sheet/sheet_curve.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/base/number_text.h"
#include "app/body/quantity_words.h"
#include "app/body/spread_words.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

using Mark = SheetCurve::Mark;

constexpr std::size_t kMostNamedSessions = 4;  // more would stand in each other's way

Curve main_curve(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows) {
  const std::string key = simulation::main_quantity(plan);
  for (Curve& curve : curves_of(rows))
    if (curve.quantity == key) return std::move(curve);
  throw std::invalid_argument("no rows of " + key);
}

bool same_on_both_sides(const std::vector<simulation::PredictionRow>& rows, const std::string& key) {
  const auto other = other_side_of(key);
  if (!other) return false;
  const simulation::Quantity& quantity = quantity_of(key);
  const Curve* ours = nullptr;
  const Curve* theirs = nullptr;
  const std::vector<Curve> curves = curves_of(rows);
  for (const Curve& curve : curves) {
    if (curve.quantity == key) ours = &curve;
    if (curve.quantity == *other) theirs = &curve;
  }
  if (!ours || !theirs) return false;
  return std::equal(ours->points.begin(), ours->points.end(), theirs->points.begin(), theirs->points.end(),
                    [&](const CurvePoint& a, const CurvePoint& b) {
                      return quantity_digits(quantity, a.low) == quantity_digits(quantity, b.low) &&
                             quantity_digits(quantity, a.high) == quantity_digits(quantity, b.high);
                    });
}

std::vector<SheetTick> month_ticks(double last_week) {
  std::vector<SheetTick> ticks{{0.0, "0"}};
  if (over_years(last_week)) {
    for (int year = 1; year * 12 * kWeeksPerMonth <= last_week; ++year)
      ticks.push_back({year * 12 * kWeeksPerMonth, number_text(year, 0)});
    return ticks;
  }
  // Nine months are 39 weeks and a day: the last month is marked at the last week.
  for (int month = 1; month <= static_cast<int>(last_week / kWeeksPerMonth + 0.05); ++month)
    ticks.push_back({std::min(month * kWeeksPerMonth, last_week), number_text(month, 0)});
  return ticks;
}

std::vector<SheetCurve::Marked> marks_of(const simulation::Plan& plan, const Curve& curve, bool years,
                                         const Texts& texts) {
  std::vector<SheetCurve::Marked> marks;
  const bool named = plan.sessions.size() <= kMostNamedSessions;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    marks.push_back(
        {Mark::session,
         {plan.sessions[i].week,
          named ? texts.fill("timeline.session", {{"n", number_text(static_cast<double>(i + 1), 0)}}) : ""}});
  for (const simulation::Filler& filler : plan.fillers)
    marks.push_back({Mark::filler, {filler.week, texts.at("timeline.filler")}});
  static constexpr std::string_view kTurns[] = {"timeline.onset", "timeline.peak", "timeline.waning"};
  if (!years)
    for (const Milestone& turn : turns_of(curve))
      marks.push_back({Mark::turn, {turn.week, texts.at(kTurns[static_cast<int>(turn.kind)])}});
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.tick.at < b.tick.at; });
  return marks;
}

/// Where leaflets and trials put onset, peak and end of one session.
std::vector<SheetCurve::Lane> lanes_of(const simulation::Plan& plan, const SheetFacts& facts,
                                       double last_week) {
  static constexpr std::string_view kLanes[] = {"timeline.leaflets", "timeline.trials"};
  static constexpr std::string_view kKinds[] = {"claim.onset", "claim.peak", "claim.lasts"};
  std::vector<SheetCurve::Lane> lanes;
  for (int lane = 0; lane < 2; ++lane) {
    lanes.push_back({facts.texts.at(kLanes[lane]), {}});
    for (const Claim& claim : facts.claims)
      if (claim.region == plan.region && static_cast<int>(claim.source) == lane)
        lanes.back().claims.push_back(
            {std::min(claim.from_week, last_week), std::min(claim.to_week, last_week),
             facts.texts.at(kKinds[static_cast<int>(claim.kind)]), claim.kind == ClaimKind::peak});
  }
  return lanes;
}

std::string summary_of(const Curve& curve, double week, const Texts& texts) {
  const simulation::Quantity& quantity = quantity_of(curve.quantity);
  const ValueWords words = [&](double value) { return quantity_value(texts, quantity, value); };
  const PredictedRange range = at(curve, week).range();
  std::string told = range_words(texts, quantity, range, words);
  if (const std::string read = reading_words(texts, quantity, range, words); !read.empty())
    told += ". " + read;
  return texts.fill("sheet.curve.summary", {{"week", number_text(week, 0)}, {"range", told}});
}

}  // namespace

std::string range_at_week(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows,
                          double week, const Texts& texts) {
  const Curve curve = main_curve(plan, rows);
  const simulation::Quantity& quantity = quantity_of(curve.quantity);
  return range_words(texts, quantity, at(curve, week).range(),
                     [&](double value) { return quantity_value(texts, quantity, value); });
}

double peak_week(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows) {
  const Curve curve = main_curve(plan, rows);
  for (const Milestone& turn : turns_of(curve))
    if (turn.kind == MilestoneKind::peak) return std::round(turn.week);
  return std::round(curve.points.back().week / 2.0);
}

SheetCurve sheet_curve(const simulation::Plan& plan, const std::vector<simulation::PredictionRow>& rows,
                       const SheetFacts& facts) {
  const Texts& texts = facts.texts;
  const Curve curve = main_curve(plan, rows);
  const simulation::Quantity& quantity = quantity_of(curve.quantity);
  SheetCurve drawn;
  const std::string name = same_on_both_sides(rows, curve.quantity)
                               ? quantity_name_of_both(texts, curve.quantity)
                               : quantity_name(texts, curve.quantity);
  drawn.title = texts.fill("sheet.curve.title", {{"quantity", name}});
  drawn.summary = summary_of(curve, peak_week(plan, rows), texts);
  drawn.last_week = curve.points.back().week;
  for (const CurvePoint& p : curve.points) drawn.points.push_back({p.week, p.low, p.middle, p.high});
  const ValueSpan span = value_span(curve, false);
  drawn.low = span.low;
  drawn.high = span.high;
  const double step = round_step(span.high - span.low, 4);
  for (double value = std::ceil(span.low / step) * step; value <= span.high; value += step)
    drawn.values.push_back(
        {value, quantity_value(texts, quantity, std::abs(value) < step / 2 ? 0.0 : value)});
  const bool years = over_years(drawn.last_week);
  drawn.months = month_ticks(drawn.last_week);
  drawn.months_name = texts.at(years ? "sheet.curve.year" : "sheet.curve.month");
  drawn.marks = marks_of(plan, curve, years, texts);
  if (!years && !plan.sessions.empty()) drawn.lanes = lanes_of(plan, facts, drawn.last_week);
  drawn.key = texts.at(drawn.lanes.empty() ? "sheet.curve.key" : "sheet.curve.key_claims");
  return drawn;
}

}  // namespace app
