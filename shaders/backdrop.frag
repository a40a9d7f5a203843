#version 330 core
// The paper backdrop as it is seen where nothing stands before it.
#include "composite.glsl"

void main() { o_colour = vec4(finished(inverse_tone_map(paper(ndc_in_picture()))), 1.0); }
