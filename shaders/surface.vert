#version 330 core
#include "frame.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec2 a_uv;
layout(location = 3) in vec3 a_rest;
layout(location = 4) in vec2 a_scalar_curvature;
layout(location = 5) in vec3 a_lit;  // where the surface stands for shadows

uniform sampler2D t_openness;     // xyz bent direction, w share of the sky seen
uniform sampler2D t_translucency;  // xyz direction light shines through from, w amount
uniform int u_occlusion_base;
uniform int u_occlusion_width;

out vec3 v_position;
out vec3 v_normal;
out vec2 v_uv;
out vec3 v_rest;
out vec3 v_lit;
out float v_scalar;
out float v_curvature;
out vec4 v_openness;
out vec4 v_translucency;

// The depth pre-pass and the colour pass must agree to the last bit.
invariant gl_Position;

void main() {
  v_position = a_position;
  v_normal = a_normal;
  v_uv = vec2(a_uv.x, 1.0 - a_uv.y);
  v_rest = a_rest;
  v_lit = a_lit;
  v_scalar = a_scalar_curvature.x;
  v_curvature = a_scalar_curvature.y;
  int cell = u_occlusion_base + gl_VertexID;
  ivec2 place = ivec2(cell % u_occlusion_width, cell / u_occlusion_width);
  v_openness = texelFetch(t_openness, place, 0);
  v_translucency = texelFetch(t_translucency, place, 0);
  gl_Position = f_view_projection * vec4(a_position, 1.0);
}
