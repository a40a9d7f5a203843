#include "app/studio/side_effect.h"

#include <algorithm>
#include <cmath>

#include "app/check/outcome_notes.h"
#include "app/marks/injection_map.h"

namespace app {
namespace {

using simulation::AdverseOutcome;
using simulation::Region;

constexpr int kLastBruiseDay = 14;  // an assumption, see the header
constexpr int kToldBruiseDay = 3;

std::string rate_words(AdverseOutcome shown, Region region, std::span<const KnownOutcome> known,
                       const Texts& texts) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownOutcome& one) {
    return one.outcome == shown && one.region == region;
  });
  if (found == known.end() || !found->per_100) return texts.at("state.not_measured");
  return rate_text(*found, texts);
}

}  // namespace

std::optional<Region> region_of(AdverseOutcome shown) {
  switch (shown) {
    case AdverseOutcome::eyelid_droop:
    case AdverseOutcome::brow_droop:
    case AdverseOutcome::uneven_smile:
      return Region::face;
    case AdverseOutcome::weak_push_off:
      return Region::calf;
    default:
      return std::nullopt;
  }
}

bool is_on_skin(AdverseOutcome shown) {
  return shown == AdverseOutcome::injection_bumps || shown == AdverseOutcome::bruise;
}

bool can_show(AdverseOutcome shown, const simulation::Plan& plan) {
  const bool named = std::any_of(kStateNames.begin(), kStateNames.end(),
                                 [&](const auto& state) { return state.first == shown; });
  return named && region_of(shown).value_or(plan.region) == plan.region &&
         (!is_on_skin(shown) || !plan.sessions.empty());
}

Moment held_to_show(AdverseOutcome shown, Moment moment) {
  if (shown == AdverseOutcome::uneven_smile) moment.expression = simulation::Expression::smile;
  if (shown == AdverseOutcome::weak_push_off) moment.pose = simulation::CalfPose::tiptoe;
  return moment;
}

int bruise_day(const simulation::Plan& plan, double week) {
  const std::size_t session = session_at(plan, week);
  if (session >= plan.sessions.size()) return kToldBruiseDay;
  const double days = std::floor(7.0 * (week - plan.sessions[session].week));
  return days >= 0.0 && days <= kLastBruiseDay ? static_cast<int>(days) : kToldBruiseDay;
}

std::string side_effect_line(AdverseOutcome shown, Region region, int day,
                             std::span<const KnownOutcome> known, const Texts& texts) {
  const std::string key = "state." + std::string(name_of(kStateNames, std::optional(shown))) + ".what";
  const std::string what =
      shown == AdverseOutcome::bruise ? texts.fill(key, {{"day", std::to_string(day)}}) : texts.at(key);
  return texts.fill("state.shown", {{"what", what}, {"rate", rate_words(shown, region, known, texts)}});
}

std::string side_effect_line(const Pane& pane, std::span<const KnownOutcome> known, const Texts& texts) {
  const auto shown = pane.moment.side_effect;
  if (!shown || pane.stage == Stage::before) return {};
  if (is_on_skin(*shown) && pane.layer != render::Layer::skin) return {};
  const simulation::Plan& plan = pane.outcome->plan();
  return side_effect_line(*shown, plan.region, bruise_day(plan, pane.moment.week), known, texts);
}

}  // namespace app
