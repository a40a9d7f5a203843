#version 330 core
// A measuring tape: off-white, dark edges, a mark each half centimetre and a longer one each centimetre. It is a
// sign laid on the picture: studio light by its slope alone, no shadow.
#include "surface.glsl"

// Share of a pixel that a line of half width `half_width` about 0 covers at `x`, all in mm; a pixel at least.
float line_cover(float x, float half_width, float pixel) {
  return clamp((max(half_width, 0.5 * pixel) - abs(x)) / pixel + 0.5, 0.0, 1.0);
}

float mark_cover(float along, float every, float half_width, float pixel) {
  float x = along - every * round(along / every);
  // Marks that are closer than pixels would shimmer: they fade out, by eye (assumption).
  return line_cover(x, half_width, pixel) * smoothstep(1.0, 0.4, 4.0 * pixel / every);
}

// Lengths and widths of the marks (mm) and tones: assumption, art direction after common tapes.
void main() {
  const float kWidth = 8.0;  // mm, as the band is built
  vec3 n = normalize(v_normal);  // outward on both legs, which wind the other way round
  float across = (1.0 - v_uv.y) * kWidth;  // from the lower edge
  float pixel_along = max(length(vec2(dFdx(v_scalar), dFdy(v_scalar))) * f_exposure.y, 1e-4);
  float pixel_across = max(length(vec2(dFdx(across), dFdy(across))) * f_exposure.y, 1e-4);

  float centimetre = mark_cover(v_scalar, 10.0, 0.35, pixel_along) * smoothstep(2.8 - pixel_across, 2.8, across);
  float half_centimetre = mark_cover(v_scalar - 5.0, 10.0, 0.25, pixel_along) * smoothstep(5.2 - pixel_across, 5.2, across);
  float edge = clamp((max(0.55, 0.9 * pixel_across) - min(across, kWidth - across)) / pixel_across + 0.5, 0.0, 1.0);
  float ink = max(edge, max(centimetre, half_centimetre));

  vec3 cloth = vec3(0.86, 0.85, 0.80) * u_tint;
  vec3 paint = vec3(0.012, 0.035, 0.05);
  vec3 light = f_key_light.rgb * rounded_cosine(dot(n, f_key_direction.xyz), 0.5) +
               f_fill_light.rgb * rounded_cosine(dot(n, f_fill_direction.xyz), 0.5) + ambient(n) * 1.6;
  o_colour = vec4(mix(cloth, paint, ink) * light, 1.0) * u_opacity;
}
