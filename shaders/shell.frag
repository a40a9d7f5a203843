#version 330 core
// See-through skin: clear where it faces the eye, denser at the outline.
#include "surface.glsl"

uniform vec3 u_shell_colour;
// Share of what is behind that it hides, facing the eye and at the outline; strength of its gloss.
uniform vec3 u_shell_cover;

// How clear it is and its gloss: assumption, art direction.
void main() {
  Surface s = read_surface();
  float nv = clamp(dot(s.normal, s.view), 0.0, 1.0);
  float edge = pow(1.0 - nv, 2.6);
  float cover = min(mix(u_shell_cover.x, u_shell_cover.y, edge), 1.0) * u_opacity * cut_fade(v_position.y);
  vec3 light = ambient(s.normal) + f_key_light.rgb * rounded_cosine(dot(s.normal, f_key_direction.xyz), 0.5) * 0.7;
  vec3 gloss = f_key_light.rgb * highlight(s.normal, s.view, f_key_direction.xyz, 0.42, 0.03, f_key_direction.w);
  vec3 colour = u_shell_colour * light * 1.25 * cover + gloss * u_shell_cover.z * cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(colour, cover);
}
