#version 330 core
#include "surface.glsl"

// Corneas are flatter than this shell, so a lamp's image is larger: by 1 / (1 - kFlatter). Assumption, by eye.
const float kFlatter = 0.30;
const float kLidReachMm = 4.0;  // as in app/scene/lid_line.h

uniform float u_lids;  // 1 where the lids are drawn, else 0

// A clear shell: it adds what it mirrors and takes away nearly nothing. What its surroundings keep off it is an
// assumption, art direction; 0.026 is what an index of refraction of 1.38 mirrors head-on.
void main() {
  Surface s = read_surface();
  float nv = max(dot(s.normal, s.view), 0.02);
  float open = smoothstep(0.0, 0.6, s.openness);
  float key = key_at_pixel(s);
  vec3 d = reflect(-s.view, s.normal);
  vec3 seen_light = mirrored(normalize(mix(d, f_key_direction.xyz, kFlatter)), 0.055);
  // The film of tears is never quite smooth; the lid and its lashes stand before the lamp near its edge.
  float under_lid = (1.0 - v_scalar * u_lids) * kLidReachMm;
  float f = fresnel(nv, 0.026);
  vec3 colour = seen_light * f * 1.45 * mix(0.6, 1.0, open) * mix(0.6, 1.0, key) * smoothstep(-0.2, 0.8, under_lid);
  float fade = cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(colour * fade, 0.0);
}
