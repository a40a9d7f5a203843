#version 330 core
// Relief of one crease: skin that sinks between two soft shoulders to a narrow floor, as skin does that is pushed
// together; a groove would have a wide floor and sharp edges. Beside it fine pleats along and across. Added up where
// lines meet. What the points of the surface have of it is known by its depth alone.
in vec2 v_gradient;
in vec3 v_distance_depth;
in vec3 v_uneven;  // mm along the line, width of the usual, lean of the shoulders
layout(location = 0) out vec4 o_relief;  // xy slope, z share of light taken, w ridge

// No profile of a line was found: all of it is an assumption, by eye.
const float kReachMm = 5.5;  // as kLineReachMm
// Pleats, of the depth, and their spacing: finer than profilometry resolves.
const float kPleat = 0.022, kPleatMm = 1.25;
const float kCross = 0.012, kCrossMm = 1.5;

void main() {
  float d = v_distance_depth.x;
  float depth = max(v_distance_depth.y, 0.0);
  float swell = max(v_distance_depth.z, 0.0);
  float along = v_uneven.x;
  float pushed = swell / (swell + 0.35);
  float edge = 1.0 - smoothstep(0.6 * kReachMm, 0.98 * kReachMm, abs(d));

  // The shoulders: a static line is a thin one, a deep fold is wide, and one side is broader than the other.
  float shoulder = v_uneven.y * (0.34 + 0.7 * depth + 0.55 * pushed + 0.24 * swell) *
                   (1.0 + v_uneven.z * pushed * d / sqrt(d * d + 1.0));
  float floor_mm = 0.14 + 0.14 * pushed;
  float r = sqrt(d * d + floor_mm * floor_mm);
  float rise = depth / shoulder * (d / r) * exp((floor_mm - r) / shoulder);

  // Pleats: along the fold, bent with it, and finer ones across.
  float beside = smoothstep(0.4, 1.2, abs(d) / shoulder) * edge * exp(-0.16 * d * d);
  float tight = depth + 0.6 * swell;
  float wave = 6.2831853 / kPleatMm, cross_wave = 6.2831853 / kCrossMm;
  rise += kPleat * tight * wave * beside * sin(wave * d + 1.6 * sin(0.33 * along + 5.0 * v_uneven.z));
  float run = kCross * tight * cross_wave * beside * pushed *
              sin(cross_wave * along + 1.3 * d + 1.7 * sin(0.9 * along));

  // The floor is dark, and so, less, is the valley.
  float taken = exp(-abs(d) / (0.16 + 0.30 * shoulder)) * tight / (tight + 0.5);
  taken += 0.32 * swell * exp(-d * d / (2.4 * shoulder * shoulder + 0.6));
  float crest = (abs(d) - 3.0) / 1.5;
  float ridge = swell * exp(-crest * crest);
  o_relief = vec4((v_gradient * rise + vec2(-v_gradient.y, v_gradient.x) * run) * edge, taken * edge, ridge * edge);
}
