// Skin: colour from melanin and blood, relief from noise fixed to the rest shape, light that spreads inside.
#include "grain.glsl"

uniform vec3 u_texture_density;  // of its mean: minus the logarithm of linear light
uniform float u_melanin;      // density, see skin_tone.h
uniform float u_blood;
uniform float u_relief;
uniform sampler2D t_lines;    // xy slope in the frame, z share of light taken, w ridge; see lines.frag
uniform int u_has_lines;
uniform vec2 u_line_axis;     // z mm, radius mm

in vec4 v_tone;   // what is uneven over some millimetres: melanin, blood, roughness, coarseness
in vec4 v_film;   // sebum, beard, freckles, vessels
in vec3 v_around;
in vec3 v_glow;
in vec3 v_line;

// Melanin absorbs the more the shorter the wave [jacques2013]; flatter here than one wavelength per channel would
// be, because each channel takes in a third of the spectrum. Oxygenated blood absorbs green and blue. The numbers are
// an assumption, by eye.
const vec3 kMelaninAbsorbs = vec3(0.55, 0.74, 1.05);
const vec3 kBloodAbsorbs = vec3(0.10, 1.0, 0.85);
const vec3 kDermis = vec3(0.83, 0.77, 0.68);
// Mean path of light in skin, mm, red to blue. Assumption: red farthest.
const vec3 kSpread = vec3(2.2, 0.8, 0.4);

struct Skin {
  vec3 albedo;
  vec3 fine_normal;
  vec3 fold_normal;  // with the creases alone
  float rough;
  float sebum;       // 0 dry, 1 a whole film
  float cavity;
  float fold;        // 0 open skin, 1 floor of a deep crease
};

struct Crease {
  vec3 slope;  // mm of height per mm, in the surface
  float fold;
  float ridge;  // of pushed-up skin beside a fold, 0 to 1
};

#ifdef SKIN_LINES
Crease read_crease(Surface s) {
  Crease crease = Crease(vec3(0.0), 0.0, 0.0);
  vec4 relief = texture(t_lines, v_line.xy);
  if (u_has_lines == 0 || v_line.xy != clamp(v_line.xy, 0.0, 1.0)) return crease;
  vec2 from_axis = vec2(v_rest.x, v_rest.z - u_line_axis.x);
  vec3 along = vec3(from_axis.y, 0.0, -from_axis.x) * (u_line_axis.y / max(dot(from_axis, from_axis), 1.0));
  vec3 slope = relief.x * along + relief.y * vec3(0.0, 1.0, 0.0);
  crease.slope = v_line.z * (slope - s.normal * dot(slope, s.normal));
  crease.fold = clamp(v_line.z * relief.z, 0.0, 1.0);
  crease.ridge = clamp(v_line.z * relief.w, 0.0, 1.0);
  return crease;
}
#else
Crease read_crease(Surface s) { return Crease(vec3(0.0), 0.0, 0.0); }
#endif

// Light that comes back from the dermis through both absorbers; the rest is what the surface scatters (assumption).
vec3 skin_colour(float melanin, float blood) {
  return 0.012 + kDermis * exp(-melanin * kMelaninAbsorbs - blood * kBloodAbsorbs);
}

// Short hair combed back under the cap; the scalar of skin is its density. Where there is less of it, fewer and finer
// strands stand, so that the edge has no outline. Its direction, strands and tones: assumption, art direction.
#ifdef SKIN_HAIR
uniform sampler3D t_mottle;  // four independent smooth noises
uniform vec3 u_hair;         // colour

// How much of the skin is hair here, and its colour.
float hair_cover(out vec3 colour) {
  colour = u_hair;
  if (v_scalar <= 0.0) return 0.0;
  vec3 along = vec3(v_rest.x * 0.25, v_rest.y * 1.3 + v_rest.z * 0.9, v_rest.z * 0.16 - v_rest.y * 0.1);
  float lock = texture(t_mottle, along / 9.0).x - 0.5;
  vec4 strand = texture(t_mottle, along / 1.9 + 0.4);
  // Two layers of strands, one finer and turned a little, so that they cross.
  vec4 fine = texture(t_mottle, along.zyx / 1.1 + along.x * vec3(0.0, 0.05, 0.0));
  float dense = clamp(v_scalar + 0.6 * lock * (1.0 - v_scalar), 0.0, 1.0);
  float bare = 0.88 - 0.78 * dense;
  // Toward the edge hairs are short and thin: strands without a hard outline, that let the skin through.
  float thin = 1.0 - smoothstep(0.0, 0.7, dense);
  float cover = max(smoothstep(bare, bare + 0.26 + 0.5 * thin, strand.y),
                    0.8 * smoothstep(bare, bare + 0.22 + 0.4 * thin, fine.x));
  colour *= 0.25 + 1.7 * strand.z * strand.z + 0.5 * strand.w;
  return cover * smoothstep(0.0, 0.35, dense);
}
#else
float hair_cover(out vec3 colour) {
  colour = vec3(0.0);
  return 0.0;
}
#endif

