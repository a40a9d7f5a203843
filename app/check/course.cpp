#include <algorithm>
#include <cmath>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/rules.h"

namespace app {
namespace {

using simulation::Region;
using simulation::Session;

constexpr double kYearWeeks = 52.0;

/// Indices of the sessions by week; those of one week in the order of the plan.
std::vector<std::size_t> by_week(const simulation::Plan& plan) {
  std::vector<std::size_t> order(plan.sessions.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return plan.sessions[a].week < plan.sessions[b].week;
  });
  return order;
}

void intervals(const Checked& checked, Remarks& remarks) {
  const std::vector<std::size_t> order = by_week(checked.plan);
  const Limit& weeks = checked.limits.weeks_between_sessions;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const double gap = checked.plan.sessions[order[i]].week - checked.plan.sessions[order[i - 1]].week;
    if (gap >= weeks.value) continue;
    remarks.push_back({Severity::warning,
                       Harm::cumulative,
                       session_path(order[i]) + ".week",
                       "finding.interval",
                       {{"weeks", number_text(weeks.value)}},
                       weeks.sources,
                       order[i],
                       gap});
  }
}

/// Sessions of one product in the fullest year.
struct Year {
  std::size_t sessions = 0;
  double units = 0.0;
};

Year fullest_year(const simulation::Plan& plan, simulation::Product product) {
  Year most;
  for (const Session& first : plan.sessions) {
    Year year;
    for (const Session& session : plan.sessions) {
      const double since = session.week - first.week;
      if (session.product != product || since < 0.0 || since >= kYearWeeks) continue;
      ++year.sessions;
      year.units += session_units(session);
    }
    most.sessions = std::max(most.sessions, year.sessions);
    most.units = std::max(most.units, year.units);
  }
  return most;
}

void repeats(const Checked& checked, Remarks& remarks) {
  const RepeatLimits& limits = checked.limits.repeats;
  for (const auto& [product, known] : checked.limits.products) {
    const Year year = fullest_year(checked.plan, product);
    const bool many_units = known.units_per_session &&
                            year.units > limits.ceilings_in_year.value * known.units_per_session->value;
    if (!many_units && static_cast<double>(year.sessions) < limits.sessions_in_year.value) continue;
    double total = 0.0;
    std::size_t count = 0;
    for (const Session& session : checked.plan.sessions) {
      if (session.product != product) continue;
      total += session_units(session);
      ++count;
    }
    Sources sources = limits.antibodies;
    const Sources& threshold = (many_units ? limits.ceilings_in_year : limits.sessions_in_year).sources;
    sources.insert(sources.end(), threshold.begin(), threshold.end());
    remarks.push_back({many_units ? Severity::warning : Severity::note,
                       Harm::cumulative,
                       "sessions",
                       count == 1 ? "finding.repeats_one" : "finding.repeats",
                       {{"count", std::to_string(count)},
                        {"product", known.name},
                        {"total", number_text(total)},
                        {"year", number_text(year.units)}},
                       std::move(sources)});
  }
}

void face_on_full_calf(const Checked& checked, std::size_t s, Remarks& remarks) {
  const Session& face = checked.plan.sessions[s];
  const Region region = checked.plan.region;
  if (region_units(face, region, Region::face) <= 0.0) return;
  for (const Session& calf : checked.plan.sessions) {
    const ProductLimits* limits = limits_of(checked, calf.product);
    const double units = region_units(calf, region, Region::calf);
    if (!limits || !limits->full_calf_units ||
        std::abs(calf.week - face.week) >= checked.limits.weeks_between_sessions.value ||
        units < limits->full_calf_units->value)
      continue;
    remarks.push_back({Severity::warning,
                       Harm::cumulative,
                       session_path(s) + ".injections",
                       "finding.face_on_full_calf",
                       {{"product", limits->name}, {"full", number_text(limits->full_calf_units->value)}},
                       limits->full_calf_units->sources,
                       s,
                       units});
    return;
  }
}

}  // namespace

void check_course(const Checked& checked, Remarks& remarks) {
  repeats(checked, remarks);
  intervals(checked, remarks);
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) face_on_full_calf(checked, s, remarks);
}

}  // namespace app
