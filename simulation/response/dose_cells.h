#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "simulation/response/dose_field.h"

namespace simulation {

// Cells of the sheet in which the spread is worked out, fine enough to see the gaps between points.
inline constexpr std::size_t kCellsAlong = 18;
inline constexpr std::size_t kCellsAcross = 8;
inline constexpr std::size_t kCells = kCellsAlong * kCellsAcross;
static_assert(kCells % (2 * kSamples) == 0);
using Cells = std::array<double, kCells>;
/// Mean dose over every cell, row by row along the fibres, for every radius factor.
using CellDose = std::array<Cells, kRadiusFactors.size()>;

/// Spreads units, shared evenly by points in sheet coordinates, over a sheet. `sd_mm` is one standard
/// deviation across the fibres at radius factor 1, `along` how much longer it is along them. Whole cells, so
/// that the muscle never holds more than was given.
CellDose spread_over(std::span<const glm::dvec2> sites, double units, double length_mm, double width_mm,
                     double sd_mm, double along);

/// What stays in the muscle: the mean over its cells.
double held(const Cells& cells);
void add(CellDose& to, const CellDose& from);
void scale(CellDose& cells, std::span<const double> per_radius);

using DoseEvents = std::map<std::pair<double, Product>, CellDose>;

/// Cells that get about the same over all events become one sample, in every event the same ones. Of the
/// first `rows` rows along the fibres alone.
std::vector<DoseEvent> sampled(const DoseEvents& events, std::size_t rows = kCellsAlong);

}  // namespace simulation
