#pragma once

#include <vector>

#include "app/sheet/sheet.h"
#include "app/sheet/sheet_facts.h"
#include "simulation/plan/plan.h"

namespace app {

/// Side effects of which a rate is known, of 100 and in whole people, each with what is known of untreated
/// people; none without a session. Throws AssetError for a missing text.
std::vector<SheetRisk> risks_of(const simulation::Plan& plan, const SheetFacts& facts);

/// What is said under them: those that come as well and were not counted.
std::vector<std::string> risk_notes(const simulation::Plan& plan, const SheetFacts& facts);

/// Names of the studies that the sheet's figures come from, each once: of the main quantity, of the side
/// effects with a rate and of what labels say. `assumption` is told as a sentence of its own.
std::vector<std::string> evidence_lines(const simulation::Plan& plan, const SheetFacts& facts);

}  // namespace app
