#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/rules.h"

namespace app {
namespace {

using simulation::Session;

void sites(const Checked& checked, std::size_t s, Remarks& remarks) {
  const Session& session = checked.plan.sessions[s];
  const ProductLimits* limits = limits_of(checked, session.product);
  if (!limits || !limits->units_per_site) return;
  for (std::size_t i = 0; i < session.injections.size(); ++i) {
    const int points = sites_of(session.injections[i]);
    const double units = session.injections[i].units / points;
    if (units <= limits->units_per_site->value) continue;
    remarks.push_back({Severity::error,
                       Harm::ceiling,
                       injection_path(s, i) + ".units",
                       points == 1 ? "finding.above_site_one" : "finding.above_site",
                       {{"product", limits->name},
                        {"points", std::to_string(points)},
                        {"limit", number_text(limits->units_per_site->value)}},
                       limits->units_per_site->sources,
                       s,
                       units,
                       Stamp::over_label});
  }
}

/// Units of the sessions of one product before this one, closer than the labels' interval.
double units_close_before(const Checked& checked, std::size_t s) {
  const Session& session = checked.plan.sessions[s];
  double units = 0.0;
  for (std::size_t i = 0; i < checked.plan.sessions.size(); ++i) {
    const Session& other = checked.plan.sessions[i];
    const bool earlier = other.week < session.week || (other.week == session.week && i < s);
    if (earlier && other.product == session.product &&
        session.week - other.week < checked.limits.weeks_between_sessions.value)
      units += session_units(other);
  }
  return units;
}

void session_ceiling(const Checked& checked, std::size_t s, Remarks& remarks) {
  const Session& session = checked.plan.sessions[s];
  const ProductLimits* limits = limits_of(checked, session.product);
  if (!limits || !limits->units_per_session) return;
  const Limit& limit = *limits->units_per_session;
  const double units = session_units(session);
  const bool alone = units > limit.value;
  const double with_close = units + units_close_before(checked, s);
  if (!alone && with_close <= limit.value) return;
  remarks.push_back({Severity::error,
                     Harm::ceiling,
                     session_path(s),
                     alone ? "finding.above_session" : "finding.above_close_sessions",
                     {{"weeks", number_text(checked.limits.weeks_between_sessions.value)},
                      {"product", limits->name},
                      {"limit", number_text(limit.value)}},
                     limit.sources,
                     s,
                     alone ? units : with_close,
                     Stamp::over_label});
}

}  // namespace

void check_ceilings(const Checked& checked, Remarks& remarks) {
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) {
    session_ceiling(checked, s, remarks);
    sites(checked, s, remarks);
  }
}

}  // namespace app
