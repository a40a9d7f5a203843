#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "simulation/plan/plan.h"
#include "simulation/response/person_draw.h"

/// The table of everything that is predicted: one row per quantity, read by predict, timeline, panels and
/// cards.
namespace simulation {

class Population;

/// Where on the body a quantity is taken.
struct QuantityPlace {
  BodySide side = BodySide::left;
  FaceLine line = FaceLine::glabella;
  Muscle muscle = Muscle::corrugator;  // frontalis: all its columns as one
  bool operator==(const QuantityPlace&) const = default;
};

/// What a quantity is taken for each of, written in its key as SIDE, as LINE, or as MUSCLE and SIDE.
enum class Per { side, line, muscle };

/// How it is told of a population.
enum class Told {
  value,  // p10, p50, p90, mean and SD
  tape,   // the same; p10, p90 and SD hold what a tape adds, p50 and mean do not
  grade,  // whole, as one rater gives them, and so are p10, p50 and p90
  share   // 1 or 0 for a person; the percentage of people, as mean alone
};

/// Where a person lies who responds more than others.
enum class Response { falls, rises, away_from_zero };

struct Quantity {
  /// As predict writes it, with SIDE, LINE and MUSCLE for the place; also the id of its evidence.
  std::string_view key;
  Per per = Per::side;
  std::string_view unit;  // cm, mm, %, fraction, grade or % of people
  Told told = Told::value;
  Response response = Response::falls;
  int decimals = 0;        // of the number shown; a fraction is shown in percent
  bool is_change = false;  // against week 0: shown with its sign, 0 at week 0
  int timeline = 0;        // its turn in the choice of the timeline, from 1; 0: not offered
  std::string_view words;  // key of its name in the texts; with `.middle` for a muscle of the midline
  std::string_view card;   // evidence card that its number opens: card.CARD.title and so on in the texts
  /// Value per person at the population's week, one per element of `out`.
  using Formula = void (*)(Population& people, const QuantityPlace& place, std::span<double> out);
  Formula formula = nullptr;
  Formula agreed = nullptr;  // of a grade: as all raters would give it together, without one rater's scatter
};

/// The rows of a region in the order in which predict writes them. Those of a leg or a line stand together,
/// place by place; those of muscles quantity by quantity.
std::span<const Quantity> quantities(Region region);
/// The row of that key with its SIDE, LINE, MUSCLE. Null when there is none.
const Quantity* quantity_row(std::string_view key);

/// `calf.left.max_girth_change`: a quantity at a place.
std::string key_of(const Quantity& quantity, const QuantityPlace& place);
/// The same from the row's key, which must exist (std::invalid_argument).
std::string key_of(std::string_view row_key, const QuantityPlace& place);

struct PlacedQuantity {
  const Quantity* quantity;
  QuantityPlace place;
};
/// What a key of predict names; nothing when no row has it.
std::optional<PlacedQuantity> quantity_named(std::string_view key);

/// `glabella`, `forehead` or `crows_feet`.
std::string_view name(FaceLine line);

}  // namespace simulation
