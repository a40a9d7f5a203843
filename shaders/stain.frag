#version 330 core
// What a needle leaves on skin for minutes or days, laid over it: it multiplies what is there, so that pores, tone and
// shadows stay. v_uv runs from -1 to 1 across one radius; v_scalar is 0 to 1 for a bump and 1 to 2 for a bruise, its
// fraction makes each of them different; u_tint is what a bruise lets through.
#include "surface.glsl"

uniform sampler3D t_mottle;

// Light on bare skin by its slope alone.
vec3 light_on(vec3 n) {
  vec3 light = f_key_light.rgb * rounded_cosine(dot(n, f_key_direction.xyz), 0.35);
  light += f_fill_light.rgb * rounded_cosine(dot(n, f_fill_direction.xyz), 0.5);
  for (int i = 0; i < 2; ++i) light += f_rim_light[i].rgb * rounded_cosine(dot(n, f_rim_direction[i].xyz), 0.3);
  return light + ambient(n) * 1.6 + 0.02;
}

// The normal of a surface that rises by `rise` mm per unit of `place`.
vec3 risen(vec3 n, vec2 place, vec2 rise) {
  vec3 px = dFdx(v_position), py = dFdy(v_position);
  float up_x = dot(rise, dFdx(place)), up_y = dot(rise, dFdy(place));
  vec3 a = cross(py, n), b = cross(n, px);
  float area = dot(px, a);
  return normalize(abs(area) * n - sign(area) * (up_x * a + up_y * b));
}

// A dome of pale skin with a flush round it and the needle's mark on it. Height, tones and reach are an assumption.
vec3 bump(vec3 n, vec2 place, float unlike) {
  float d = length(place);
  float inside = max(1.0 - d * d, 0.0);
  float height_mm = mix(0.9, 1.5, unlike);
  vec3 ratio = light_on(risen(n, place, -4.0 * height_mm * inside * place)) / light_on(n);
  float dome = smoothstep(1.0, 0.55, d);
  vec3 through = clamp(ratio, 0.6, 1.45);
  through *= mix(vec3(1.0), vec3(1.10, 1.22, 1.24), dome);
  float flush = smoothstep(2.1, 1.0, d) * (1.0 - 0.8 * dome);
  through *= mix(vec3(1.0), vec3(0.96, 0.76, 0.76), flush);
  through *= 1.0 - 0.10 * exp(-pow((d - 1.0) / 0.16, 2.0));
  return through * mix(vec3(1.0), vec3(0.55, 0.22, 0.20), smoothstep(0.13, 0.07, d));
}

// A soft blotch, uneven as blood spreads under skin. Its form is an assumption.
vec3 bruise(vec2 place, float unlike) {
  vec4 coarse = texture(t_mottle, vec3(place * 0.22, unlike));
  vec4 fine = texture(t_mottle, vec3(place * 0.6, unlike + 0.4));
  float d = length(place) + 0.55 * (coarse.x - 0.5) + 0.22 * (fine.y - 0.5);
  float amount = smoothstep(1.05, 0.15, d) * (0.55 + 0.45 * smoothstep(0.25, 0.75, 0.6 * coarse.z + 0.4 * fine.w));
  return pow(u_tint, vec3(amount));
}

void main() {
  vec2 place = vec2(v_uv.x, 1.0 - v_uv.y);
  vec3 n = normalize(v_normal);
  float unlike = fract(v_scalar);
  vec3 through = v_scalar < 1.0 ? bump(n, place, unlike) : bruise(place, unlike);
  // Seen edge on a patch would be a streak.
  float shown = smoothstep(0.02, 0.25, dot(n, toward_eye(v_position))) * cut_fade(v_position.y) * u_opacity;
  o_colour = vec4(mix(vec3(1.0), through, shown), 1.0);
}
