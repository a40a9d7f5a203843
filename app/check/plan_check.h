#pragma once

#include <string>
#include <vector>

#include "app/body/body.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"
#include "simulation/plan/plan.h"

namespace app {

enum class Severity { error, warning, note };

/// One thing to tell about a plan. `field` is a path such as `sessions[0].injections[1].units`; `text` comes
/// from the texts' family `finding.` and is part of a sentence.
struct Finding {
  Severity severity = Severity::note;
  std::string field;
  std::string text;
  bool operator==(const Finding&) const = default;
};

/// Compares a readable plan with label limits, studied doses and candidate questions. Errors come first, then
/// warnings, then notes, each in the order of the plan. An error is a dose above a label's ceiling. Throws
/// AssetError for a missing text, as do the functions below.
std::vector<Finding> check_plan(const simulation::Plan& plan, const Limits& limits, const Texts& texts);

/// The labels' contraindications and warnings as notes, for a plan that treats; empty without a session.
std::vector<Finding> clinician_questions(const simulation::Plan& plan, const Limits& limits,
                                         const Texts& texts);

/// Warnings of free points that lie off the skin or far from any muscle; empty for a plan without any.
std::vector<Finding> check_free_points(const simulation::Plan& plan, const Body& body,
                                       const simulation::ResponseModel& model, const Texts& texts);

bool has_error(const std::vector<Finding>& findings);

/// `error|warning|note: field.path: text`, without line end. The first word is for programs that read the
/// lines, as compilers write it, and the same in every language.
std::string line_of(const Finding& finding);

}  // namespace app
