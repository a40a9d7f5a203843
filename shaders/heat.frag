#version 330 core
#include "surface.glsl"
#include "heat.glsl"

// Data first: a surface that faces the eye shows exactly the legend's colour; only turning away darkens it. By how much
// is an assumption, art direction: enough to read the form.
void main() {
  Surface s = read_surface();
  float nv = clamp(dot(s.normal, s.view), 0.0, 1.0);
  float shade_by = mix(0.62, 1.0, smoothstep(0.0, 0.75, nv)) * mix(0.8, 1.0, smoothstep(0.0, 0.6, s.openness));
  vec3 shown = from_srgb(heat_colour(v_scalar, f_heat.x)) * shade_by;
  write_opaque(inverse_tone_map(shown) / f_exposure.x);
}
