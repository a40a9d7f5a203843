#version 330 core
#include "surface.glsl"

in float v_cover;
uniform float u_density;  // exponent below 1 thickens the strands' alpha

// How dense, how bright and how far its tips let light through: assumption, art direction. The weights of the tint are
// the luminances of the sRGB primaries.
void main() {
  float root = v_uv.y;  // of a strand, which has no picture: 1 at the root, 0 at the tip
  bool strand = u_has_albedo == 0;
  // A picture of many hairs is blurred: tell them apart again.
  float painted = clamp(texture(t_albedo, v_uv).a, 0.0, 1.0);
  float cover = mix(pow(painted, u_density), smoothstep(0.08, 0.85, painted), 0.4);
  if (strand) cover = 0.88 * v_cover * smoothstep(0.0, 0.55, root);
  cover *= cut_fade(v_position.y) * u_opacity;
  if (cover < 0.004) discard;
  Surface s = read_surface();
  vec3 light = ambient(s.normal) * 0.8 + f_key_light.rgb * 0.45 + f_fill_light.rgb * 0.3;
  // Tips are thin and let light through.
  vec3 base = strand ? u_tint * mix(2.2, 1.0, root) : u_tint;
  vec3 colour = base * light;
  // Black hair would look grey with the gloss of brown hair: assumption, art direction, no strand is fine enough to
  // mirror here.
  float gloss = min(0.02, 0.006 + 0.45 * dot(u_tint, vec3(0.2126, 0.7152, 0.0722)));
  colour += f_key_light.rgb * gloss * pow(max(1.0 - abs(dot(s.normal, f_key_direction.xyz)), 0.0), 4.0);
  o_colour = vec4(colour * cover, cover);
}
