// Skin: colour from melanin and blood, relief from noise fixed to the rest shape, light that spreads inside.
uniform sampler3D t_relief;   // xyz slope, w height; pores and the furrows between them
uniform sampler3D t_mottle;   // four independent smooth noises
uniform vec3 u_texture_mean;  // linear; divided out of the texture
uniform float u_melanin;      // density, see skin_tone.h
uniform float u_blood;
uniform float u_relief;
uniform sampler2D t_lines;    // xy slope in the frame, z share of light taken; see lines.frag
uniform int u_has_lines;
uniform vec2 u_line_axis;     // z mm, radius mm
uniform vec4 u_line_box;      // low corner mm, one over size

// Melanin absorbs the more the shorter the wave [jacques2013]; flatter here than one wavelength per channel would
// be, because each channel takes in a third of the spectrum. Oxygenated blood absorbs green and blue. The numbers are
// an assumption, by eye.
const vec3 kMelaninAbsorbs = vec3(0.55, 0.74, 1.05);
const vec3 kBloodAbsorbs = vec3(0.10, 1.0, 0.85);
const vec3 kDermis = vec3(0.83, 0.77, 0.68);
// Mean path of light in skin, mm, red to blue. Assumption: red farthest.
const vec3 kSpread = vec3(2.2, 0.8, 0.4);

// The grain of the noise must not lie along the axes of the body: any turn does (assumption).
const mat3 kTurn = mat3(0.36, 0.48, -0.80, -0.80, 0.60, 0.0, 0.48, 0.64, 0.60);

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
};

// Creases lie on a map about the head's axis, in the coordinates of the rest shape, so they move with the skin. How
// much they waver (mm) is an assumption, art direction.
Crease read_crease(Surface s) {
  vec2 from_axis = vec2(v_rest.x, v_rest.z - u_line_axis.x);
  float radius = max(length(from_axis), 1.0);
  vec2 place = (vec2(u_line_axis.y * atan(from_axis.x, from_axis.y), v_rest.y) - u_line_box.xy) * u_line_box.zw;
  vec2 by_x = dFdx(place), by_y = dFdy(place);
  // Skin is uneven: a crease wavers along its course and is shallower here and there.
  vec4 uneven = texture(t_mottle, v_rest / 17.0 + 0.53);
  place += (uneven.xy - 0.5) * 1.1 * u_line_box.zw;
  Crease crease = Crease(vec3(0.0), 0.0);
  if (u_has_lines == 0 || place != clamp(place, 0.0, 1.0)) return crease;
  vec3 relief = textureGrad(t_lines, place, by_x, by_y).xyz;
  vec3 along = vec3(from_axis.y, 0.0, -from_axis.x) * (u_line_axis.y / (radius * radius));
  vec3 slope = relief.x * along + relief.y * vec3(0.0, 1.0, 0.0);
  float kept = 0.62 + 0.76 * uneven.z;
  crease.slope = kept * (slope - s.normal * dot(slope, s.normal));
  crease.fold = clamp(kept * relief.z, 0.0, 1.0);
  return crease;
}

// Light that comes back from the dermis through both absorbers; the rest is what the surface scatters (assumption).
vec3 skin_colour(float melanin, float blood) {
  return 0.012 + kDermis * exp(-melanin * kMelaninAbsorbs - blood * kBloodAbsorbs);
}

// Short hair combed back under the cap; the scalar of skin is its density. Darkens with the tone, as brows do. Its
// direction, strands and tones: assumption, art direction.
vec3 with_hair(vec3 albedo) {
  if (v_scalar <= 0.0) return albedo;
  vec3 along = vec3(v_rest.x * 0.25, v_rest.y * 1.3 + v_rest.z * 0.9, v_rest.z * 0.16 - v_rest.y * 0.1);
  float lock = texture(t_mottle, along / 9.0).x - 0.5;
  vec4 strand = texture(t_mottle, along / 2.2 + 0.4);
  float dense = smoothstep(0.12, 0.75, v_scalar + 1.1 * lock * (1.0 - 0.5 * v_scalar));
  float cover = dense * smoothstep(0.05, 0.45, strand.y + 0.5 * dense - 0.2);
  vec3 colour = mix(vec3(0.090, 0.058, 0.037), vec3(0.009, 0.0075, 0.0065), smoothstep(0.1, 1.5, u_melanin));
  return mix(albedo, colour * (0.25 + 1.7 * strand.z * strand.z + 0.5 * strand.w), cover);
}

