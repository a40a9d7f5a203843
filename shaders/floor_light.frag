#version 330 core
// How much light reaches the floor of the backdrop, for the composite to look up: what the bodies on it leave of the
// sky, and the shadow of the key light. The map spans the floor, edge to edge.
#include "frame.glsl"
#include "shadow.glsl"
#include "pixel_noise.glsl"

uniform sampler2D t_openness;  // of the floor, texel for texel
uniform vec4 u_floor;          // xyz centre mm, w half size mm
uniform int u_map_size;        // texels

layout(location = 0) out float o_light;  // 1: as bright as the paper

// How dark shadows get and how the floor fades into the paper is an assumption, art direction: feet that stand.
void main() {
  vec2 place = gl_FragCoord.xy / float(u_map_size) * 2.0 - 1.0;
  float out_by = length(place);
  vec3 position = u_floor.xyz + vec3(place.x, 0.0, place.y) * u_floor.w;
  float open = min(texelFetch(t_openness, ivec2(gl_FragCoord.xy), 0).r * 1.06, 1.0);
  float shade = 0.25 * smoothstep(0.8, 0.3, out_by);
  // Where it has no share, off the map, which costs no lookups.
  if (shade <= 0.0) position = vec3(1e9);
  float key = key_visibility(position, vec3(0.0, 1.0, 0.0), 4.0, 1.2, pixel_noise(gl_FragCoord.xy) * 6.2831853, f_shadow.z);
  float light = mix(0.22, 1.0, open) * mix(1.0 - shade, 1.0, key);
  o_light = mix(1.0, light, smoothstep(1.0, 0.35, out_by));
}
