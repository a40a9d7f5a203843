#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "simulation/anatomy/muscle.h"
#include "simulation/anatomy/region.h"
#include "simulation/plan/product.h"
#include "simulation/sided.h"

namespace simulation {

enum class Sex { female, male };
enum class Activity { low, moderate, high };

/// Severity of a facial line: 0 none, 1 mild, 2 moderate, 3 severe; `rest` at rest, `effort` at full
/// expression.
struct LineGrade {
  int rest = 0;
  int effort = 2;
  bool operator==(const LineGrade&) const = default;
};

/// Week-0 measures of the calves. Girth is the largest tape circumference; fat is the posterior subcutaneous
/// layer; gastrocnemius is the muscle's thickness as ultrasound reads it at the level of largest girth.
struct CalfBaseline {
  Sided<double> max_girth_cm{36.4, 36.4};
  double fat_mm = 7.0;
  Sided<double> gastrocnemius_mm{20.0, 20.0};
  bool operator==(const CalfBaseline&) const = default;
};

struct FaceBaseline {
  LineGrade glabella{1, 3};
  LineGrade forehead{1, 2};
  Sided<LineGrade> crows_feet{{1, 2}, {1, 2}};
  bool operator==(const FaceBaseline&) const = default;
};

struct Person {
  Sex sex = Sex::female;
  double age_years = 40.0;  // 18 to 90
  Activity activity = Activity::moderate;
  int skin_tone = 3;          // Fitzpatrick type, 1 to 6
  int previous_sessions = 0;  // with any of the products, before the plan's week 0; 0 to 200
  CalfBaseline calf;
  FaceBaseline face;
  bool operator==(const Person&) const = default;
};

/// Which side an injection is for. With `both`, the units are given to each side.
enum class Side { left, right, both, midline };

/// Dose spread evenly over `points` standard sites of a muscle (absent: the protocol's own number).
struct MuscleTarget {
  Muscle muscle = Muscle::gastrocnemius_medial;
  Side side = Side::both;
  std::optional<int> points;
  bool operator==(const MuscleTarget&) const = default;
};

/// One free point on the skin, in the texture coordinates of the region's skin mesh (0 to 1, v up).
struct SkinPoint {
  glm::dvec2 uv{0.0};
  bool operator==(const SkinPoint&) const = default;
};

struct Injection {
  std::variant<MuscleTarget, SkinPoint> target;
  double units = 0.0;                             // at least 0, in the session product's own units
  std::optional<double> depth_mm = std::nullopt;  // of the needle's tip under the skin, 0.5 to 60
  bool operator==(const Injection&) const = default;
};

struct Session {
  double week = 0.0;  // 0 to 260
  Product product = Product::onabotulinumtoxin_a;
  std::vector<Injection> injections;
  std::optional<double> dilution_ml = std::nullopt;  // of saline per vial, 0.5 to 20
  bool operator==(const Session&) const = default;
};

enum class FillerSite { glabella, nasolabial_fold, cheek, lips, tear_trough };
inline constexpr std::size_t kFillerSiteCount = 5;

/// A hyaluronic acid filler. Millilitres are in all: a site that has two sides gets half in each.
struct Filler {
  FillerSite site = FillerSite::cheek;
  double millilitres = 0.0;
  double week = 0.0;
  bool operator==(const Filler&) const = default;
};

struct Plan {
  std::string title;
  Region region = Region::calf;
  Person person;
  std::vector<Session> sessions;
  std::vector<Filler> fillers;  // face only
  bool operator==(const Plan&) const = default;
};

inline constexpr double kMaxWeek = 260.0;
/// Most filler at one site at once, and over a whole plan: beyond it the shape means nothing.
inline constexpr double kMaxFillerMl = 5.0;
inline constexpr double kMaxSiteFillerMl = 10.0;
/// Weeks shown after the last treatment: nine months, so that a toxin wearing off is always part of a run.
inline constexpr double kWeeksShown = 39.0;

/// Week of the last session or filler plus kWeeksShown; kWeeksShown when there is none.
double last_shown_week(const Plan& plan);

/// Throws InputError naming the first field out of its range (units negative, week outside 0 to kMaxWeek,
/// grade not 0 to 3, side that a muscle does not have, and so on), written as a path such as
/// `sessions[0].injections[1].units`. A muscle of the other region is allowed: its units count toward what a
/// session may hold, its effect is not part of the plan's region.
void validate(const Plan& plan);

}  // namespace simulation
