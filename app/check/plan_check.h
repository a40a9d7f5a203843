#pragma once

#include <string>
#include <vector>

#include "app/body/body.h"
#include "app/files/limits_file.h"
#include "simulation/plan/plan.h"

namespace app {

enum class Severity { error, warning, note };

/// One thing to tell about a plan. `field` is a path such as `sessions[0].injections[1].units`.
struct Finding {
  Severity severity = Severity::note;
  std::string field;
  std::string text;
  bool operator==(const Finding&) const = default;
};

/// Compares a readable plan with label limits, studied doses and candidate questions. Errors come first, then
/// warnings, then notes, each in the order of the plan. An error is a dose above a label's ceiling.
std::vector<Finding> check_plan(const simulation::Plan& plan, const Limits& limits);

/// The labels' contraindications and warnings as notes, for a plan that treats; empty without a session.
std::vector<Finding> clinician_questions(const simulation::Plan& plan, const Limits& limits);

/// Warnings of free points that lie off the skin or far from any muscle; empty for a plan without any.
std::vector<Finding> check_free_points(const simulation::Plan& plan, const Body& body,
                                       const simulation::ResponseModel& model);

bool has_error(const std::vector<Finding>& findings);

/// `error|warning|note: field.path: text`, without line end.
std::string line_of(const Finding& finding);

}  // namespace app
