// Key light: percentage-closer soft shadows on one map [fernando2005]; the filter grows with the distance of the
// occluder.
uniform sampler2D t_shadow;

// Depth along the light in mm. Single texels: the filters below take many, and interpolation would cost more
// than more of them.
float occluder_mm(vec2 place) {
  ivec2 size = textureSize(t_shadow, 0);
  return texelFetch(t_shadow, clamp(ivec2(place * vec2(size)), ivec2(0), size - 1), 0).r * f_shadow.y;
}

// Interleaved gradient noise with its constants [jimenez2014].
float pixel_noise() {
  vec2 p = floor(gl_FragCoord.xy) + vec2(f_pixel.xy);
  return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715))) + f_exposure.z);
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
// surface the point is taken, against self-shadows. How lift, search, bias and edge are set is an assumption, by eye:
// neither specks on a slope nor a gap at the feet.
float key_visibility(vec3 position, vec3 normal, float least_mm, float lift_mm) {
  float facing = dot(normal, f_key_direction.xyz);
  if (facing < -0.4) return 0.0;
  vec3 moved = position + normal * (lift_mm * (2.25 - 1.25 * clamp(facing, 0.0, 1.0)));
  vec3 place = (f_shadow_from_world * vec4(moved, 1.0)).xyz;
  if (any(lessThan(place, vec3(0.0))) || any(greaterThan(place, vec3(1.0)))) return 1.0;
  float turn = pixel_noise() * 6.2831853;
  vec2 start = vec2(cos(turn), sin(turn));
  float here_mm = place.z * f_shadow.y;
  // As wide as the blur of a thing 150 mm off: any narrower, and far shadows end in a hard edge.
  float search = f_key_direction.w * 150.0 / f_shadow.x;

  vec2 slope = surface_slope(normal) * f_shadow.x;

  float near_sum = 0.0, near_count = 0.0;
  float searches = max(12.0, f_shadow.z * 0.5);
  vec2 arm = start;
  for (int i = 0; i < int(searches); ++i) {
    vec2 offset = arm * (search * sqrt((float(i) + 0.5) / searches));
    float depth_mm = occluder_mm(place.xy + offset);
    arm = kGolden * arm;
    float blocks = step(depth_mm, here_mm - 0.3 + min(dot(slope, offset), 0.0));
    near_sum += blocks * depth_mm;
    near_count += blocks;
  }
  if (near_count < 0.5) return 1.0;
  float gap_mm = max(here_mm - near_sum / near_count, 0.0);
  float radius = clamp(gap_mm * f_key_direction.w, least_mm, 60.0) / f_shadow.x;

  float lit = 0.0;
  arm = start;
  for (int i = 0; i < int(f_shadow.z); ++i) {
    vec2 offset = arm * (radius * sqrt((float(i) + 0.5) / f_shadow.z));
    float depth_mm = occluder_mm(place.xy + offset);
    arm = kGolden * arm;
    lit += clamp((depth_mm - here_mm - min(dot(slope, offset), 0.0)) * 1.2 + 1.0, 0.0, 1.0);
  }
  return lit / f_shadow.z;
}
