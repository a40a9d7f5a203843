#version 330 core
#include "surface.glsl"

uniform sampler3D t_mottle;

// Bundles and threads of a muscle: assumption, art direction.
float fibre_noise(vec2 p) {
  vec4 a = texture(t_mottle, vec3(p.x * 0.9, p.y * 0.05, 0.3));
  vec4 b = texture(t_mottle, vec3(p.x * 2.7, p.y * 0.12, 0.7));
  return a.x * 0.6 + b.y * 0.4;
}

// Fibres run along texture v. Blocked fibres lose their colour: pale, greyish violet. The colour is a
// sign and no anatomy: tones, threads and gloss are an assumption, art direction.
void main() {
  Surface s = read_surface();
  // Stripes across u: as many per turn as a bundle is about two millimetres wide.
  float f = fibre_noise(vec2(v_uv.x * 9.0, v_uv.y * 6.0));
  // Each bundle's threads begin elsewhere: side by side they would make a seam across the muscle.
  float thread = texture(t_mottle, vec3(v_uv.x * 34.0, v_uv.y * 0.8 + 2.5 * f, 0.5)).z;
  vec3 working = mix(vec3(0.30, 0.040, 0.032), vec3(0.56, 0.125, 0.095), smoothstep(0.25, 0.75, f));
  working = mix(working, vec3(0.72, 0.36, 0.30), 0.35 * smoothstep(0.62, 0.85, thread));
  vec3 blocked = mix(vec3(0.30, 0.25, 0.34), vec3(0.56, 0.52, 0.62), smoothstep(0.25, 0.75, f));
  Matter m;
  m.albedo = mix(working, blocked, clamp(v_scalar, 0.0, 1.0)) * u_tint;
  m.rough = 0.42 + 0.12 * (f - 0.5);
  m.f0 = 0.035;
  write_opaque(highlighted(s, shade(s, m, s.normal, key_by_blur(s))));
}
