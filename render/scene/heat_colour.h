#pragma once

#include <glm/vec3.hpp>

namespace render {

/// Colour of a displacement on the heat layer and its legend, as sRGB 0..1 (not linear): blue inwards, pale
/// grey at 0, orange-brown outwards; told apart with any common colour blindness (end colours after Brewer's
/// PuOr [colorbrewer2003], darkened; an assumption). mm: displacement along the outward normal. limit_mm > 0:
/// where the scale ends; beyond it the end colour.
glm::vec3 heat_colour(float mm, float limit_mm);

}  // namespace render
