#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "simulation/plan/plan.h"

namespace app {

/// A figure and the full text of where it comes from.
struct Limit {
  double value = 0.0;
  std::string source;
};

struct ProductLimits {
  std::string name;  // as people know it, e.g. `Botox`
  Limit units_per_site;
  Limit units_per_session;
  Limit full_calf_units;  // both calves, one session
  std::vector<simulation::Muscle> labelled_muscles;
  std::string label;  // source text
};

/// Highest dose that published trials gave to a group of muscles.
struct StudiedDose {
  simulation::Product product = simulation::Product::onabotulinumtoxin_a;
  std::vector<simulation::Muscle> muscles;
  bool per_leg = false;  // else over both sides
  double units = 0.0;
  std::string finding;  // what the trials say about more
  std::string source;
};

/// A contraindication of the labels, put as a question for the clinician; never a diagnosis.
struct ClinicianQuestion {
  std::string text;
  std::string source;
};

/// Limits that `check` and the plan panel warn by. Products without an entry have no limit on record.
struct Limits {
  std::map<simulation::Product, ProductLimits> products;
  Limit weeks_between_sessions;
  std::vector<StudiedDose> studied;
  std::vector<simulation::Product> unstudied_calf;
  Limit calf_fat_mm;              // above: fat makes the outline
  Limit calf_muscle_mm;           // below: little muscle to reduce
  std::string calf_muscles;       // source text: which muscle is treated to slim a calf
  std::string filler_same_visit;  // source text
  std::string filler_glabella;    // source text: why filler between the brows is a risk
  std::vector<ClinicianQuestion> questions;
};

/// Reads assets/clinical/limits.json. Throws AssetError with file and key: a missing or unknown source, a
/// figure that is not above zero, an unknown product or muscle.
Limits read_limits(const std::filesystem::path& path);

/// Some label names the muscle or its group, or some study on record treated it.
bool is_on_record(const Limits& limits, simulation::Muscle muscle);

}  // namespace app
