#version 330 core
// A picture of what stands on the floor of the backdrop.
#include "composite.glsl"
#include "floor.glsl"

uniform sampler2D t_floor_light;  // over the floor, edge to edge

void main() {
  vec2 ndc = ndc_in_picture();
  vec2 place = floor_place(ndc) * 0.5 + 0.5;
  o_colour = over(paper(ndc) * texture(t_floor_light, place).r);
}
