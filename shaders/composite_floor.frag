#version 330 core
// A picture of what stands on the floor of the backdrop.
#include "composite.glsl"
#include "shadow.glsl"

uniform sampler2D t_openness;
uniform mat4 u_world_from_clip;
uniform vec4 u_floor;           // xyz centre mm, w half size mm
uniform vec2 u_foot_reach;      // half the width and depth of what stands on it, mm
uniform int u_floor_base;
uniform int u_floor_cells;      // vertices along one side
uniform int u_occlusion_width;

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

// How low the camera may look along the floor and how dark shadows on it get are assumptions, art direction: feet that
// stand.
vec3 floored(vec3 colour, vec2 ndc) {
  vec4 near = u_world_from_clip * vec4(ndc, -1.0, 1.0);
  vec4 far = u_world_from_clip * vec4(ndc, 1.0, 1.0);
  vec3 origin = near.xyz / near.w;
  vec3 ray = normalize(far.xyz / far.w - origin);
  // A level camera would see the floor as a line: it is shown as if from a few degrees above, hinged where the
  // nearest foot stands.
  vec3 flat_ray = normalize(vec3(ray.x, 0.0, ray.z));
  vec3 hinge_at = u_floor.xyz - flat_ray * dot(abs(flat_ray.xz), u_foot_reach);
  float to_hinge = dot(hinge_at - origin, flat_ray) / max(dot(ray, flat_ray), 0.05);
  vec3 hinge = origin + ray * to_hinge;
  float drop = max(-ray.y / max(length(ray.xz), 0.05), 0.10);
  vec3 hit = hinge + flat_ray * ((hinge.y - u_floor.y) / drop);
  vec2 place = (hit.xz - u_floor.xz) / u_floor.w;
  float reach = smoothstep(1.0, 0.35, length(place));
  if (reach <= 0.0) return colour;
  float open = min(floor_openness(clamp(place, -1.0, 1.0)) * 1.06, 1.0);
  float key = key_visibility(vec3(hit.x, u_floor.y, hit.z), vec3(0.0, 1.0, 0.0), 4.0, 1.2);
  float light = mix(0.22, 1.0, open) * mix(1.0 - 0.25 * smoothstep(0.8, 0.3, length(place)), 1.0, key);
  return colour * mix(1.0, light, reach);
}

void main() {
  vec2 ndc = ndc_in_picture();
  o_colour = over(floored(paper(ndc), ndc));
}
