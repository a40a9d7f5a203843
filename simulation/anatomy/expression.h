#pragma once

#include <cstddef>

namespace simulation {

/// `shut`: the eyes closed as in sleep, nothing else moves.
enum class Expression { neutral, frown, raise, squint, smile, shut };
inline constexpr std::size_t kExpressionCount = 6;

/// Facial lines that are graded.
enum class FaceLine { glabella, forehead, crows_feet };
inline constexpr FaceLine kFaceLines[] = {FaceLine::glabella, FaceLine::forehead, FaceLine::crows_feet};

/// Lines of one group deepen together. `nose` are the bunny lines of the nasalis.
enum class LineGroup { glabella, forehead, crows_feet, nose };

}  // namespace simulation
