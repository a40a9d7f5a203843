#pragma once

#include <string>

namespace app {

/// `60`, `12.5`: at most two decimals, none that are zero.
std::string number_text(double value);

/// As shown to people: real minus sign, fixed decimals, "+" on request, never "-0".
std::string number_text(double value, int decimals, bool plus = false);

}  // namespace app
