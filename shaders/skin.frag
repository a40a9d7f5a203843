#version 330 core
#include "surface.glsl"
#include "skin.glsl"

void main() {
  Surface s = read_surface();
  Skin skin = read_skin(s);
  write_opaque(skin_light(s, skin) + skin_gloss(s, skin));
}
