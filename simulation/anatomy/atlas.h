#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/anatomy/expression.h"
#include "simulation/anatomy/face_form.h"
#include "simulation/anatomy/muscle.h"
#include "simulation/anatomy/region.h"
#include "simulation/anatomy/unit_field.h"

/// The atlas: one row per structure of face and calf. What is drawn, what a dose is counted to, what needle
/// points stand on and what moves the skin all come from the row.
namespace simulation {

/// Line groups whose skin a muscle folds.
struct Folds {
  constexpr Folds() = default;
  constexpr Folds(std::initializer_list<LineGroup> groups) {
    for (const LineGroup group : groups) bits |= 1U << static_cast<unsigned>(group);
  }
  constexpr bool has(LineGroup group) const { return (bits >> static_cast<unsigned>(group) & 1U) != 0U; }
  unsigned bits = 0;
};

/// Which resting pull of FaceResponse a muscle has.
enum class Tone { none, frontalis, depressor, mouth, always_on };

/// How a muscle of the face moves the skin.
struct Movement {
  /// Name of its unit among the targets of a pose; % stands for the side, without it both sides are one unit.
  std::string_view unit;
  /// The movement of one side. Of a muscle of the midline both sides are put together.
  UnitField (*field)(const FaceFrame& face) = nullptr;
  Tone tone = Tone::none;
  /// How hard each Expression asks for it, share of full effort. Below 0, of what is held all the time: how
  /// far something that no plan reaches takes it the other way.
  std::array<double, kExpressionCount> intent{};
  /// Moves the skin by its loss of volume and is driven by no expression.
  bool thins = false;
  Folds folds{};
};

/// Usual injection where a plan asks for nothing else, from labels for the face, published series and clinic
/// leaflets for the calf.
struct Protocol {
  int points = 1;  // per side; midline: in all
  int rows = 1;    // across the sheet
};

/// Middle of the sheet of end plates of a calf muscle: share of the way from knee to ankle, degrees from the
/// rear toward the other leg. Assumptions after the parametric anatomy.
struct CalfSheet {
  double share = 0.5;
  double degrees = 0.0;
};

struct AtlasRow {
  /// Name in plans, parameters, quantities and, for a structure, its texts.
  std::string_view key;
  /// What an anatomist calls it.
  std::string_view term;
  Region region = Region::face;
  Tissue tissue = Tissue::muscle;
  /// Crosses the midline: one of it, not one per side.
  bool midline = false;
  /// What is drawn; nothing for a muscle that is drawn as part of its group or not at all.
  std::optional<Structure> structure{};
  /// Nothing for tendons, bones and muscles without a state.
  std::optional<Muscle> muscle{};
  /// The plan-level muscle that this one is a part of, and how many columns of it.
  std::optional<Muscle> group{};
  int columns = 1;
  /// A plan may name it. Other muscles are only reached by spread.
  bool planned = true;
  /// Place among the muscles that the plan panel offers, from 1; 0: not offered.
  int offered = 0;
  Protocol protocol{};
  /// The graded line that it makes.
  std::optional<FaceLine> line{};
  std::optional<Band> band{};
  std::optional<SheetForm> sheet{};
  std::optional<Movement> movement{};
  /// What its resting pull holds in place beside that: the skin that lets go as the muscle is blocked, in
  /// every expression alike.
  std::optional<Movement> hold{};
  std::optional<CalfSheet> calf_sheet{};
};

/// All rows: first the calf's.
std::span<const AtlasRow> atlas();
const AtlasRow& row_of(Muscle muscle);
const AtlasRow& row_of(Structure structure);

/// Name of a muscle in plans, parameters and quantities, e.g. `gastrocnemius_medial`.
std::string_view name(Muscle muscle);
/// The muscle of that exact name; nothing when there is none.
std::optional<Muscle> muscle_named(std::string_view name);
Region region_of(Muscle muscle);
/// False for muscles that can only be reached by spread.
bool can_be_target(Muscle muscle);
/// True for a muscle that crosses the midline and is injected once, not per side.
bool is_midline(Muscle muscle);
bool is_midline(Structure structure);
/// Whether the muscle is this one or a part of this group.
bool is_part_of(Muscle muscle, Muscle group);

/// The muscles with a state that a muscle of a plan stands for, one entry per column: itself, or the parts of
/// a group.
std::span<const Muscle> columns_of(Muscle muscle);
/// The same for a structure; none for tendons, bones and muscles without a state.
std::span<const Muscle> columns_of(Structure structure);
/// Muscles with a state that make a graded line, in the atlas's order.
std::span<const Muscle> muscles_of(FaceLine line);
/// Muscles that a plan may name and that make a graded line, groups among them.
std::vector<Muscle> planned_muscles_of(FaceLine line);
/// What is drawn for a muscle: its own structure or that of its group.
std::optional<Structure> structure_of(Muscle muscle);
/// Muscles the plan panel offers for a region, in its order.
std::span<const Muscle> offered_muscles(Region region);

/// `corrugator-left` for the unit `corrugator-%`.
std::string unit_name(const Movement& movement, BodySide side);

}  // namespace simulation
