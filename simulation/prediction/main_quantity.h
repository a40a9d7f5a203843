#pragma once

#include <string>
#include <vector>

#include "simulation/plan/plan.h"
#include "simulation/response/person_draw.h"

/// What a plan is asked for first.
namespace simulation {

/// Key of the one quantity that tells most of a plan; `predict` writes it for that plan. A calf: change of
/// the largest girth of the leg that gets more units, the left one where both get the same. A face: depth at
/// full effort of the line whose muscles get most; without a dose at any line, the thickness of the muscle
/// that gets most; without any dose the frown lines. Free skin points count for nothing here.
std::string main_quantity(const Plan& plan);

/// Key of the depth of a line at full effort against week 0.
std::string relief_quantity(FaceLine line);

/// Keys of what the timeline offers for a plan, most asked for first: main_quantity(), then those with a turn
/// in the table by places, as sides_by_dose() and lines_by_dose() order them, then thickness_quantities() of
/// a face.
std::vector<std::string> timeline_quantities(const Plan& plan);

/// Keys of the change of thickness of the muscles that a plan treats: one side where both get the same.
std::vector<std::string> thickness_quantities(const Plan& plan);

/// Sides of a calf plan, lines of a face plan: the one whose muscles get most units first, equal ones in
/// their own order.
std::vector<BodySide> sides_by_dose(const Plan& plan);
std::vector<FaceLine> lines_by_dose(const Plan& plan);

/// Units over the whole plan for the muscles of a line, on the side that gets more; the midline counts.
double line_units(const Plan& plan, FaceLine line);

}  // namespace simulation
