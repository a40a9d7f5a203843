#include "app/sheet/make_sheet.h"

#include <algorithm>
#include <cmath>

#include "app/base/names.h"
#include "app/base/number_text.h"
#include "app/base/version.h"
#include "app/check/free_point_check.h"
#include "app/check/remark.h"
#include "app/sheet/sheet_curve.h"
#include "app/sheet/sheet_date.h"
#include "app/sheet/sheet_pictures.h"
#include "app/sheet/sheet_plan.h"
#include "app/sheet/sheet_risks.h"
#include "simulation/prediction/main_quantity.h"
#include "simulation/prediction/quantities.h"

namespace app {
namespace {

using simulation::Expression;
using simulation::Plan;
using Rows = std::vector<simulation::PredictionRow>;

/// `sheet.NAME.calf` or `.face`.
std::string for_region(std::string_view name, const Plan& plan, const Texts& texts) {
  return texts.at("sheet." + std::string(name) + "." + std::string(name_of(kRegionNames, plan.region)));
}

/// Until the plan's own last week, however long the outcome was followed.
Rows rows_of(const Outcome& outcome) {
  simulation::PredictionOptions options;
  options.until_week = simulation::last_shown_week(outcome.plan());
  return outcome.predict(options);
}

/// Weeks of the pictures, ascending, none twice.
std::vector<double> weeks_of(const SheetOrder& order, const Outcome& outcome, const Rows& rows) {
  std::vector<double> weeks = order.weeks;
  const bool untreated = outcome.plan().sessions.empty() && outcome.plan().fillers.empty();
  if (weeks.empty() && untreated) weeks = {0.0};
  if (weeks.empty())
    weeks = {0.0, peak_week(outcome.plan(), rows), simulation::last_shown_week(outcome.plan())};
  std::sort(weeks.begin(), weeks.end());
  weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
  return weeks;
}

std::string caption_at(double week, const Outcome& outcome, const Rows& rows, const Texts& texts) {
  Moment moment;
  moment.week = week;
  if (outcome.untreated(moment)) return texts.at("caption.before");
  const std::string number = number_text(std::round(week * 10.0) / 10.0);
  const char* key = "sheet.picture.week";
  if (week == peak_week(outcome.plan(), rows)) key = "sheet.picture.peak";
  if (week == simulation::last_shown_week(outcome.plan())) key = "sheet.picture.last";
  return texts.fill(key, {{"week", number}});
}

/// Where most people end up at that week; empty for an untreated body and for what filler alone does.
std::string range_under(double week, const Outcome& outcome, const Rows& rows, const Texts& texts) {
  Moment toxin;
  toxin.week = week;
  toxin.treatment = Treatment::toxin;
  return outcome.untreated(toxin) ? std::string() : range_at_week(outcome.plan(), rows, week, texts);
}

/// A finding without the keys behind it.
std::string without_sources(const std::string& text, const Texts& texts) {
  const std::string around = texts.fill("finding.with_sources", {{"text", ""}, {"sources", "\n"}});
  return text.substr(0, text.find(around.substr(0, around.find('\n'))));
}

/// Muscles of the face that get units of a product whose label does not name them.
std::string off_label_muscles(const Plan& plan, const SheetFacts& facts) {
  std::vector<std::string> muscles;
  for (const simulation::Session& session : plan.sessions)
    for (const simulation::Injection& injection : session.injections) {
      const auto* target = std::get_if<simulation::MuscleTarget>(&injection.target);
      const auto known = facts.limits.products.find(session.product);
      if (!target || known == facts.limits.products.end() || is_labelled(known->second, target->muscle))
        continue;
      const std::string name = facts.texts.at("muscle." + std::string(simulation::name(target->muscle)));
      if (std::find(muscles.begin(), muscles.end(), name) == muscles.end()) muscles.push_back(name);
    }
  return muscles.empty() ? std::string() : list_in_words(muscles, facts.texts);
}

/// What must not be missed: a plan above a label's ceiling, and a use that no label names.
std::vector<SheetRow> notices_of(const Outcome& outcome, const SheetFacts& facts) {
  const Plan& plan = outcome.plan();
  const Texts& texts = facts.texts;
  std::vector<SheetRow> notices;
  for (const Finding& finding : check_on_body(plan, outcome.body(), outcome.model(), facts.limits, texts))
    if (finding.severity == Severity::error)
      notices.push_back({texts.at("sheet.over_limit"), without_sources(finding.text, texts) + "."});
  if (plan.region == simulation::Region::calf && !plan.sessions.empty())
    notices.push_back({texts.at("sheet.off_label"), texts.at("sheet.off_label.text")});
  else if (const std::string muscles = off_label_muscles(plan, facts); !muscles.empty())
    notices.push_back(
        {texts.at("sheet.off_label"), texts.fill("sheet.off_label.places", {{"muscles", muscles}})});
  return notices;
}

std::vector<std::string> limits_of(const Plan& plan, const Texts& texts) {
  std::vector<std::string> lines;
  if (!plan.sessions.empty()) lines.push_back(for_region("limits", plan, texts));
  if (!plan.fillers.empty()) lines.push_back(texts.at("sheet.limits.filler"));
  lines.push_back(texts.at("sheet.limits.model"));
  return lines;
}

/// `No or mild lines at full effort: 77 of 100 treated, 0 of 100 not treated`, by the model, at the peak.
std::string shares_of(const Plan& plan, const Rows& rows, const Texts& texts) {
  if (plan.region != simulation::Region::face || plan.sessions.empty()) return {};
  const auto lines = simulation::lines_by_dose(plan);
  if (simulation::line_units(plan, lines.front()) <= 0.0) return {};
  const std::string key = simulation::key_of("face.LINE.none_or_mild_effort", {.line = lines.front()});
  const double peak = peak_week(plan, rows);
  std::optional<double> treated, untreated;
  for (const simulation::PredictionRow& row : rows) {
    if (row.quantity != key) continue;
    if (row.week == 0.0) untreated = row.mean;
    if (row.week == peak) treated = row.mean;
  }
  if (!treated || !untreated) return {};
  return texts.fill("sheet.curve.share",
                    {{"treated", number_text(*treated, 0)}, {"untreated", number_text(*untreated, 0)}});
}

Sheet words_of(const Outcome& outcome, const SheetOrder& order, const SheetFacts& facts, const Rows& rows) {
  const Plan& plan = outcome.plan();
  const Texts& texts = facts.texts;
  Sheet sheet;
  sheet.paper = order.paper;
  sheet.iso_date = order.iso_date;
  sheet.maker = std::string(kProgramName) + " " + kVersion;
  sheet.title = for_region("title", plan, texts);
  sheet.subtitle = plan.title.empty() ? texts.at("plan.untitled") : plan.title;
  sheet.date = date_words(order.iso_date, texts);
  sheet.notices = notices_of(outcome, facts);
  const Expression expression = sheet_view(plan).expression;
  if (expression != Expression::neutral)
    sheet.pictures_note =
        texts.fill(
            "sheet.pictures.effort",
            {{"expression", texts.at("expression." + std::string(name_of(kExpressionNames, expression)))}}) +
        " ";
  const std::string responder(name_of(kResponderNames, order.responder));
  sheet.pictures_note += plan.sessions.empty() && plan.fillers.empty()
                             ? texts.at("sheet.pictures.untreated")
                             : texts.at("sheet.pictures." + responder);
  sheet.curve = sheet_curve(plan, rows, facts);
  if (plan.sessions.empty()) sheet.curve.summary = texts.at("sheet.curve.untreated");
  if (const std::string shares = shares_of(plan, rows, texts); !shares.empty())
    sheet.curve.summary += " " + shares;
  sheet.plan_title = texts.at("sheet.plan");
  sheet.plan = plan_rows(plan, texts);
  sheet.expect_title = texts.at("sheet.expect");
  if (plan.sessions.size() > 1) sheet.expect_note = texts.at("sheet.expect.each");
  sheet.expect = expect_rows(plan, texts);
  sheet.risks_title = texts.at("sheet.risk");
  sheet.risks_treated = texts.at("sheet.risk.treated");
  sheet.risks_untreated = texts.at("sheet.risk.untreated");
  sheet.risks = risks_of(plan, facts);
  sheet.risk_notes = risk_notes(plan, facts);
  if (!plan.sessions.empty()) sheet.help = {texts.at("sheet.help"), texts.at("sheet.help.text")};
  sheet.limits_title = texts.at("sheet.limits");
  sheet.limits = limits_of(plan, texts);
  sheet.evidence_title = texts.at("sheet.evidence");
  sheet.evidence = evidence_lines(plan, facts);
  if (!plan.sessions.empty())
    sheet.evidence.insert(sheet.evidence.begin(), for_region("people", plan, texts));
  sheet.decide = {texts.at("sheet.decide"), texts.at("sheet.decide.text")};
  sheet.label = permanent_label(texts);
  for (const double week : weeks_of(order, outcome, rows))
    sheet.pictures.push_back(
        {{}, caption_at(week, outcome, rows, texts), range_under(week, outcome, rows, texts)});
  return sheet;
}

}  // namespace

Sheet sheet_words(const Outcome& outcome, const SheetOrder& order, const SheetFacts& facts) {
  return words_of(outcome, order, facts, rows_of(outcome));
}

Sheet make_sheet(const std::shared_ptr<const Outcome>& outcome, const SheetOrder& order,
                 const SheetFacts& facts, Photographer& photographer) {
  const Rows rows = rows_of(*outcome);
  Sheet sheet = words_of(*outcome, order, facts, rows);
  auto pictures = sheet_pictures(outcome, weeks_of(order, *outcome, rows), order.responder, photographer);
  for (std::size_t i = 0; i < pictures.size(); ++i) sheet.pictures[i].image = std::move(pictures[i]);
  return sheet;
}

}  // namespace app
