#pragma once

namespace render {

/// Absorber densities of a Fitzpatrick type in the units of shaders/skin.glsl. Chosen so that the mean colour
/// falls into the type's usual range; assumed, not measured on patients.
struct SkinTone {
  float melanin = 0;
  float blood = 0;
};

/// fitzpatrick: 1 to 6. Throws std::invalid_argument outside.
SkinTone skin_tone(int fitzpatrick);

}  // namespace render
