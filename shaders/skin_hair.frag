#version 330 core
// Skin with creases and short hair.
#define SKIN_LINES
#define SKIN_HAIR
#include "surface.glsl"
#include "skin.glsl"

void main() { write_opaque(skin_seen()); }
