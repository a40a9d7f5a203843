#version 330 core
// Teeth, tongue, bone, tendon: smooth matter with a little light inside.
#include "surface.glsl"

uniform float u_rough;
uniform float u_f0;
uniform vec3 u_base;
uniform float u_grain;  // contrast of the stain
uniform sampler3D t_mottle;

// Sizes of the stain (mm) and the shadow's softness: assumption, art direction; gloss comes from the part.
void main() {
  Surface s = read_surface();
  Matter m;
  vec3 painted = u_has_albedo != 0 ? texture(t_albedo, v_uv).rgb : vec3(1.0);
  vec4 stain = texture(t_mottle, v_rest / 24.0);
  vec4 fine = texture(t_mottle, v_rest / 5.0);
  m.albedo = u_base * u_tint * painted * (1.0 + u_grain * (stain.x + fine.y - 1.0));
  m.rough = u_rough;
  m.f0 = u_f0;
  write_opaque(highlighted(s, shade(s, m, s.normal, key_at_pixel(s))));
}
