#pragma once

#include <string>

namespace app {

/// `60`, `12.5`: at most two decimals, none that are zero.
std::string number_text(double value);

}  // namespace app
