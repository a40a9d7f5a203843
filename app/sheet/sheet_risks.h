#pragma once

#include <vector>

#include "app/sheet/page/sheet.h"
#include "app/sheet/sheet_facts.h"
#include "simulation/plan/plan.h"

namespace app {

/// Side effects of which a rate is known, of 100 and in whole people, each with what is known of untreated
/// people; none without a session. Throws AssetError for a missing text.
std::vector<SheetRisk> risks_of(const simulation::Plan& plan, const SheetFacts& facts);

/// What is said under them: those that come as well and were not counted.
std::vector<std::string> risk_notes(const simulation::Plan& plan, const SheetFacts& facts);

/// Where the sheet's figures come from, in one list with each source once: of the curve and what is said of
/// it, of the side effects with a rate, of what labels say. That the rest is assumed is a sentence of its
/// own.
std::vector<std::string> evidence_lines(const simulation::Plan& plan, const SheetFacts& facts);

}  // namespace app
