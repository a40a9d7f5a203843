#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/sided.h"

namespace app {

/// How thickly hair stands on the skin of a head, 0 to 1 per point: the temples in front of the ears, up to
/// where the cap covers the scalp. A drawing after usual hairlines, placed by the eyes; nobody's own hair is
/// known. The front of the face, the ears and the neck have none. `rest_mm` is the relaxed skin, Y up, facing
/// +Z.
std::vector<float> hair_density(std::span<const glm::vec3> rest_mm,
                                const simulation::Sided<glm::dvec3>& eyes);

}  // namespace app
