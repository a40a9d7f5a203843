#version 330 core
#include "surface.glsl"

// A clear shell: it adds what it mirrors and takes away nearly nothing.
void main() {
  Surface s = read_surface();
  float nv = max(dot(s.normal, s.view), 0.02);
  float open = smoothstep(0.0, 0.6, s.openness);
  float key = key_visibility(v_lit, s.normal, 0.8, 0.5);
  vec3 seen_light = mirrored(reflect(-s.view, s.normal), 0.02);
  float f = fresnel(nv, 0.026);
  vec3 colour = seen_light * f * mix(0.3, 1.0, open) * mix(0.35, 1.0, key);
  float fade = cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(colour * fade, 0.0);
}
