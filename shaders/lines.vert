#version 330 core
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_gradient;
layout(location = 2) in vec3 a_distance_depth;  // mm; z: of the swell
layout(location = 3) in vec3 a_uneven;          // mm along, width of the usual, lean
out vec2 v_gradient;
out vec3 v_distance_depth;
out vec3 v_uneven;

void main() {
  v_gradient = a_gradient;
  v_distance_depth = a_distance_depth;
  v_uneven = a_uneven;
  gl_Position = vec4(a_place, 0.0, 1.0);
}
