#version 330 core
// A part grown by a share of the picture's height along its outward normals as seen. Of its far side, which alone is
// drawn, only what reaches past the part's own outlines is not behind the part.
#include "frame.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;

uniform float u_aspect;  // width by height of the picture

out float v_height;

void main() {
  const float kGrown = 0.008;  // of half the height; assumption, art direction
  v_height = a_position.y;
  gl_Position = f_view_projection * vec4(a_position, 1.0);
  vec2 outward = (f_view_projection * vec4(a_normal, 0.0)).xy * vec2(u_aspect, 1.0);
  float long_way = length(outward);
  if (long_way > 1e-9) gl_Position.xy += outward / long_way * kGrown * gl_Position.w / vec2(u_aspect, 1.0);
}
