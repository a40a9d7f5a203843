#pragma once

namespace simulation {

/// Part of the body that a plan treats.
enum class Region { calf, face };

}  // namespace simulation
