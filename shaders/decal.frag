#version 330 core
// A needle point and where its product may spread, laid on the skin: v_uv runs from -1 to 1 across the disc
// or one spread radius, v_scalar tells which (1 disc, 0 spread). A sign on the picture: no light, no shadow.
#include "surface.glsl"

// Share of a pixel that lies inside radius `edge` at distance `d`.
float inside(float d, float edge, float pixel) {
  return clamp((edge - d) / pixel + 0.5, 0.0, 1.0);
}

// Sizes and tones of sign, ring and fill, and how they fade edge on: assumption, art direction.
void main() {
  vec2 place = vec2(v_uv.x, 1.0 - v_uv.y);
  float d = length(place);
  float pixel = max(length(vec2(dFdx(d), dFdy(d))) * f_exposure.y, 1e-4);
  vec4 paint;  // straight alpha
  if (v_scalar > 0.5) {
    float core = inside(d, 0.66, pixel);
    paint = vec4(mix(vec3(0.93), u_tint, core), inside(d, 1.0, pixel));
  } else {
    // One spread radius is a line that no eye takes for a border of the effect: soft, with a fill that fades.
    float fill = 0.30 * exp(-1.2 * d * d) * (1.0 - smoothstep(0.9, 1.3, d));
    float line = 0.38 * (1.0 - smoothstep(0.0, max(0.06, 1.2 * pixel), abs(d - 1.0)));
    paint = vec4(u_tint, max(fill, line));
  }
  // Seen edge on a patch would be a streak.
  float facing = dot(normalize(v_normal), toward_eye(v_position));
  paint.a *= smoothstep(0.02, 0.25, facing) * cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(paint.rgb * paint.a, paint.a);
}
