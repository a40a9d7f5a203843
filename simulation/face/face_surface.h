#pragma once

namespace simulation {

enum class Expression { neutral, frown, raise, squint, smile };

}  // namespace simulation
