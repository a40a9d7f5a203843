#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "simulation/calf/compartment_pattern.h"
#include "simulation/calf/leg_drive.h"
#include "simulation/calf/leg_tissue.h"
#include "simulation/kept_array.h"
#include "simulation/tissue/field_sampler.h"
#include "simulation/tissue/response_fields.h"

namespace simulation {

/// What the shape of a leg is a quadratic in: mean loss of each muscle, contraction of each muscle, and how
/// far each compartment's loss is from its muscle's mean.
namespace leg_parameters {
inline constexpr int kLosses = 3;
inline constexpr int kWhole = 6;  // losses and contractions
inline constexpr int kCount = kWhole + compartments::kCount;
}  // namespace leg_parameters

/// A field as 16-bit shares of its largest value: what is kept of a solve, so that a leg read back from disk
/// gives the bytes of the leg just solved.
struct PackedField {
  float scale_mm = 0.0F;  // of one step
  KeptArray<std::int16_t> steps;

  std::vector<float> unpacked() const;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.scale_mm, self.steps);
  }
};

/// Fields of one prepared leg in leg coordinates (see LegTissue), mm per unit of the parameters.
struct LegFields {
  FieldGrid grid;
  std::vector<PackedField> linear;         // leg_parameters::kCount
  std::vector<std::pair<int, int>> pairs;  // leg_parameter_pairs()
  std::vector<PackedField> second;

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.grid, self.linear, self.pairs, self.second);
  }
};

/// Counted up whenever the same leg would give other fields, so that kept ones are made anew.
inline constexpr int kTissueVersion = 4;

/// Solves a leg: lattice, one factorisation, linear and second-order fields. Takes seconds. The same leg
/// gives the same bytes. Throws InputError when the leg cannot be solved; what `progress` throws comes
/// through.
LegFields prepare_leg_fields(const LegTissue& tissue, double cell_mm, const Progress& progress = {});

/// The parameter pairs that second-order fields are made for.
std::vector<std::pair<int, int>> leg_parameter_pairs();
/// Drive values (see leg_drive_kinds) of one unit of each parameter, a column each.
Eigen::MatrixXd leg_parameter_directions();
/// Drive values of a leg whose muscles are treated in the given pattern.
DriveValues leg_drive_values(const LegDrive& drive, const CompartmentPattern& pattern);

}  // namespace simulation