// Sizes of mottle, patches, specks, pores and furrows in mm, how far they vary melanin, blood, relief, gloss and
// sebum, and how much of the painted texture stays: assumption, art direction, so that skin is neither wax nor dirt.
// None of it changes between before and after.
Skin read_skin(Surface s) {
  Skin skin;
  Grain grain = read_grain(v_rest);
  // The painted colour as densities: what is missing from red is melanin, what is missing from green beyond that
  // is blood. The curve of sRGB [srgb1999] above its toe, which no skin comes near, undone in the logarithm.
  vec2 density = vec2(0.0);
  if (u_has_albedo != 0) density = -2.4 * log((texture(t_albedo, v_uv).rg + 0.055) / 1.055) - u_texture_density.rg;
  density = clamp(density, -0.47, 3.9);
  float painted_melanin = density.r / kMelaninAbsorbs.r;
  float painted_blood = density.g - density.r * (kMelaninAbsorbs.g / kMelaninAbsorbs.r);
  float strength = mix(0.75, 0.42, clamp(u_melanin / 2.5, 0.0, 1.0));
  float melanin = u_melanin * (1.0 + 0.28 * (v_tone.x - 0.5)) + 0.08 * grain.specks;
  melanin += strength * max(painted_melanin, -0.25 * u_melanin);
  melanin += v_film.z * max(grain.specks - 0.06, 0.0);
  float blood = u_blood * (1.0 + 0.72 * (v_tone.y - 0.5) + 0.45 * grain.specks);
  // Where a noise crosses its middle: thin winding lines.
  blood += v_film.w * max(1.0 - 16.0 * abs(grain.specks), 0.0);
  blood = max(blood + clamp(0.9 * painted_blood, -0.08 * u_blood, 0.9), 0.02);
  // Lips: more blood, thinner, smoother and without a beard.
  float lips = smoothstep(0.18, 0.42, painted_blood);
  vec3 colour = skin_colour(max(melanin, 0.02), blood) * u_tint;
  // Stubble stands in the pores and looks blue through the skin.
  colour *= 1.0 - (v_film.y * (1.0 - lips) * (1.0 + 0.8 * grain.specks)) * vec3(0.36, 0.29, 0.23);
  vec3 hair;
  float cover = hair_cover(hair);
  skin.albedo = mix(colour, hair, cover);

  // Coarser here, finer there.
  vec3 slope = grain.slope * (mix(0.24, 0.42, v_tone.w) * u_relief * (1.0 - 0.8 * cover));
  slope -= s.normal * dot(slope, s.normal);
  Crease crease = read_crease(s);
  skin.fold = crease.fold;
  skin.fold_normal = normalize(s.normal - crease.slope);
  skin.fine_normal = normalize(s.normal - slope - crease.slope);
  skin.cavity = clamp(1.0 + 0.22 * u_relief * grain.height, 0.5, 1.0);
  skin.rough = clamp(0.52 + 0.16 * (v_tone.z - 0.5), 0.3, 0.7);
  // Relief too fine for the pixels is roughness.
  vec3 by_x = dFdx(v_rest), by_y = dFdy(v_rest);
  float pixel_mm = sqrt(dot(by_x, by_x) + dot(by_y, by_y)) * 0.7 * f_exposure.y;
  skin.rough = sqrt(skin.rough * skin.rough + 0.07 * u_relief * smoothstep(0.08, 0.7, pixel_mm));
  skin.sebum = v_film.x * (1.0 - cover);
  // Skin that is drawn tight over a ridge shines a little.
  skin.sebum += 0.35 * crease.ridge * (1.0 - skin.fold);
  skin.rough -= 0.05 * crease.ridge;
  skin.rough = mix(skin.rough, 0.36, lips * 0.8);
  return skin;
}

