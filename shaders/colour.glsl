// Tone curve: rational filmic, fixed; its inverse lets data colours pass through unchanged. Its five numbers are an
// assumption, art direction: skin in the middle, a soft toe, shine that does not clip.
const float kA = 1.60, kB = 0.075, kC = 1.40, kD = 0.86, kE = 0.20;

vec3 tone_map(vec3 x) {
  x = max(x, 0.0);
  return clamp((x * (kA * x + kB)) / (x * (kC * x + kD) + kE), 0.0, 1.0);
}

vec3 inverse_tone_map(vec3 y) {
  // Assumption, art direction: white of a data colour stops just short of the brightest.
  y = clamp(y, 0.0, 0.995);
  vec3 a = kC * y - kA;
  vec3 b = kD * y - kB;
  vec3 c = kE * y;
  return (-b - sqrt(max(b * b - 4.0 * a * c, 0.0))) / (2.0 * a);
}

// Transfer curve of sRGB and its inverse [srgb1999].
vec3 to_srgb(vec3 x) {
  return mix(12.92 * x, 1.055 * pow(max(x, 0.0), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, x));
}

// The inverse [srgb1999].
vec3 from_srgb(vec3 x) {
  return mix(x / 12.92, pow((x + 0.055) / 1.055, vec3(2.4)), step(0.04045, x));
}