// Sizes of mottle, patches, specks, pores and furrows in mm, how far they vary melanin, blood, relief, gloss and
// sebum, and how much of the painted texture stays: assumption, art direction, so that skin is neither wax nor dirt.
// None of it changes between before and after.
Skin read_skin(Surface s) {
  Skin skin;
  vec3 turned = kTurn * v_rest;
  vec4 mottle = texture(t_mottle, turned / 38.0);
  vec4 patches = texture(t_mottle, turned.zxy / 140.0 + 0.37);
  vec4 specks = texture(t_mottle, turned.yzx / 9.0 + 0.11);
  vec3 ratio = vec3(1.0);
  if (u_has_albedo != 0) ratio = clamp(texture(t_albedo, v_uv).rgb / u_texture_mean, 0.02, 1.6);
  // The painted colour as densities: what is missing from red is melanin, what is missing from green beyond that
  // is blood.
  vec3 density = -log(ratio);
  float painted_melanin = density.r / kMelaninAbsorbs.r;
  float painted_blood = density.g - density.r * (kMelaninAbsorbs.g / kMelaninAbsorbs.r);
  float strength = mix(0.75, 0.42, clamp(u_melanin / 2.5, 0.0, 1.0));
  float melanin = u_melanin * (1.0 + 0.13 * (mottle.x - 0.5) + 0.15 * (patches.x - 0.5));
  melanin += 0.13 * (specks.z - 0.5);
  melanin += strength * max(painted_melanin, -0.25 * u_melanin);
  float blood = u_blood * (1.0 + 0.36 * (mottle.y - 0.5) + 0.36 * (patches.y - 0.5) + 0.55 * (specks.x - 0.5));
  blood = max(blood + clamp(0.9 * painted_blood, -0.08 * u_blood, 0.9), 0.02);
  skin.albedo = with_hair(skin_colour(max(melanin, 0.02), blood) * u_tint);

  vec4 pores = texture(t_relief, v_rest / 8.0) * 2.0 - 1.0;
  vec4 creases = texture(t_relief, turned.yzx / 14.0 + 0.21) * 2.0 - 1.0;
  // Coarser here, finer there.
  float coarse = clamp(0.5 + 1.5 * (patches.w - 0.5) + 0.9 * (mottle.w - 0.5), 0.0, 1.0);
  vec3 slope = (pores.xyz * mix(0.24, 0.42, coarse) + creases.zxy * 0.07) * u_relief;
  slope -= s.normal * dot(slope, s.normal);
  Crease crease = read_crease(s);
  skin.fold = crease.fold;
  skin.fold_normal = normalize(s.normal - crease.slope);
  skin.fine_normal = normalize(s.normal - slope - crease.slope);
  skin.cavity = clamp(1.0 + 0.22 * u_relief * pores.w + 0.10 * u_relief * creases.w, 0.5, 1.0);
  skin.rough = clamp(0.52 + 0.10 * (mottle.z - 0.5) - 0.06 * (patches.z - 0.5), 0.3, 0.7);
  // Relief too fine for the pixels is roughness.
  float pixel_mm = length(vec2(length(dFdx(v_rest)), length(dFdy(v_rest)))) * 0.7 * f_exposure.y;
  skin.rough = sqrt(skin.rough * skin.rough + 0.07 * u_relief * smoothstep(0.08, 0.7, pixel_mm));
  skin.sebum = clamp(0.55 + 1.3 * (patches.y - 0.5) + 0.9 * (mottle.w - 0.5), 0.1, 1.0);
  // Lips: more blood, thinner and smoother.
  float lips = smoothstep(0.18, 0.42, painted_blood);
  skin.rough = mix(skin.rough, 0.36, lips * 0.8);
  return skin;
}

