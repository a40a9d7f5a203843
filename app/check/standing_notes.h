#pragma once

#include <vector>

#include "app/check/finding.h"
#include "app/files/limits_file.h"
#include "app/files/outcomes_file.h"
#include "app/files/texts.h"
#include "simulation/plan/plan.h"

namespace app {

/// The labels' contraindications and warnings as notes, one each, for a plan that treats; empty without a
/// session. Throws AssetError for a missing text, as does standing_lines().
std::vector<Finding> clinician_questions(const simulation::Plan& plan, const Limits& limits,
                                         const Texts& texts);

/// What holds for every plan that treats, in few lines, to follow what is told of this one: all questions in
/// one, then outcome_notes() with a known rate, then the other outcomes in one. Empty without a session.
std::vector<Finding> standing_lines(const simulation::Plan& plan, const Limits& limits,
                                    const std::vector<KnownOutcome>& outcomes, const Texts& texts);

}  // namespace app
