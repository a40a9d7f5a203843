#version 330 core
// Relief of one crease: a valley with rounded floor between two lips, and the fine pleats of the skin that is pushed
// together beside it. Added up where lines meet. What the points of the surface have of it is known by its depth alone.
in vec2 v_gradient;
in vec3 v_distance_depth;
layout(location = 0) out vec4 o_relief;  // xy slope, z share of light taken

// No profile of a line was found: all of it is an assumption, by eye. Lips, of the depth from crest to floor; the rest
// is the valley.
const float kLip = 0.6;
// Pleats, of the depth, and their spacing: finer than profilometry resolves.
const float kPleat = 0.035;
const float kPleatMm = 1.15;

void main() {
  float d = v_distance_depth.x;
  float depth = max(v_distance_depth.y, 0.0);
  float swell = max(v_distance_depth.z, 0.0);
  // A deep fold is wider too: lips of a crease do not stand upright. A static line is a thin one, whose skin was not
  // pushed together into lips.
  float width = 0.26 + 0.55 * depth + 0.26 * swell;
  float pushed = swell / (swell + 0.35);
  float valley = exp(-d * d / (width * width));
  float lip_mm = 1.1 + 2.0 * width;
  float lip = exp(-d * d / (lip_mm * lip_mm));
  float rise = 2.0 * d * depth * (valley / (width * width) - kLip * (0.2 + 0.8 * pushed) * lip / (lip_mm * lip_mm));
  float wave = 6.2831853 / kPleatMm;
  rise += kPleat * (depth + 0.8 * swell) * wave * sin(wave * d) * lip * (1.0 - valley);
  // The floor is dark, and so, less, is the valley of the swell.
  float floor_width = 0.62 * width;
  float taken = exp(-d * d / (floor_width * floor_width)) * (depth + 0.6 * swell) / (depth + 0.6 * swell + 0.45);
  taken += 0.20 * swell * exp(-d * d / 2.6);
  o_relief = vec4(v_gradient * rise, taken, 1.0);
}
