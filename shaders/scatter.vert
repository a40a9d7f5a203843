#version 330 core
// One point per vertex: puts each vertex into the texel that gathers what it sees.
layout(location = 1) in vec3 a_normal;
layout(location = 5) in vec3 a_lit;

uniform int u_occlusion_base;
uniform ivec2 u_occlusion_size;

flat out vec3 v_position;
flat out vec3 v_normal;

void main() {
  v_position = a_lit;
  v_normal = a_normal;
  int cell = u_occlusion_base + gl_VertexID;
  vec2 place = vec2(cell % u_occlusion_size.x, cell / u_occlusion_size.x) + 0.5;
  gl_Position = vec4(place / vec2(u_occlusion_size) * 2.0 - 1.0, 0.0, 1.0);
  gl_PointSize = 1.0;
}
