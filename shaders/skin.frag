#version 330 core
#include "surface.glsl"
#include "skin.glsl"

void main() { write_opaque(skin_seen()); }
