#include "app/sheet/sheet_plan.h"

#include <algorithm>
#include <cmath>

#include "app/base/names.h"
#include "app/base/number_text.h"
#include "app/check/aftercare.h"
#include "app/check/dose_sums.h"
#include "app/check/remark.h"
#include "simulation/plan/names.h"

namespace app {
namespace {

using simulation::Session;
using simulation::Side;

constexpr std::size_t kMostListed = 8;  // injections that are told on lines of their own

std::string named(const std::string& name, const Texts& texts) {
  return texts.fill("sheet.named", {{"name", name}});
}

/// Sessions that give the same.
struct Visits {
  const Session* first = nullptr;
  std::vector<double> weeks;
};

std::vector<Visits> visits_of(const simulation::Plan& plan) {
  std::vector<Visits> all;
  for (const Session& session : plan.sessions) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Visits& known) {
      return known.first->product == session.product && known.first->injections == session.injections;
    });
    if (same == all.end())
      all.push_back({&session, {session.week}});
    else
      same->weeks.push_back(session.week);
  }
  return all;
}

std::string week_number(double week) {
  return number_text(std::round(week * 10.0) / 10.0);
}

/// `Week 0`, `13 sessions, weeks 0 to 144, 12 weeks apart` or `Weeks 0, 12 and 30`.
std::string when_words(const std::vector<double>& weeks, const Texts& texts) {
  if (weeks.size() == 1) return texts.fill("time.week", {{"week", week_number(weeks.front())}});
  const double gap = weeks[1] - weeks[0];
  bool even = true;
  for (std::size_t i = 1; i < weeks.size(); ++i)
    even = even && std::abs(weeks[i] - weeks[i - 1] - gap) < 0.05;
  if (even && weeks.size() > 2)
    return texts.fill("sheet.plan.even_weeks", {{"n", number_text(static_cast<double>(weeks.size()), 0)},
                                                {"first", week_number(weeks.front())},
                                                {"last", week_number(weeks.back())},
                                                {"gap", week_number(gap)}});
  std::vector<std::string> listed;
  for (const double week : weeks) listed.push_back(week_number(week));
  return texts.fill("sheet.plan.weeks", {{"weeks", list_in_words(listed, texts)}});
}

std::string injection_words(const simulation::Injection& injection, const Texts& texts) {
  const std::string units = number_text(injection.units);
  const auto* target = std::get_if<simulation::MuscleTarget>(&injection.target);
  if (!target) return {};
  const std::string& muscle = texts.at("muscle." + std::string(simulation::name(target->muscle)));
  switch (target->side) {
    case Side::both:
      return texts.fill("sheet.plan.both", {{"muscle", muscle}, {"units", units}});
    case Side::midline:
      return texts.fill("sheet.plan.middle", {{"muscle", muscle}, {"units", units}});
    case Side::left:
    case Side::right:
      break;
  }
  const std::string& side = texts.at(target->side == Side::left ? "place.left" : "place.right");
  return texts.fill("sheet.plan.one_side", {{"muscle", muscle}, {"side", side}, {"units", units}});
}

/// `listed`: each injection on a line of its own.
std::string session_words(const Session& session, bool listed, const Texts& texts) {
  std::string words;
  const auto add = [&](const std::string& more) {
    words += (words.empty() ? "" : listed ? "\n" : "; ") + more;
  };
  double free_units = 0.0;
  int free_points = 0;
  for (const simulation::Injection& injection : session.injections) {
    if (const std::string told = injection_words(injection, texts); !told.empty()) {
      add(told);
      continue;
    }
    free_units += injection.units;
    ++free_points;
  }
  if (free_points > 0)
    add(texts.fill("sheet.plan.free",
                   {{"units", number_text(free_units)}, {"n", number_text(free_points, 0)}}));
  return texts.fill("sheet.plan.session",
                    {{"total", number_text(session_units(session))},
                     {"product", texts.at("product." + std::string(simulation::name(session.product)))},
                     {"parts", words}});
}

std::string phase_words(const AftercarePhase& phase, const Texts& texts) {
  if (phase.from_week == 0.0) return texts.at("sheet.when.day0");
  if (phase.until_week <= 2.0) return texts.at("sheet.when.days");
  const std::string from = number_text(phase.from_week, 0);
  if (std::isinf(phase.until_week)) return texts.fill("sheet.when.after", {{"from", from}});
  return texts.fill("sheet.when.weeks", {{"from", from}, {"until", number_text(phase.until_week, 0)}});
}

}  // namespace

std::vector<SheetRow> plan_rows(const simulation::Plan& plan, const Texts& texts) {
  std::vector<SheetRow> rows;
  const std::vector<Visits> all = visits_of(plan);
  std::size_t lines = 0;
  for (const Visits& visits : all) lines += visits.first->injections.size();
  for (const Visits& visits : all)
    rows.push_back({named(when_words(visits.weeks, texts), texts),
                    session_words(*visits.first, lines <= kMostListed, texts)});
  for (const simulation::Filler& filler : plan.fillers) {
    const std::string site(name_of(kFillerSiteNames, filler.site));
    rows.push_back({named(when_words({filler.week}, texts), texts),
                    texts.fill("sheet.plan.filler", {{"ml", number_text(filler.millilitres)},
                                                     {"site", texts.at("filler.site." + site)}})});
  }
  if (rows.empty()) rows.push_back({"", texts.at("sheet.plan.none")});
  if (!plan.sessions.empty()) rows.push_back({"", texts.at("sheet.plan.units")});
  return rows;
}

std::vector<SheetRow> expect_rows(const simulation::Plan& plan, const Texts& texts) {
  std::vector<SheetRow> rows;
  if (!plan.sessions.empty()) {
    rows.push_back({texts.at("sheet.when.before"), texts.at("sheet.expect.before")});
    for (const AftercarePhase& phase : aftercare_phases())
      rows.push_back({phase_words(phase, texts), texts.at(aftercare_key(plan.region, phase.name))});
  }
  if (!plan.fillers.empty()) rows.push_back({texts.at("timeline.filler"), texts.at("sheet.expect.filler")});
  if (rows.empty()) rows.push_back({texts.at("sheet.when.any"), texts.at("sheet.expect.none")});
  return rows;
}

}  // namespace app
