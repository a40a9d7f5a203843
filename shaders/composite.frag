#version 330 core
// Resolves the samples in linear light, lays the picture on the backdrop, exposes, tone maps and dithers.
#include "frame.glsl"
#include "colour.glsl"
#include "shadow.glsl"

uniform sampler2D t_scene;
uniform sampler2D t_openness;
uniform int u_supersample;
uniform int u_transparent;
uniform ivec2 u_picture_size;   // whole picture, pixels
uniform ivec2 u_tile_origin;    // of this tile in it, pixels
uniform vec3 u_backdrop_top;
uniform vec3 u_backdrop_bottom;
uniform mat4 u_world_from_clip;
uniform int u_has_floor;
uniform vec4 u_floor;           // xyz centre mm, w half size mm
uniform vec2 u_foot_reach;      // half the width and depth of what stands on it, mm
uniform int u_floor_base;
uniform int u_floor_cells;      // vertices along one side
uniform int u_occlusion_width;

layout(location = 0) out vec4 o_colour;

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

// Paper backdrop and its floor. How it falls off, how low the camera may look along the floor, and how dark shadows on
// it get are assumptions, art direction: calm, no horizon, feet that stand.
vec3 backdrop(vec2 ndc) {
  vec3 colour = mix(u_backdrop_bottom, u_backdrop_top, smoothstep(-1.1, 1.1, ndc.y));
  colour *= 1.0 - 0.10 * dot(ndc * vec2(0.75, 0.5), ndc * vec2(0.75, 0.5));
  if (u_has_floor == 0) return colour;

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

float dither(ivec2 p) {
  const int kOrder[16] = int[16](0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5);
  ivec2 q = p & 3;
  ivec2 c = (p >> 2) & 3;
  // By arithmetic: steps of 1/16, refined to 1/256, about zero, so that no flat tone shows bands.
  float fine = float(kOrder[q.y * 4 + q.x]) / 16.0;
  float coarse = float(kOrder[c.y * 4 + c.x]) / 256.0;
  return fine + coarse + 1.0 / 512.0 - 0.5;
}

void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0.0);
  for (int y = 0; y < u_supersample; ++y)
    for (int x = 0; x < u_supersample; ++x) sum += texelFetch(t_scene, pixel * u_supersample + ivec2(x, y), 0);
  sum /= float(u_supersample * u_supersample);
  float cover = clamp(sum.a, 0.0, 1.0);

  ivec2 at = pixel + u_tile_origin;
  float step_by = dither(at) / 255.0;
  if (u_transparent != 0) {
    vec3 colour = cover > 0.0 ? sum.rgb / cover : vec3(0.0);
    vec3 shown = to_srgb(tone_map(colour * f_exposure.x));
    o_colour = cover > 0.0 ? vec4(shown + step_by, cover) : vec4(0.0);
    return;
  }
  vec3 colour = sum.rgb * f_exposure.x;
  if (cover < 1.0) {
    vec2 ndc = (vec2(at) + 0.5) / vec2(u_picture_size) * 2.0 - 1.0;
    colour += inverse_tone_map(backdrop(ndc)) * (1.0 - cover);
  }
  o_colour = vec4(to_srgb(tone_map(colour)) + step_by, 1.0);
}
