#version 330 core
#include "frame.glsl"
#include "shadow.glsl"
#include "light.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec2 a_uv;
layout(location = 3) in vec3 a_rest;
layout(location = 4) in vec2 a_scalar_curvature;
layout(location = 5) in vec3 a_lit;  // where the surface stands for shadows
layout(location = 6) in vec4 a_tone;    // these three: see render/scene/skin_grain.h
layout(location = 7) in vec4 a_uneven;
layout(location = 8) in vec3 a_planes;
layout(location = 9) in vec3 a_shade;   // these three: see render/scene/skin_shade.h; nothing where a part has none
layout(location = 10) in vec3 a_extra;
layout(location = 11) in float a_coarse;

uniform sampler2D t_openness;     // xyz bent direction, w share of the sky seen
uniform sampler2D t_translucency;  // xyz direction light shines through from, w amount
uniform int u_occlusion_base;
uniform int u_occlusion_width;
uniform vec2 u_key_mm;     // of the key light's shadow: smallest blur, lift off the surface
uniform vec2 u_line_axis;    // of creases: z mm, radius mm
uniform vec4 u_line_box;     // low corner mm, one over size
uniform vec2 u_strand_mm;  // radius of a strand of hair at its root (texture v 0) and tip; 0: no strand

out vec3 v_position;
out vec3 v_normal;
out vec2 v_uv;
out vec3 v_rest;
out float v_scalar;
out float v_curvature;
out float v_openness;  // share of the sky that is seen
out vec3 v_bent;       // where most of it is
out vec3 v_seen;       // how much of fill and rim lights gets here
out vec3 v_around;     // light from all round on the bare surface
out vec3 v_glow;       // light that comes through flesh
out vec4 v_tone;
out vec4 v_film;    // sebum, beard, freckles, vessels
out vec3 v_planes;
out vec3 v_line;       // place on the map of creases, how much of their depth is kept
out vec3 v_lit;
out float v_key;    // share of the key light that gets here
out float v_blur;   // mm, of the edge of a shadow here; 0: nothing is in the way
out float v_cover;  // of a strand finer than a pixel, how much of the pixel it fills

// Assumption, by eye: the edge under a nose is smooth. Half as many where the least is spent, on what moves.
const float kKeySamples = 16.0, kFewKeySamples = 8.0;

// The depth pre-pass and the colour pass must agree to the last bit.
invariant gl_Position;

// A strand finer than a pixel is drawn one pixel wide and so much fainter: or it would come and go as specks. Least
// width (pixels) and fading are assumptions, by eye.
float widening_mm(vec3 position, float radius_mm, out float cover) {
  vec3 up = vec3(f_view_projection[0].y, f_view_projection[1].y, f_view_projection[2].y);
  float pixels_per_mm = 0.5 * float(f_pixel.w) * length(up) / (f_view_projection * vec4(position, 1.0)).w;
  float least_mm = 0.6 / pixels_per_mm;
  // Fainter by less than the share of the pixel: lashes stand in tufts, and those of a tuft would add up.
  cover = min(pow(radius_mm / least_mm, 0.75), 1.0);
  return max(least_mm - radius_mm, 0.0);
}

// How much of a directional light gets past the surroundings, from the bent normal cone. Assumption: its soft edge.
float seen(vec3 l) {
  float cone = sqrt(1.0 - v_openness);
  return smoothstep(cone - 0.2, cone + 0.25, dot(v_bent, l));
}

// What shines through thin parts, and what flesh all round lets in: the inside of a mouth is dark red, not black.
// Colours and shares: assumption, art direction; red goes farthest.
vec3 glow(vec4 translucency, vec3 normal) {
  vec3 through = f_key_light.rgb * max(translucency.w + 2.0 * dot(translucency.xyz, f_key_direction.xyz), 0.0);
  for (int i = 0; i < 2; ++i)
    through += f_rim_light[i].rgb * max(translucency.w + 2.0 * dot(translucency.xyz, f_rim_direction[i].xyz), 0.0);
  through *= vec3(0.92, 0.27, 0.17) * (0.24 * smoothstep(0.05, 0.6, v_openness));
  return through + ambient(normal) * (1.0 - v_openness) * vec3(0.060, 0.013, 0.009);
}

// Creases lie on a map about the head's axis, in the coordinates of the rest shape, so they move with the skin. Skin is
// uneven: a crease wavers along its course and is shallower here and there. How much (mm) is an assumption, art
// direction.
vec3 line_place() {
  vec2 from_axis = vec2(a_rest.x, a_rest.z - u_line_axis.x);
  float around = atan(from_axis.x, from_axis.y);
  vec2 place = (vec2(u_line_axis.y * around, a_rest.y) + (a_uneven.xy - 0.5) * 1.1 - u_line_box.xy) * u_line_box.zw;
  // Behind the head, where the map's ends meet, a triangle would take in all of it: that is far above the map.
  if (abs(around) > 2.6) place.y = 8.0;
  return vec3(place, 0.62 + 0.76 * a_uneven.z);
}

void main() {
  vec3 position = a_position;
  v_cover = 1.0;
  if (u_strand_mm.x > 0.0)
    position += a_normal * widening_mm(a_position, mix(u_strand_mm.x, u_strand_mm.y, a_uv.y * a_uv.y), v_cover);
  v_position = position;
  v_normal = a_normal;
  v_uv = vec2(a_uv.x, 1.0 - a_uv.y);
  v_rest = a_rest;
  v_lit = a_lit;
  v_scalar = a_scalar_curvature.x;
  v_curvature = a_scalar_curvature.y;
  int cell = u_occlusion_base + gl_VertexID;
  ivec2 place = ivec2(cell % u_occlusion_width, cell / u_occlusion_width);
  vec4 open = texelFetch(t_openness, place, 0);
  v_openness = clamp(open.w, 0.0, 1.0);
  // Assumption: the bent direction leans to the normal, so that it is never lost in a deep fold.
  v_bent = normalize(open.xyz + a_normal * 0.3);
  v_seen = vec3(seen(f_fill_direction.xyz), seen(f_rim_direction[0].xyz), seen(f_rim_direction[1].xyz));
  v_around = ambient(normalize(a_normal + v_bent * 0.5));
  v_glow = glow(texelFetch(t_translucency, place, 0), a_normal);
  // In the units of tone, see skin.glsl. Glossy skin is oily: how much is an assumption.
  v_tone = a_tone + vec4(a_shade / vec3(0.28, 0.72, 0.16), a_coarse);
  v_film = vec4(a_uneven.w * (1.0 - 5.0 * a_shade.z), a_extra);
  v_planes = a_planes;
  v_line = line_place();
  // For meshes whose vertices are closer together than a shadow's edge is wide: there are far fewer of them than
  // pixels. A fixed turn, so that neighbours agree and nothing has to be dithered.
  Lookup at = lookup(a_lit, a_normal, u_key_mm.y);
  float samples = f_shadow.z < 6.0 ? kFewKeySamples : kKeySamples;
  v_blur = shadow_blur(at, 1.0, samples);
  v_key = filtered(at, v_blur, u_key_mm.x, 1.0, samples);
  gl_Position = f_view_projection * vec4(position, 1.0);
}
