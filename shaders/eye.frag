#version 330 core
#include "surface.glsl"

// Iris centres and radius in the texture of the eye.
uniform vec4 u_iris_centres;  // two uv pairs, image rows downwards
uniform float u_iris_radius;
uniform sampler3D t_mottle;

void main() {
  Surface s = read_surface();
  vec2 a = v_uv - u_iris_centres.xy, b = v_uv - u_iris_centres.zw;
  vec2 offset = dot(a, a) < dot(b, b) ? a : b;
  float r = length(offset) / u_iris_radius;
  vec3 painted = u_has_albedo != 0 ? texture(t_albedo, v_uv).rgb : vec3(0.6);

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
  iris *= mix(1.0, 0.22, smoothstep(0.76, 1.0, r));
  float pupil = smoothstep(0.375, 0.325, r);
  iris = mix(iris, vec3(0.002), pupil);

  vec3 sclera = vec3(0.60, 0.555, 0.515);
  vec3 vessels = clamp(painted / vec3(0.60, 0.56, 0.54), 0.5, 1.05);
  sclera *= mix(vec3(1.0), vessels, 0.6);
  // Redder and darker into the corners, where the lids cover it.
  sclera *= mix(vec3(0.80, 0.55, 0.48), vec3(1.0), smoothstep(0.2, 0.75, s.openness));
  float white = smoothstep(0.95, 1.08, r);
  vec3 albedo = mix(iris, sclera, white);

  float key = key_visibility(v_lit, s.normal, 1.6, 0.5);
  vec3 l = f_key_direction.xyz;
  vec3 n = normalize(s.normal);
  float lit = rounded_cosine(dot(n, l), 0.6);
  // Light that has crossed the cornea gathers on the far side of the iris.
  vec2 from_key = vec2(dot(l, vec3(f_front_direction.z, 0.0, -f_front_direction.x)), l.y);
  float far_side = dot(offset / u_iris_radius * vec2(1.0, -1.0), -from_key);
  lit *= mix(1.0 + 0.9 * smoothstep(-0.1, 0.6, far_side) * smoothstep(0.3, 0.6, r), 1.0, white);
  vec3 light = f_key_light.rgb * lit * mix(0.25, 1.0, key);
  light += f_fill_light.rgb * rounded_cosine(dot(n, f_fill_direction.xyz), 0.5) * seen(s, f_fill_direction.xyz);
  float open = smoothstep(0.25, 0.85, s.openness);
  light += ambient(n) * mix(0.12, 1.0, open);
  light *= mix(vec3(1.6), vec3(0.9), white) * mix(0.35, 1.0, open);

  float nv = max(dot(n, s.view), 0.02);
  vec3 wet = mirrored(reflect(-s.view, n), 0.08) * fresnel(nv, 0.025) * white * open * mix(0.2, 1.0, key);
  write_opaque(albedo * light + wet * 0.6);
}
