#pragma once

#include <string>

namespace app {

/// Name of a filler's place among what moves a face.
inline std::string filler_target_name(std::size_t place) {
  return "filler-" + std::to_string(place);
}

}  // namespace app
