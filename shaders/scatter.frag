#version 330 core
flat in vec3 v_position;
flat in vec3 v_normal;
uniform float u_lift_mm;
layout(location = 0) out vec4 o_position;  // w: 1, a vertex is here
layout(location = 1) out vec4 o_normal;    // w: how far off the surface it looks from, mm

void main() {
  o_position = vec4(v_position, 1.0);
  o_normal = vec4(v_normal, u_lift_mm);
}
