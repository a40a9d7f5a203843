#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/base/names.h"
#include "app/files/outcomes_file.h"
#include "app/files/texts.h"
#include "app/studio/frame.h"

/// Side effects that may be shown for teaching: where and how each is seen, and what a picture says of it.
namespace app {

/// By their names in options and texts. Not all outcomes that nobody hopes for are here: no change, or one on
/// one side only, is a plan of its own.
inline constexpr Names<std::optional<simulation::AdverseOutcome>, 7> kStateNames{
    {{std::nullopt, "none"},
     {simulation::AdverseOutcome::injection_bumps, "bumps"},
     {simulation::AdverseOutcome::bruise, "bruise"},
     {simulation::AdverseOutcome::eyelid_droop, "lid-droop"},
     {simulation::AdverseOutcome::brow_droop, "brow-droop"},
     {simulation::AdverseOutcome::uneven_smile, "uneven-smile"},
     {simulation::AdverseOutcome::weak_push_off, "weak-push-off"}}};

/// The one region it is of; nothing for one of both.
std::optional<simulation::Region> region_of(simulation::AdverseOutcome shown);
/// It lies on the skin, where needles went in: only the skin layer shows it, and only of a plan with a
/// session.
bool is_on_skin(simulation::AdverseOutcome shown);
/// Whether a plan can show it: of its region, and where it lies on the skin after a session.
bool can_show(simulation::AdverseOutcome shown, const simulation::Plan& plan);
/// Whether a layer shows it.
bool is_seen_in(render::Layer layer, simulation::AdverseOutcome shown);
/// The moment held so that it is seen: a smile, on tip-toe; as it was for all others.
Moment held_to_show(simulation::AdverseOutcome shown, Moment moment);

/// `Possible side effect, shown for teaching: ...` with how often it comes, where a pane shows one; empty for
/// all others. `known` as read_outcomes() gives it. Throws AssetError for a missing text.
std::string side_effect_line(const Pane& pane, std::span<const KnownOutcome> known, const Texts& texts);
/// The same of any plan at a week.
std::string side_effect_line(simulation::AdverseOutcome shown, const simulation::Plan& plan, double week,
                             std::span<const KnownOutcome> known, const Texts& texts);

/// Days that a bruise has had at that week of a plan; nothing at a week that has none, before a session or
/// when all are gone. How long bruises last and how they fade is an assumption: no source counts it.
std::optional<int> bruise_day(const simulation::Plan& plan, double week);

}  // namespace app
