#version 330 core
// Relief of one crease: a valley with rounded floor between two soft shoulders, and the fine pleats of the skin that
// is pushed together beside it. Added up where lines meet.
in vec2 v_gradient;
in vec2 v_distance_depth;
layout(location = 0) out vec4 o_relief;  // xy slope, z share of light taken

// Of the depth from crest to floor; the rest is the valley. Both are assumptions: no profile of a line was found.
const float kShoulder = 0.75;
const float kShoulderMm = 2.3;
// Pleats, of the depth, and their spacing. Assumed: finer than profilometry resolves.
const float kPleat = 0.055;
const float kPleatMm = 1.15;

void main() {
  float d = v_distance_depth.x;
  float depth = max(v_distance_depth.y, 0.0);
  // A deep fold is wider too: lips of a crease do not stand upright. By how much, and how dark its floor is, are
  // assumptions, by eye.
  float width = 0.40 + 0.62 * depth;
  float valley = exp(-d * d / (width * width));
  float shoulder = exp(-d * d / (kShoulderMm * kShoulderMm));
  float rise = 2.0 * d * depth * (valley / (width * width) - kShoulder * shoulder / (kShoulderMm * kShoulderMm));
  float wave = 6.2831853 / kPleatMm;
  rise += kPleat * depth * wave * sin(wave * d) * shoulder * (1.0 - valley);
  float floor_width = 0.75 * width;
  float taken = exp(-d * d / (floor_width * floor_width)) * depth / (depth + 0.45);
  o_relief = vec4(v_gradient * rise, taken, 1.0);
}
