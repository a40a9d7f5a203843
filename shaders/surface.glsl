// Inputs and shared steps of every surface shader.
#include "frame.glsl"
#include "colour.glsl"
#include "shadow.glsl"
#include "pixel_noise.glsl"
#include "light.glsl"

in vec3 v_position;
in vec3 v_normal;
in vec2 v_uv;
in vec3 v_rest;
in float v_scalar;
in float v_curvature;
in float v_openness;
in vec3 v_bent;
in vec3 v_seen;
in vec3 v_lit;
in float v_key;   // share of the key light, for meshes fine enough
in float v_blur;  // mm, of the edge of its shadow

uniform sampler2D t_albedo;
uniform vec3 u_tint;
uniform int u_has_albedo;
uniform float u_opacity;
uniform float u_highlight;
uniform vec2 u_key_mm;  // of the key light's shadow: smallest blur, lift off the surface

layout(location = 0) out vec4 o_colour;  // premultiplied, linear

struct Surface {
  vec3 position, normal, view;
  float openness;  // share of the sky that is seen
  vec3 bent;       // where most of it is
};

Surface read_surface() {
  Surface s;
  s.position = v_position;
  s.view = toward_eye(v_position);
  s.normal = normalize(v_normal);
  if (!gl_FrontFacing) s.normal = -s.normal;
  s.openness = v_openness;
  s.bent = v_bent;
  return s;
}

float shadow_turn() { return pixel_noise(gl_FragCoord.xy + vec2(f_pixel.xy)) * 6.2831853; }

// Share of the key light that gets here, on smooth forms whose vertices are too far apart for v_key: how soft the
// shadow's edge is changes little between them, where it falls is looked up.
float key_by_blur(Surface s) {
  return filtered(lookup(v_lit, s.normal, u_key_mm.y), v_blur, u_key_mm.x, shadow_turn(), f_shadow.z);
}

// The same where that too changes between vertices: bones show it as lumps, and an eye lies between its lids.
float key_at_pixel(Surface s) {
  float turn = shadow_turn();
  return key_visibility(v_lit, s.normal, u_key_mm.x, u_key_mm.y, turn, f_shadow.z);
}

struct Matter {
  vec3 albedo;
  float rough;
  float f0;
};

// Light of the whole studio on ordinary matter. How soft fill and rim lamps are, and how far mirrored light dulls with
// roughness: assumption, art direction.
vec3 shade(Surface s, Matter m, vec3 n, float key) {
  float nv = max(dot(n, s.view), 0.02);
  vec3 light = f_key_light.rgb * (rounded_cosine(dot(n, f_key_direction.xyz), f_key_direction.w) * key);
  light += f_fill_light.rgb * (rounded_cosine(dot(n, f_fill_direction.xyz), 0.5) * v_seen.x);
  vec3 gloss = f_key_light.rgb * (highlight(n, s.view, f_key_direction.xyz, m.rough, m.f0, f_key_direction.w) * key);
  for (int i = 0; i < 2; ++i) {
    float open = v_seen[i + 1];
    light += f_rim_light[i].rgb * (rounded_cosine(dot(n, f_rim_direction[i].xyz), 0.3) * open);
    gloss += f_rim_light[i].rgb * (highlight(n, s.view, f_rim_direction[i].xyz, m.rough, m.f0, 0.3) * open);
  }
  vec3 around = ambient(normalize(n + s.bent * 0.5)) * bounced(s.openness, m.albedo);
  vec3 r = reflect(-s.view, n);
  gloss += ambient(r) * (fresnel(nv, m.f0) * (1.0 - 0.6 * m.rough) * mirrored_occlusion(nv, s.openness, m.rough));
  return m.albedo * (light + around) + gloss;
}

// The structure that a person asked about: a soft neutral glow toward its outline, its own colours inside. Assumption,
// art direction.
vec3 highlighted(Surface s, vec3 colour) {
  if (u_highlight <= 0.0) return colour;
  float edge = 1.0 - clamp(dot(s.normal, s.view), 0.0, 1.0);
  return mix(colour * 1.1, vec3(1.0), 0.6 * u_highlight * smoothstep(0.2, 0.95, edge));
}

void write_opaque(vec3 colour) {
  float fade = cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(colour * fade, fade);
}
