#version 330 core
// Skin with creases. One program per kind of skin, because a software driver works out both sides of every branch.
#define SKIN_LINES
#include "surface.glsl"
#include "skin.glsl"

void main() { write_opaque(skin_seen()); }
