#version 330 core
#include "surface.glsl"

// Iris centres and radius in the texture of the eye.
uniform vec4 u_iris_centres;  // two uv pairs, image rows downwards
uniform float u_iris_radius;
uniform sampler3D t_mottle;
uniform float u_lids;  // 1 where the lids are drawn, else 0

const float kLidReachMm = 4.0;  // as in app/scene/lid_line.h

// r: distance from the pupil's middle in radii of the iris. Tones, fibres, rings and the size of the pupil are an
// assumption, art direction.
vec3 iris_colour(vec3 painted, vec2 offset, float r) {
  // The package's brown is far too red: no iris has less than this much green and blue beside its red.
  vec3 graded = max(painted, painted.r * vec3(1.0, 0.44, 0.17));
  // And all are painted more vivid than eyes are.
  graded = mix(vec3(dot(graded, vec3(0.30, 0.59, 0.11))) * vec3(1.06, 1.0, 0.92), graded, 0.6);
  graded = 0.24 * graded / (0.24 + dot(graded, vec3(0.30, 0.59, 0.11)));
  vec2 spoke = offset / max(length(offset), 1e-4);
  float fibre = 0.9 * texture(t_mottle, vec3(spoke * 1.1, 0.10 * r)).x +
                1.1 * texture(t_mottle, vec3(spoke.yx * 2.3, 0.14 * r + 0.5)).y;
  vec3 iris = (graded * 0.8 + 0.004) * mix(0.35, 1.5, clamp(fibre - 0.5, 0.0, 1.0)) * u_tint;
  // Amber around the pupil, a dark ring at the rim.
  iris = mix(iris, iris * vec3(1.45, 1.2, 0.85), smoothstep(0.66, 0.38, r));
  iris *= mix(1.0, 0.22, smoothstep(0.74, 1.0, r));
  return mix(iris, vec3(0.002), smoothstep(0.375, 0.325, r));
}

// Fine vessels: where a drawn-out noise crosses its middle. They come from the corners and thin out to the iris. How
// many, how wide and how clear: assumption, art direction.
float vessels(float toward_corner) {
  vec3 p = v_rest + 2.2 * (texture(t_mottle, v_rest * 0.07).xyx - 0.5);
  float coarse = abs(texture(t_mottle, p * vec3(0.030, 0.085, 0.03)).x - 0.5);
  float fine = abs(texture(t_mottle, p.yxz * vec3(0.19, 0.06, 0.05) + 0.37).y - 0.5);
  float line = smoothstep(0.035, 0.004, coarse) + 0.7 * smoothstep(0.05, 0.006, fine);
  float patchy = smoothstep(0.35, 0.62, texture(t_mottle, v_rest.zxy * 0.045).y);
  return line * mix(0.25, 1.0, patchy) * mix(0.22, 1.0, toward_corner);
}

// Tones of the white of the eye: assumption, art direction; pure white would look like glass.
vec3 sclera_colour(float r, float toward_corner) {
  vec3 sclera = vec3(0.62, 0.54, 0.462);
  // The conjunctiva is yellower, then pinker toward the corners.
  sclera *= mix(vec3(1.0), vec3(0.97, 0.86, 0.76), smoothstep(0.0, 0.6, toward_corner));
  sclera *= mix(vec3(1.0), vec3(0.92, 0.66, 0.60), smoothstep(0.45, 1.0, toward_corner));
  float cloud = texture(t_mottle, v_rest * 0.05).x;
  sclera *= mix(vec3(0.95, 0.91, 0.88), vec3(1.02), cloud);
  return sclera * mix(vec3(1.0), vec3(0.80, 0.50, 0.46), clamp(0.9 * vessels(toward_corner), 0.0, 0.8));
}

// How far light spreads in the ball, what lids, lashes and shadow take from it, and how wet it looks: assumption, art
// direction. 0.025 is what an index of refraction of 1.376 mirrors head-on.
void main() {
  Surface s = read_surface();
  vec2 a = v_uv - u_iris_centres.xy, b = v_uv - u_iris_centres.zw;
  vec2 offset = dot(a, a) < dot(b, b) ? a : b;
  float r = length(offset) / u_iris_radius;
  vec3 painted = u_has_albedo != 0 ? texture(t_albedo, v_uv).rgb : vec3(0.6);
  float toward_corner = smoothstep(1.05, 2.0, abs(offset.x) / u_iris_radius);
  // The rim of the iris is no line: the sclera thins out over it.
  float white = smoothstep(0.92, 1.10, r);
  vec3 albedo = mix(iris_colour(painted, offset, r), sclera_colour(r, toward_corner), white);

  float key = key_at_pixel(s);
  vec3 l = f_key_direction.xyz;
  vec3 n = normalize(s.normal);
  // Light spreads in the sclera, the red most.
  vec3 lit = rounded_cosine(vec3(dot(n, l)), mix(vec3(0.6), vec3(0.85, 0.65, 0.58), white));
  // Light that has crossed the cornea gathers on the far side of the iris.
  vec2 from_key = vec2(dot(l, vec3(f_front_direction.z, 0.0, -f_front_direction.x)), l.y);
  float far_side = dot(offset / u_iris_radius * vec2(1.0, -1.0), -from_key);
  lit *= mix(1.0 + 0.9 * smoothstep(-0.1, 0.6, far_side) * smoothstep(0.3, 0.6, r), 1.0, white);
  vec3 light = f_key_light.rgb * lit * mix(vec3(0.34, 0.27, 0.25), vec3(1.0), key);
  light += f_fill_light.rgb * rounded_cosine(dot(n, f_fill_direction.xyz), 0.5) *
           mix(0.35, 1.0, v_seen.x);
  float open = smoothstep(0.15, 0.85, s.openness);
  light += ambient(n) * mix(0.45, 1.0, open);
  light *= mix(1.6, 0.82, white) * mix(0.72, 1.0, open);

  // Lids and lashes keep the light off the ball next to them; what still comes has crossed skin.
  float near = v_scalar * u_lids;
  float under_upper = (1.0 - near) * kLidReachMm, over_lower = (1.0 + near) * kLidReachMm;
  float lashes = texture(t_mottle, v_position * vec3(0.16, 0.03, 0.03)).y - 0.5;
  float shade = mix(0.25, 1.0, smoothstep(-0.5, 2.9 + 0.8 * lashes, under_upper));
  shade *= mix(0.62, 1.0, smoothstep(-0.2, 1.1, over_lower));
  shade *= mix(1.0, 0.80, toward_corner);
  light *= pow(vec3(shade), vec3(0.86, 1.04, 1.10));

  float nv = max(dot(n, s.view), 0.02);
  vec3 wet = mirrored(reflect(-s.view, n), 0.10) * fresnel(nv, 0.025) * (white * open * mix(0.2, 1.0, key) * shade * (1.0 - 0.6 * toward_corner));
  write_opaque(albedo * light + wet * 0.6);
}
