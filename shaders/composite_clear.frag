#version 330 core
// A picture without ground: straight alpha.
#include "composite.glsl"

void main() {
  vec4 sum = resolved();
  float cover = clamp(sum.a, 0.0, 1.0);
  o_colour = cover > 0.0 ? vec4(finished(sum.rgb / cover * f_exposure.x), cover) : vec4(0.0);
}
