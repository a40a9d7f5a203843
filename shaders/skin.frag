#version 330 core
#include "surface.glsl"
#include "skin.glsl"

void main() {
  Surface s = read_surface();
  Skin skin = read_skin(s);
  // Assumption: shadow edges soften by a millimetre in skin.
  float key = v_key;
  write_opaque(skin_light(s, skin, key) + skin_gloss(s, skin, key));
}
