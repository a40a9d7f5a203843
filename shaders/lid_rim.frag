#version 330 core
#include "surface.glsl"

uniform sampler3D t_mottle;

// Mirror image of the studio in a film of tears. Assumption: as the cornea, whose film it is.
vec3 tears(Surface s, vec3 n, float soft) {
  float nv = max(dot(n, s.view), 0.05);
  return mirrored(reflect(-s.view, n), soft) * fresnel(nv, 0.025);
}

// Tones, lumps and borders of lid margin, caruncle and tears, and what shadow takes from them: assumption, art
// direction.
void main() {
  Surface s = read_surface();
  float across = 1.0 - v_uv.y;
  float grain = texture(t_mottle, v_position * 0.11).x;
  float fine = texture(t_mottle, v_position.zxy * 0.31).y;
  float key = key_at_pixel(s);
  vec3 tissue = u_tint * mix(vec3(0.85, 0.70, 0.68), vec3(1.15), grain);
  float cover, wet;
  vec3 n = s.normal;
  if (v_scalar > 1.5) {
    // Caruncle: less pigmented than the lids in any skin, lumpy, and gone before its
    // foot, where the ball's own pink goes on.
    n = normalize(n + 0.7 * (vec3(fine, grain, texture(t_mottle, v_position * 0.27).x) - 0.5));
    tissue = sqrt(u_tint * vec3(0.60, 0.23, 0.185)) * mix(0.65, 1.2, grain) * mix(0.75, 1.1, fine);
    cover = smoothstep(1.0, 0.45, across + 0.3 * (grain - 0.5)) * 0.92;
    wet = 1.6 * cover * smoothstep(0.35, 0.6, fine);
  } else {
    // The margin of the lid, then tears that thin out over the ball.
    float margin = smoothstep(0.0, 0.28, across) * smoothstep(0.62, 0.36, across);
    float corner = smoothstep(0.0, 0.05, v_uv.x) * smoothstep(1.0, 0.95, v_uv.x);
    bool lower = v_scalar < 0.5;
    cover = margin * smoothstep(0.0, 0.14, v_uv.x) * smoothstep(1.0, 0.86, v_uv.x) * (lower ? 0.58 : 0.5);
    float film = smoothstep(0.30, 0.45, across) * smoothstep(1.0, 0.75, across);
    wet = film * corner * (lower ? mix(0.25, 1.0, smoothstep(0.3, 0.6, grain)) * mix(0.6, 1.0, fine) : 0.12);
    if (!lower) tissue *= 0.55;
  }
  vec3 light = f_key_light.rgb * (rounded_cosine(dot(n, f_key_direction.xyz), 0.5) * mix(0.2, 1.0, key));
  light += f_fill_light.rgb * rounded_cosine(dot(n, f_fill_direction.xyz), 0.5);
  light += ambient(n) * mix(0.55, 1.0, s.openness);
  vec3 colour = tissue * light * cover + tears(s, n, 0.12) * (wet * mix(0.35, 1.0, key));
  float fade = cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(colour * fade, cover * fade);
}
