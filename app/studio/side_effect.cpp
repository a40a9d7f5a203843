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

bool is_seen_in(render::Layer layer, AdverseOutcome shown) {
  return layer == render::Layer::skin || !is_on_skin(shown);
}

Moment held_to_show(AdverseOutcome shown, Moment moment) {
  if (shown == AdverseOutcome::uneven_smile) moment.expression = simulation::Expression::smile;
  if (shown == AdverseOutcome::weak_push_off) moment.pose = simulation::CalfPose::tiptoe;
  return moment;
}

std::optional<int> bruise_day(const simulation::Plan& plan, double week) {
  const std::size_t session = session_at(plan, week);
  if (session >= plan.sessions.size()) return std::nullopt;
  const double days = std::floor(7.0 * (week - plan.sessions[session].week));
  if (days < 0.0 || days > kLastBruiseDay) return std::nullopt;
  return static_cast<int>(days);
}

std::string side_effect_line(AdverseOutcome shown, const simulation::Plan& plan, double week,
                             std::span<const KnownOutcome> known, const Texts& texts) {
  const std::string key = "state." + std::string(name_of(kStateNames, std::optional(shown)));
  std::string what;
  if (shown != AdverseOutcome::bruise)
    what = texts.at(key + ".what");
  else if (const auto day = bruise_day(plan, week))
    what = texts.fill(key + ".what", {{"day", std::to_string(*day)}});
  else
    what = texts.at(key + ".gone");
  return texts.fill("state.shown", {{"what", what}, {"rate", rate_words(shown, plan.region, known, texts)}});
}

std::string side_effect_line(const Pane& pane, std::span<const KnownOutcome> known, const Texts& texts) {
  const auto shown = pane.moment.side_effect;
  if (!shown || pane.stage == Stage::before || !is_seen_in(pane.layer, *shown)) return {};
  return side_effect_line(*shown, pane.outcome->plan(), pane.moment.week, known, texts);
}

}  // namespace app
