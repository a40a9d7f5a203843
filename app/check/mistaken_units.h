#pragma once

#include <functional>
#include <optional>

#include "app/check/remark.h"

namespace app {

/// What is usual of a product, in its own units and with its sources; nothing when none is on record.
using UsualDose = std::function<std::optional<Limit>(simulation::Product)>;

/// The other products that the number of a dose belongs to.
struct OtherProducts {
  std::vector<std::string> names;  // none: the dose is not taken for another product's
  std::vector<std::string> units;
  Sources sources;
};

/// As near as a rounding, assumed (`mistaken_units` of limits.json).
bool is_near(const Checked& checked, double units, double number);

/// The products whose usual dose is near this one, and far from what is usual of the plan's own product.
OtherProducts products_of_number(const Checked& checked, const UsualDose& usual, double own_units,
                                 double units);

}  // namespace app
