#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "simulation/anatomy/expression.h"
#include "simulation/plan/plan.h"

namespace app {

/// Keys of sources.bib.
using Sources = std::vector<std::string>;

/// A figure and where it comes from; one that nobody published cites the key `assumption`.
struct Limit {
  double value = 0.0;
  Sources sources;
};

/// What a label gives to one area of the face in one session, both sides together.
struct LabelArea {
  simulation::FaceLine line = simulation::FaceLine::glabella;
  std::vector<simulation::Muscle> muscles;  // that the label names
  double units = 0.0;
  int points = 1;
  Sources sources;
};

struct ProductLimits {
  std::string name;  // as people know it, e.g. `Botox`
  Sources label;
  std::optional<Limit> units_per_site;  // ceilings; nothing where none is on record
  std::optional<Limit> units_per_session;
  std::optional<Limit> full_calf_units;   // both calves, one session
  std::optional<Limit> face_under_years;  // the label's lines are for people younger than this
  std::vector<LabelArea> areas;
};

/// Highest dose that studies on record gave to a group of muscles.
struct StudiedDose {
  simulation::Product product = simulation::Product::onabotulinumtoxin_a;
  std::vector<simulation::Muscle> muscles;
  bool per_side = false;  // else over both sides
  double units = 0.0;
  std::string finding;  // what the studies say about more
  Sources sources;
};

/// A trial that found more to work better in men than what a label gives to everybody.
struct MenDose {
  simulation::Product product = simulation::Product::onabotulinumtoxin_a;
  simulation::FaceLine line = simulation::FaceLine::glabella;
  double up_to_units = 0.0;   // to be told of
  double better_units = 0.0;  // from here on it worked better
  Sources sources;
};

/// When a dose looks like that of another product.
struct MistakenUnits {
  Limit within_percent;  // as near as this to the other label's dose
  Limit apart_times;     // labels nearer to each other than this are not told apart
};

/// When repeated sessions are told of, per product.
struct RepeatLimits {
  Limit sessions_in_year;
  Limit ceilings_in_year;  // units of a year, in ceilings of one session
  Sources antibodies;
};

/// Where the upper lid's lifter may be met: from the eye's height up to so far over the rim of the orbit, as
/// wide as the orbit. Lengths are of the median head.
struct LidZone {
  Limit rim_over_eye_mm;
  Limit orbit_half_width_mm;
  Limit clear_mm;
};

/// A contraindication of the labels, put as a question for the clinician; never a diagnosis.
struct ClinicianQuestion {
  std::string text;
  Sources sources;
};

/// What `check` and the plan panel warn by.
struct Limits {
  std::map<simulation::Product, ProductLimits> products;  // every product
  Limit weeks_between_sessions;
  std::vector<StudiedDose> studied;
  std::vector<simulation::Product> unstudied_calf;
  std::vector<MenDose> men;
  MistakenUnits mistaken;
  RepeatLimits repeats;
  LidZone lid;
  Limit point_times_label;        // above: much for one point of the face
  Limit forehead_from_years;      // from here on a stilled forehead is warned of
  Limit falls_from_years;         // from here on a weak calf is warned of
  Limit calf_fat_mm;              // above: fat makes the outline
  Limit calf_muscle_mm;           // below: little muscle to reduce
  Limit filler_glabella_percent;  // of the reports of lost sight after filler
  // Cautions without a figure.
  Sources calf_muscles;  // which muscle is treated to slim a calf
  Sources calf_off_label;
  Sources calf_sport;
  Sources forehead_alone;
  Sources one_side;
  Sources filler_same_visit;
  std::vector<ClinicianQuestion> questions;
};

/// Reads assets/clinical/limits.json, with sources.bib beside it or above. Throws AssetError with file and
/// key: a missing or unknown source, a figure that is not above zero, one that cites `assumption` without
/// saying `"assumed": true` or the other way round, an unknown product, muscle or area, a product without an
/// entry.
Limits read_limits(const std::filesystem::path& path);

/// Some label names the muscle or its group, or some study on record treated it.
bool is_on_record(const Limits& limits, simulation::Muscle muscle);

/// What the product's label gives to that area; null when it does not name it or the product has no entry.
const LabelArea* label_area(const Limits& limits, simulation::Product product, simulation::FaceLine line);

/// Whether the label of the product names the muscle or its group.
bool is_labelled(const ProductLimits& product, simulation::Muscle muscle);

}  // namespace app
