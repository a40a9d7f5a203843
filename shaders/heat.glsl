// Mirrors render/scene/heat_colour.cpp: five stops after Brewer's PuOr [colorbrewer2003], sRGB; darker at the
// ends, grey in the middle: assumption, art direction.
const vec3 kHeat[5] = vec3[5](vec3(0.129, 0.263, 0.576), vec3(0.455, 0.620, 0.820), vec3(0.925, 0.925, 0.925),
                              vec3(0.965, 0.678, 0.345), vec3(0.702, 0.345, 0.024));

vec3 heat_colour(float mm, float limit_mm) {
  float t = clamp(mm / limit_mm, -1.0, 1.0) * 2.0 + 2.0;
  int i = int(min(floor(t), 3.0));
  return mix(kHeat[i], kHeat[i + 1], t - float(i));
}
