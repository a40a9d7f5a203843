// Fine relief from one flat map that tiles, laid on the rest shape along its three axes: it has no seams, hardly
// stretches, and moves with the skin. See render/scene/grain_map.h.
uniform sampler2D t_relief;  // xy slope, z height, w specks

in vec3 v_planes;  // how much each axis counts

const float kGrainMm = 32.0;         // side of the map
const float kGrainTexelsPerMm = 8.0;

struct Grain {
  vec3 slope;
  float height;
  float specks;
};

Grain read_grain(vec3 place_mm) {
  vec3 by_x = dFdx(place_mm), by_y = dFdy(place_mm);
  // A little blurred: relief of a finer level than a pixel's would glitter. Assumption, by eye.
  float lod = 0.35 + 0.5 * log2(max(max(dot(by_x, by_x), dot(by_y, by_y)), 1e-8) * (kGrainTexelsPerMm * kGrainTexelsPerMm));
  vec3 p = place_mm / kGrainMm;
  // Where several meet, independent noises are mixed so that they stay as strong.
  vec3 w = v_planes * inversesqrt(max(dot(v_planes, v_planes), 1e-4));
  // Along z first, as a face looks; a software driver goes round as often as one pixel of a group wants.
  const float kLeast = 0.05;
  int last = w.y > kLeast ? 2 : w.x > kLeast ? 1 : 0;
  Grain grain = Grain(vec3(0.0), 0.0, 0.0);
  int axis = 0;
  do {
    vec2 place = axis == 0 ? p.xy : axis == 1 ? p.yz + 0.37 : p.zx + 0.71;
    float share = axis == 0 ? w.z : axis == 1 ? w.x : w.y;
    vec4 texel = share * (textureLod(t_relief, place, lod) - 0.5);
    grain.slope += axis == 0 ? vec3(texel.xy, 0.0) : axis == 1 ? vec3(0.0, texel.xy) : vec3(texel.y, 0.0, texel.x);
    grain.height += texel.z;
    grain.specks += texel.w;
    ++axis;
  } while (axis <= last);
  grain.slope *= 2.0;
  grain.height *= 2.0;
  return grain;
}
