#version 330 core
// Relief of one crease: a valley with rounded floor between two soft shoulders. Added up where lines meet.
in vec2 v_gradient;
in vec2 v_distance_depth;
layout(location = 0) out vec4 o_relief;  // xy slope, z share of light taken

// Of the depth from crest to floor; the rest is the valley.
const float kShoulder = 0.45;
const float kShoulderMm = 2.1;

void main() {
  float d = v_distance_depth.x;
  float depth = max(v_distance_depth.y, 0.0);
  // A deep fold is wider too: lips of a crease do not stand upright.
  float width = 0.42 + 0.40 * depth;
  float valley = exp(-d * d / (width * width));
  float shoulder = exp(-d * d / (kShoulderMm * kShoulderMm));
  float rise = 2.0 * d * depth * (valley / (width * width) - kShoulder * shoulder / (kShoulderMm * kShoulderMm));
  float taken = exp(-d * d / (width * width * 1.4)) * depth / (depth + 0.8);
  o_relief = vec4(v_gradient * rise, taken, 1.0);
}
