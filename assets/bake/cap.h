#pragma once

#include <span>

#include "assets/bake/part.h"

namespace bake {

/// White clinic cap as part `cap`: a smooth shell over the hair region of the skull with a rolled hem. Its
/// points are anchored to the skull's skin, so it follows every head shape. `bust` are the quads of the head.
Part clinic_cap(const Mesh& mesh, std::span<const std::uint32_t> bust);

}  // namespace bake
