#version 330 core
#include "surface.glsl"

#include "grain.glsl"

uniform sampler3D t_mottle;

// Soft non-woven cap: matt, with fine fibres and a fuzzy edge. Fibre sizes (mm), tones and gloss: assumption, art
// direction.
void main() {
  Surface s = read_surface();
  Grain fibre = read_grain(v_rest * vec3(1.14, 0.51, 1.14));
  vec4 folds = texture(t_mottle, v_rest / 60.0);
  vec3 slope = fibre.slope * 0.35;
  slope -= s.normal * dot(slope, s.normal);
  vec3 n = normalize(s.normal - slope);
  Matter m;
  m.albedo = vec3(0.70, 0.735, 0.75) * u_tint * (1.0 + 0.05 * fibre.height + 0.06 * (folds.x - 0.5));
  m.rough = 0.85;
  m.f0 = 0.02;
  vec3 colour = shade(s, m, n, v_key);
  float edge = pow(1.0 - max(dot(s.normal, s.view), 0.0), 3.0);
  colour += m.albedo * ambient(s.normal) * edge * 0.35 * s.openness;
  write_opaque(colour);
}
