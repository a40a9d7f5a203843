// Key light: percentage-closer soft shadows on one map [fernando2005]; the filter grows with the distance of the
// occluder.
uniform sampler2D t_shadow;

// Depth along the light in mm. Single texels: the filters below take many, and interpolation would cost more
// than more of them.
float occluder_mm(vec2 place) {
  ivec2 size = textureSize(t_shadow, 0);
  return texelFetch(t_shadow, clamp(ivec2(place * vec2(size)), ivec2(0), size - 1), 0).r * f_shadow.y;
}

// Evenly spread over a disc: each step turns by the golden angle (arithmetic).
const mat2 kGolden = mat2(-0.73736888, 0.67549029, -0.67549029, -0.73736888);

// How much nearer to the light the surface itself lies at an offset on the map, mm per mm: or a wide filter would take
// the slope it stands on for something in its light. Bounds are assumptions: past them the surface is edge on.
vec2 surface_slope(vec3 normal) {
  mat3 axes = transpose(mat3(f_shadow_from_world));
  vec3 along = vec3(dot(normal, axes[0]) * f_shadow.x, dot(normal, axes[1]) * f_shadow.x,
                    dot(normal, axes[2]) * f_shadow.y);
  return clamp(-along.xy / min(along.z, -0.25), -2.5, 2.5);
}

// 1 lit, 0 dark. least_mm: smallest blur, for light that spreads under skin. lift_mm: how far off its own
// surface the point is taken, against self-shadows. turn (radians) and samples: of the places looked at, first for what
// is in the way, then for how much of it. How lift, search, bias and edge are set is an assumption, by eye: neither
// specks on a slope nor a gap at the feet.
float key_visibility(vec3 position, vec3 normal, float least_mm, float lift_mm, float turn, float samples) {
  float facing = dot(normal, f_key_direction.xyz);
  if (facing < -0.4) return 0.0;
  vec3 moved = position + normal * (lift_mm * (2.25 - 1.25 * clamp(facing, 0.0, 1.0)));
  vec3 place = (f_shadow_from_world * vec4(moved, 1.0)).xyz;
  if (any(lessThan(place, vec3(0.0))) || any(greaterThan(place, vec3(1.0)))) return 1.0;
  vec2 start = vec2(cos(turn), sin(turn));
  float here_mm = place.z * f_shadow.y;
  // As wide as the blur of a thing 150 mm off: any narrower, and far shadows end in a hard edge.
  float search = f_key_direction.w * 150.0 / f_shadow.x;

  vec2 slope = surface_slope(normal) * f_shadow.x;

  // Closer together in the middle: what is near is small, as a nostril's wing, and must not be missed.
  float near_sum = 0.0, near_count = 0.0;
  vec2 arm = start;
  float searches = max(6.0, samples * 0.75);
  for (int i = 0; i < int(searches); ++i) {
    float out_by = (float(i) + 0.5) / searches;
    vec2 offset = arm * (search * out_by * out_by);
    float depth_mm = occluder_mm(place.xy + offset);
    arm = kGolden * arm;
    float blocks = step(depth_mm, here_mm - 0.3 + min(dot(slope, offset), 0.0));
    near_sum += blocks * depth_mm;
    near_count += blocks;
  }
  float gap_mm = near_count > 0.5 ? max(here_mm - near_sum / near_count, 0.0) : 0.0;
  float radius = clamp(gap_mm * f_key_direction.w, least_mm, 60.0) / f_shadow.x;

  int most = near_count < 0.5 ? 0 : int(samples);
  float lit = 0.0;
  arm = start;
  for (int i = 0; i < most; ++i) {
    vec2 offset = arm * (radius * sqrt((float(i) + 0.5) / samples));
    float depth_mm = occluder_mm(place.xy + offset);
    arm = kGolden * arm;
    lit += clamp((depth_mm - here_mm - min(dot(slope, offset), 0.0)) * 1.2 + 1.0, 0.0, 1.0);
  }
  return most > 0 ? lit / samples : 1.0;
}
