#version 330 core
// The picture in cells, two triangles each; those that show no floor vanish.
#include "floor.glsl"

uniform ivec2 u_cells;

vec2 ndc_of(ivec2 corner) { return vec2(corner) / vec2(u_cells) * 2.0 - 1.0; }

void main() {
  const ivec2 kCorner[6] = ivec2[6](ivec2(0, 0), ivec2(1, 0), ivec2(1, 1), ivec2(0, 0), ivec2(1, 1), ivec2(0, 1));
  int cell = gl_VertexID / 6;
  ivec2 at = ivec2(cell % u_cells.x, cell / u_cells.x);
  vec2 low = vec2(1e9), high = vec2(-1e9);
  for (int i = 0; i < 4; ++i) {
    vec2 place = floor_place(ndc_of(at + ivec2(i % 2, i / 2)));
    low = min(low, place);
    high = max(high, place);
  }
  bool shown = all(lessThan(low, vec2(1.0))) && all(greaterThan(high, vec2(-1.0)));
  gl_Position = shown ? vec4(ndc_of(at + kCorner[gl_VertexID % 6]), 0.0, 1.0) : vec4(-1.0, -1.0, 0.0, 1.0);
}
