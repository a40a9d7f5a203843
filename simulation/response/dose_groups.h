#pragma once

#include <glm/vec2.hpp>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "simulation/response/dose_field.h"

namespace simulation {

/// A muscle of one side; a midline muscle is on the left.
using MuscleSide = std::pair<Muscle, BodySide>;

/// Points that were given together, and where they lie over every muscle in reach of them.
struct DoseGroup {
  double day = 0.0;
  Product product = Product::onabotulinumtoxin_a;
  double units = 0.0;                                   // over all its points
  std::size_t points = 1;                               // that share the units evenly
  std::optional<double> dilution_ml;                    // per vial
  std::optional<double> depth_mm;                       // of the needle
  std::optional<MuscleSide> named;                      // none: a free point
  std::map<MuscleSide, std::vector<glm::dvec2>> sites;  // sheet coordinates, one per point
};

/// The plan's doses in groups, in an order that does not depend on how the plan writes them.
std::vector<DoseGroup> dose_groups(const Plan& plan, const DoseReach& reach);

}  // namespace simulation
