#version 330 core
// The line round a highlighted part: neutral and light, whatever the part's colour tells.
#include "frame.glsl"

in float v_height;

layout(location = 0) out vec4 o_colour;  // premultiplied, linear

void main() {
  float fade = cut_fade(v_height);
  o_colour = vec4(vec3(2.0) * fade, fade);
}
