#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/base/view_names.h"
#include "app/files/outcomes_file.h"
#include "app/files/texts.h"
#include "app/studio/frame.h"

/// Side effects that may be shown for teaching: where and how each is seen, and what a picture says of it.
namespace app {

/// The one region it is of; nothing for one of both.
std::optional<simulation::Region> region_of(simulation::AdverseOutcome shown);
/// It lies on the skin, where needles went in: only the skin layer shows it, and only of a plan with a
/// session.
bool is_on_skin(simulation::AdverseOutcome shown);
/// Whether the program can draw it for this plan: it has a picture, is of its region, and where it lies on the
/// skin the plan has a session.
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
