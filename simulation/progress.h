#pragma once

#include <functional>

namespace simulation {

/// Called with the share done, 0 to 1; throws to stop the work.
using Progress = std::function<void(double)>;

}  // namespace simulation
