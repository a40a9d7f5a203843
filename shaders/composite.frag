#version 330 core
// A picture before the paper backdrop alone.
#include "composite.glsl"

void main() { o_colour = over(paper(ndc_in_picture())); }