// How shadow edges bleed, how far light wraps and how dark folds get: assumption, art direction; red always goes
// farther than blue, as kSpread says.
vec3 skin_light(Surface s, Skin skin, float key, float groove) {
  vec3 l = f_key_direction.xyz;
  // Shadow edges bleed red: nearly key to the power of 0.62, 0.92, 1, in powers that cost little.
  vec3 key_rgb = mix(vec3(key), vec3(sqrt(key)), vec3(0.76, 0.14, 0.0));

  // Diffuse light sees relief the more the less it spreads; the curvature decides how far it wraps.
  vec3 wrap = clamp(kSpread * max(v_curvature, 0.004) * 1.6, 0.0, 0.6);
  float broad = dot(normalize(s.normal + skin.fold_normal), l), fine = dot(skin.fine_normal, l);
  vec3 cosine = mix(vec3(broad), vec3(fine), vec3(0.25, 0.6, 0.8));
  vec3 light = f_key_light.rgb * key_rgb * rounded_cosine(cosine, f_key_direction.w + wrap);
  float fill = dot(mix(s.normal, skin.fine_normal, 0.6), f_fill_direction.xyz);
  light += f_fill_light.rgb * (rounded_cosine(fill, 0.45 + wrap.g) * v_seen.x);
  for (int i = 0; i < 2; ++i) {
    vec3 rim = rounded_cosine(vec3(dot(skin.fine_normal, f_rim_direction[i].xyz)), 0.25 + wrap);
    light += f_rim_light[i].rgb * (rim * v_seen[i + 1]);
  }

  // Relief turns the normal by 0.6 of its own slope, of a sum that is about 1.5 long.
  vec3 around = v_around + ambient_change(0.4 * (skin.fine_normal - s.normal));
  light += around * bounced(s.openness, skin.albedo);
  // Lines and folds are finer than the occlusion maps: their floor is known by its bend.
  light *= mix(vec3(1.0), vec3(0.62, 0.48, 0.42), groove);
  light *= mix(vec3(1.0), vec3(0.40, 0.29, 0.25), skin.fold);
  return skin.albedo * (light * mix(vec3(skin.cavity), vec3(1.0), vec3(0.4, 0.15, 0.05)) + v_glow);
}

// Shares and roughness of the two lobes and what folds take from them: assumption, art direction. 0.028 is what an
// index of refraction of 1.4 mirrors head-on.
vec3 skin_gloss(Surface s, Skin skin, float key, float groove) {
  vec3 n = skin.fine_normal;
  // Two lobes: the dull skin surface and the thin film of sebum on it.
  Glance g = glance(n, s.view, f_key_direction.xyz);
  float film = 0.34 * skin.sebum;
  float lobes = (0.92 - film) * lobe(g, skin.rough, f_key_direction.w) + film * lobe(g, skin.rough * 0.62, f_key_direction.w);
  vec3 gloss = f_key_light.rgb * (lobes * fresnel(g.vh, 0.028) * key);
  // At the grazing angles where rim lamps are seen, the map of pores is stretched to streaks: there the form alone
  // counts. More than this share of it would look like wax (assumption, by eye).
  const float kRimGloss = 0.4;
  float rim_rough = max(skin.rough, 0.5);
  for (int i = 0; i < 2; ++i)
    gloss += f_rim_light[i].rgb *
             (highlight(s.normal, s.view, f_rim_direction[i].xyz, rim_rough, 0.028, 0.3) * (kRimGloss * v_seen[i + 1]));
  gloss += f_fill_light.rgb * (highlight(n, s.view, f_fill_direction.xyz, skin.rough, 0.028, 0.5) * v_seen.x);
  // On something as rough as skin surroundings take from mirrored light what they take from any
  // [lagarde2014], and only the broad changes of those are seen in it.
  vec3 r = reflect(-s.view, n);
  gloss += max(f_sky[0].rgb + ambient_change(r), 0.0) * (fresnel(g.nv, 0.028) * 0.55 * s.openness);
  return gloss * (skin.cavity * (1.0 - 0.6 * groove) * (1.0 - 0.8 * skin.fold));
}

vec3 skin_seen() {
  Surface s = read_surface();
  Skin skin = read_skin(s);
  float groove = smoothstep(0.04, 0.55, -v_curvature);
  // Between three vertices of 0 lies a little less than 0, which has no root.
  float key = clamp(v_key, 0.0, 1.0);
  return skin_light(s, skin, key, groove) + skin_gloss(s, skin, key, groove);
}
