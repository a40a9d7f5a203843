#version 330 core
// What the bodies on the floor of the backdrop leave it of the sky, for its light. The map spans the floor, edge to edge.
uniform sampler2D t_openness;
uniform int u_floor_base;
uniform int u_floor_cells;  // vertices along one side
uniform int u_occlusion_width;
uniform int u_map_size;     // texels

layout(location = 0) out float o_openness;

// Cubic B-spline over every `stride`th point of the grid.
float smooth_openness(vec2 place, int stride) {
  // By arithmetic: one cell off the border, where the spline still has its four points.
  int most = (u_floor_cells - 1) / stride;
  vec2 p = clamp((place * 0.5 + 0.5) * float(most), 1.0, float(most) - 1.001);
  ivec2 c = ivec2(p);
  vec2 t = p - vec2(c);
  vec2 back = 1.0 - t;
  vec2 w[4] = vec2[4](back * back * back, 4.0 - 3.0 * t * t * (2.0 - t), 4.0 - 3.0 * back * back * (2.0 - back),
                      t * t * t);
  float open = 0.0;
  for (int i = 0; i < 16; ++i) {
    ivec2 near = ivec2(i % 4, i / 4);
    ivec2 at = (c + near - 1) * stride;
    int cell = u_floor_base + at.y * u_floor_cells + at.x;
    open += w[near.x].x * w[near.y].y *
            texelFetch(t_openness, ivec2(cell % u_occlusion_width, cell / u_occlusion_width), 0).w;
  }
  // By arithmetic: the four weights of either direction add up to 6.
  return open / 36.0;
}

// The gathered directions are few, and seen nearly edge-on the border of each would show as a streak: only the dark
// beneath the feet keeps its edge. Where that begins is an assumption, art direction.
float floor_openness(vec2 place) {
  float fine = smooth_openness(place, 1);
  return mix(smooth_openness(place, 4), fine, smoothstep(0.8, 0.4, fine));
}

void main() { o_openness = floor_openness(gl_FragCoord.xy / float(u_map_size) * 2.0 - 1.0); }
