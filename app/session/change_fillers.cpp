#include <algorithm>
#include <cmath>

#include "app/session/change.h"

namespace app {
namespace {

constexpr std::size_t kMostEntered = 10;
constexpr double kMostEnteredMl = 3.0;
constexpr double kFirstMl = 1.0;

/// Null for a calf and for a place that is not in the list.
simulation::Filler* filler_at(Session& session, int index) {
  if (session.region != simulation::Region::face) return nullptr;
  auto& list = session.view().plan.fillers;
  return index >= 0 && index < static_cast<int>(list.size()) ? &list[static_cast<std::size_t>(index)]
                                                             : nullptr;
}

double site_ml(const simulation::Plan& plan, simulation::FillerSite site) {
  double sum = 0.0;
  for (const simulation::Filler& filler : plan.fillers)
    if (filler.site == site) sum += filler.millilitres;
  return sum;
}

simulation::FillerSite free_site(const simulation::Plan& plan) {
  using enum simulation::FillerSite;
  // The commonest first.
  for (const auto site : {cheek, nasolabial_fold, lips, tear_trough, glabella})
    if (site_ml(plan, site) == 0.0) return site;
  return cheek;
}

}  // namespace

void change(Session& session, const action::AddFiller&) {
  if (session.region != simulation::Region::face) return;
  simulation::Plan& plan = session.view().plan;
  if (plan.fillers.size() >= kMostEntered) return;
  const simulation::FillerSite site = free_site(plan);
  const double room = simulation::kMaxSiteFillerMl - site_ml(plan, site);
  plan.fillers.push_back(
      {site, std::min(kFirstMl, room), std::clamp(std::round(session.week()), 0.0, simulation::kMaxWeek)});
}

void change(Session& session, const action::SetFiller& a) {
  simulation::Filler* filler = filler_at(session, a.filler);
  if (!filler || !std::isfinite(a.value.millilitres) || !std::isfinite(a.value.week)) return;
  const simulation::Filler before = *filler;
  *filler = a.value;
  filler->millilitres = std::clamp(std::round(a.value.millilitres * 10.0) / 10.0, 0.0, kMostEnteredMl);
  filler->week = std::clamp(std::round(a.value.week), 0.0, simulation::kMaxWeek);
  if (site_ml(session.plan(), filler->site) > simulation::kMaxSiteFillerMl) *filler = before;
  set_week(session, session.week());
}

void change(Session& session, const action::RemoveFiller& a) {
  if (!filler_at(session, a.filler)) return;
  auto& list = session.view().plan.fillers;
  list.erase(list.begin() + a.filler);
  if (list.empty()) session.treatment = Treatment::both;
  set_week(session, session.week());
}

void change(Session& session, const action::SetTreatment& a) {
  if (session.region == simulation::Region::face) session.treatment = a.treatment;
}

}  // namespace app