// How shadow edges bleed, how far light wraps, what shines through thin parts and how dark folds get: assumption, art
// direction; red always goes farther than blue, as kSpread says.
vec3 skin_light(Surface s, Skin skin, float key) {
  vec3 l = f_key_direction.xyz;
  // Shadow edges bleed red.
  vec3 key_rgb = pow(vec3(key), vec3(0.62, 0.92, 1.0));

  // Diffuse light sees relief the more the less it spreads; the curvature decides how far it wraps.
  vec3 wrap = clamp(kSpread * max(v_curvature, 0.004) * 1.6, 0.0, 0.6);
  float broad = dot(normalize(s.normal + skin.fold_normal), l), fine = dot(skin.fine_normal, l);
  vec3 cosine = mix(vec3(broad), vec3(fine), vec3(0.25, 0.6, 0.8));
  vec3 light = f_key_light.rgb * key_rgb * rounded_cosine(cosine, f_key_direction.w + wrap);
  float fill = mix(dot(s.normal, f_fill_direction.xyz), dot(skin.fine_normal, f_fill_direction.xyz), 0.6);
  light += f_fill_light.rgb * rounded_cosine(vec3(fill), 0.45 + wrap) * seen(s, f_fill_direction.xyz);

  vec3 through = vec3(0.0);
  vec3 thin_colour = vec3(0.92, 0.27, 0.17);
  for (int i = 0; i < 2; ++i) {
    vec3 r = f_rim_direction[i].xyz;
    light += f_rim_light[i].rgb * rounded_cosine(vec3(dot(skin.fine_normal, r)), 0.25 + wrap) * seen(s, r);
    float shine = max(v_translucency.w + 2.0 * dot(v_translucency.xyz, r), 0.0);
    through += f_rim_light[i].rgb * shine;
  }
  through += f_key_light.rgb * max(v_translucency.w + 2.0 * dot(v_translucency.xyz, l), 0.0);
  through *= thin_colour * (0.24 * smoothstep(0.05, 0.6, s.openness));

  vec3 around = ambient(normalize(mix(s.normal, skin.fine_normal, 0.6) + s.bent * 0.5));
  light += around * bounced(s.openness, skin.albedo);
  // What comes through flesh: the inside of a mouth is dark red, not black.
  light += ambient(s.normal) * (1.0 - s.openness) * vec3(0.060, 0.013, 0.009);
  // Lines and folds are finer than the occlusion maps: their floor is known by its bend.
  float groove = smoothstep(0.04, 0.55, -v_curvature);
  light *= mix(vec3(1.0), vec3(0.62, 0.48, 0.42), groove);
  light *= mix(vec3(1.0), vec3(0.48, 0.33, 0.28), skin.fold);
  return skin.albedo * (light * mix(vec3(skin.cavity), vec3(1.0), vec3(0.4, 0.15, 0.05)) + through);
}

// Shares and roughness of the two lobes and what folds take from them: assumption, art direction. 0.028 is what an
// index of refraction of 1.4 mirrors head-on.
vec3 skin_gloss(Surface s, Skin skin, float key) {
  vec3 n = skin.fine_normal;
  float nv = max(dot(n, s.view), 0.03);
  vec3 gloss = vec3(0.0);
  float r0 = skin.rough, r1 = skin.rough * 0.62;
  vec3 l = f_key_direction.xyz;
  // Two lobes: the dull skin surface and the thin film of sebum on it.
  float film = 0.34 * skin.sebum;
  float lobes = (0.92 - film) * highlight(n, s.view, l, r0, 0.028, f_key_direction.w) +
                film * highlight(n, s.view, l, r1, 0.028, f_key_direction.w);
  gloss += f_key_light.rgb * (lobes * key);
  for (int i = 0; i < 2; ++i) {
    vec3 r = f_rim_direction[i].xyz;
    gloss += f_rim_light[i].rgb * (highlight(n, s.view, r, r0, 0.028, 0.3) * seen(s, r));
  }
  gloss += f_fill_light.rgb * (highlight(n, s.view, f_fill_direction.xyz, r0, 0.028, 0.5) * seen(s, f_fill_direction.xyz));
  vec3 r = reflect(-s.view, n);
  gloss += ambient(r) * (fresnel(nv, 0.028) * 0.55 * mirrored_occlusion(nv, s.openness, skin.rough));
  return gloss * skin.cavity * (1.0 - 0.6 * smoothstep(0.04, 0.55, -v_curvature)) * (1.0 - 0.8 * skin.fold);
}
