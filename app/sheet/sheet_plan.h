#pragma once

#include <vector>

#include "app/files/texts.h"
#include "app/sheet/page/sheet.h"
#include "simulation/plan/plan.h"

namespace app {

/// The plan in plain words: product, then one row per kind of session (those of the same product and
/// injections are told once, with their weeks), then the fillers. One row that says so for a plan without
/// any. Throws AssetError for a missing text.
std::vector<SheetRow> plan_rows(const simulation::Plan& plan, const Texts& texts);

/// What to expect when, and what to take care of: the phases after a session, before them what the clinic
/// must be told; of fillers what is known.
std::vector<SheetRow> expect_rows(const simulation::Plan& plan, const Texts& texts);

}  // namespace app
