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

// A point as the map sees it. How it is lifted off its own surface, against self-shadows, is an assumption, by eye:
// neither specks on a slope nor a gap at the feet.
struct Lookup {
  vec2 place;     // on the map
  float here_mm;  // along the light
  vec2 slope;     // of the surface, see above, for offsets on the map
  float sure;     // 0 turned away, 1 beyond the map; less than 0: to be looked up
};

Lookup lookup(vec3 position, vec3 normal, float lift_mm) {
  float facing = dot(normal, f_key_direction.xyz);
  vec3 moved = position + normal * (lift_mm * (2.25 - 1.25 * clamp(facing, 0.0, 1.0)));
  vec3 place = (f_shadow_from_world * vec4(moved, 1.0)).xyz;
  bool beyond = any(lessThan(place, vec3(0.0))) || any(greaterThan(place, vec3(1.0)));
  return Lookup(place.xy, place.z * f_shadow.y, surface_slope(normal) * f_shadow.x,
                facing < -0.4 ? 0.0 : beyond ? 1.0 : -1.0);
}

// How wide the edge of a shadow is there, mm; 0 where nothing is in the way. turn (radians) and samples: of the places
// looked at. Width and bias of the search: assumption, by eye.
float shadow_blur(Lookup at, float turn, float samples) {
  // As wide as the blur of a thing 150 mm off: any narrower, and far shadows end in a hard edge.
  float search = f_key_direction.w * 150.0 / f_shadow.x;
  // Closer together in the middle: what is near is small, as a nostril's wing, and must not be missed.
  float near_sum = 0.0, near_count = 0.0;
  vec2 arm = vec2(cos(turn), sin(turn));
  float searches = max(6.0, samples * 0.75);
  int most = at.sure < 0.0 ? int(searches) : 0;
  for (int i = 0; i < most; ++i) {
    float out_by = (float(i) + 0.5) / searches;
    vec2 offset = arm * (search * out_by * out_by);
    float depth_mm = occluder_mm(at.place + offset);
    arm = kGolden * arm;
    float blocks = step(depth_mm, at.here_mm - 0.3 + min(dot(at.slope, offset), 0.0));
    near_sum += blocks * depth_mm;
    near_count += blocks;
  }
  return near_count > 0.5 ? max((at.here_mm - near_sum / near_count) * f_key_direction.w, 1e-3) : 0.0;
}

// 1 lit, 0 dark, with an edge that wide or, for light that spreads under skin, as wide as least_mm. Its steepness is an
// assumption, by eye.
float filtered(Lookup at, float blur_mm, float least_mm, float turn, float samples) {
  if (at.sure >= 0.0) return at.sure;
  float radius = clamp(blur_mm, least_mm, 60.0) / f_shadow.x;
  int most = blur_mm > 0.0 ? int(samples) : 0;
  float lit = 0.0;
  vec2 arm = vec2(cos(turn), sin(turn));
  for (int i = 0; i < most; ++i) {
    vec2 offset = arm * (radius * sqrt((float(i) + 0.5) / samples));
    float depth_mm = occluder_mm(at.place + offset);
    arm = kGolden * arm;
    lit += clamp((depth_mm - at.here_mm - min(dot(at.slope, offset), 0.0)) * 1.2 + 1.0, 0.0, 1.0);
  }
  return most > 0 ? lit / samples : 1.0;
}

// The whole of it: 1 lit, 0 dark. lift_mm: how far off its own surface the point is taken.
float key_visibility(vec3 position, vec3 normal, float least_mm, float lift_mm, float turn, float samples) {
  Lookup at = lookup(position, normal, lift_mm);
  return filtered(at, shadow_blur(at, turn, samples), least_mm, turn, samples);
}
