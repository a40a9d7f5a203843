// The studio as directions and as an environment that can be mirrored.

// Light from all round for a normal, rgb / pi: second-order spherical harmonics [ramamoorthi2001] as a polynomial.
vec3 ambient(vec3 n) {
  vec3 light = f_sky[0].rgb + f_sky[1].rgb * n.x + f_sky[2].rgb * n.y + f_sky[3].rgb * n.z;
  light += f_sky[4].rgb * (n.x * n.x) + f_sky[5].rgb * (n.y * n.y);
  light += f_sky[6].rgb * (n.x * n.y) + f_sky[7].rgb * (n.y * n.z) + f_sky[8].rgb * (n.x * n.z);
  return max(light, 0.0);
}

// How ambient() changes when its normal turns by that much, to first order.
vec3 ambient_change(vec3 by) { return f_sky[1].rgb * by.x + f_sky[2].rgb * by.y + f_sky[3].rgb * by.z; }

float box_mask(vec2 p, vec2 half_size, float soft) {
  vec2 d = smoothstep(-soft, soft, half_size - abs(p));
  return d.x * d.y;
}

// Radiance seen in a mirror direction; soft: blur as a tangent. Edges of the lamps (cosines), how bright they stand out
// and how much of the room is mirrored: assumption, art direction; the lamps' own sizes come from the studio.
vec3 mirrored(vec3 d, float soft) {
  vec3 light = ambient(d) * 0.8;
  float along = dot(d, f_key_direction.xyz);
  if (along > 0.05) {
    vec2 p = vec2(dot(d, f_key_right.xyz), dot(d, f_key_up.xyz)) / along;
    float size = f_key_direction.w;
    float box = box_mask(p, vec2(size), soft + 0.015);
    light += f_key_light.rgb * box * (0.75 / (size * size + soft * soft));
  }
  for (int i = 0; i < 2; ++i) {
    float a = dot(d, f_rim_direction[i].xyz);
    light += f_rim_light[i].rgb * 2.0 * smoothstep(0.86 - soft, 0.95 + 0.05 * soft, a);
  }
  float fill = dot(d, f_fill_direction.xyz);
  light += f_fill_light.rgb * 9.0 * smoothstep(0.955 - soft, 0.97 + 0.3 * soft, fill);
  return light;
}

// Half of a cosine with its edge rounded over +-w: light of some size, or light that has spread under skin. A parabola
// that meets both sides without a kink.
vec3 rounded_cosine(vec3 x, vec3 w) {
  vec3 t = clamp(x + w, 0.0, 2.0) ;
  vec3 edge = t * t / (4.0 * w);
  return mix(edge, max(x, 0.0), step(w, x));
}
float rounded_cosine(float x, float w) {
  float t = max(x + w, 0.0);
  return x > w ? x : t * t / (4.0 * w);
}

// Share that is mirrored at an angle, f0 of it head-on [schlick1994].
float fresnel(float vh, float f0) {
  float f = 1.0 - vh;
  float f2 = f * f;
  return f0 + (1.0 - f0) * f2 * f2 * f;
}

// Where a light stands to a surface and its viewer.
struct Glance {
  float nl, nv, nh, vh;  // cosines between normal, light, view and the half of the last two
};

Glance glance(vec3 n, vec3 v, vec3 l) {
  float nl = dot(n, l), nv = dot(n, v), vl = dot(v, l);
  float over_half = inversesqrt(max(2.0 + 2.0 * vl, 1e-4));
  return Glance(max(nl, 0.0), max(nv, 0.02), max((nl + nv) * over_half, 0.0), (1.0 + vl) * over_half);
}

// One light of some angular size on a surface of some roughness, without its colour and share mirrored; times pi
// because lights are kept / pi. Distribution of the facets [walter2007] and Smith-GGX visibility, height-correlated
// approximation [hammon2017], as one fraction. A lamp widens the lobe by a third of its size squared: assumption, by
// eye.
float lobe(Glance g, float rough, float size) {
  float a = min(rough * rough + 0.35 * size * size, 1.0);
  float a2 = a * a;
  float d = g.nh * g.nh * (a2 - 1.0) + 1.0;
  return g.nl * 0.5 * a2 / (d * d * max(mix(2.0 * g.nl * g.nv, g.nl + g.nv, a), 1e-4));
}

float highlight(vec3 n, vec3 v, vec3 l, float rough, float f0, float size) {
  Glance g = glance(n, v, l);
  return lobe(g, rough, size) * fresnel(g.vh, f0);
}

// Occlusion with the light that bounces inside a coloured crease: their fit, with its constants [jimenez2016].
vec3 bounced(float ao, vec3 albedo) {
  vec3 a = 2.0404 * albedo - 0.3324;
  vec3 b = -4.7951 * albedo + 0.6417;
  vec3 c = 2.7552 * albedo + 0.6903;
  return max(vec3(ao), ((ao * a + b) * ao + c) * ao);
}

// What surroundings take from mirrored light, less the rougher it is; form and constants of [lagarde2014].
float mirrored_occlusion(float nv, float ao, float rough) {
  return clamp(pow(nv + ao, exp2(-16.0 * rough - 1.0)) - 1.0 + ao, 0.0, 1.0);
}
