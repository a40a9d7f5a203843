// The last step of every picture: resolves the samples in linear light, lays them on what is behind, exposes, tone maps
// and dithers. One program per kind of ground, because a software driver works out both sides of every branch.
#include "frame.glsl"
#include "colour.glsl"

uniform sampler2D t_scene;
uniform int u_supersample;
uniform float u_share;          // of one sample in its pixel
uniform float u_steps;          // of a channel of the finished picture, between which is dithered
uniform ivec2 u_picture_size;   // whole picture, pixels
uniform ivec2 u_tile_origin;    // of this tile in it, pixels
uniform vec3 u_backdrop_top;
uniform vec3 u_backdrop_bottom;

layout(location = 0) out vec4 o_colour;

// Paper backdrop. How it falls off is an assumption, art direction: calm, no horizon.
vec3 paper(vec2 ndc) {
  vec3 colour = mix(u_backdrop_bottom, u_backdrop_top, smoothstep(-1.1, 1.1, ndc.y));
  return colour * (1.0 - 0.10 * dot(ndc * vec2(0.75, 0.5), ndc * vec2(0.75, 0.5)));
}

// Ordered dither of four by four, by the bits of the place: a table would be read lane by lane.
float order(ivec2 p) {
  ivec2 low = ivec2(p.x ^ p.y, p.y) & 1;
  ivec2 high = (ivec2(p.x ^ p.y, p.y) >> 1) & 1;
  return float(8 * low.x + 4 * low.y + 2 * high.x + high.y);
}

float dither(ivec2 p) {
  // By arithmetic: steps of 1/16, refined to 1/256, about zero, so that no flat tone shows bands.
  return order(p) / 16.0 + order(p >> 2) / 256.0 + 1.0 / 512.0 - 0.5;
}

// Mean of the samples of this pixel, premultiplied.
vec4 resolved() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0.0);
  for (int y = 0; y < u_supersample; ++y)
    for (int x = 0; x < u_supersample; ++x) sum += texelFetch(t_scene, pixel * u_supersample + ivec2(x, y), 0);
  return sum * u_share;
}

ivec2 place_in_picture() { return ivec2(gl_FragCoord.xy) + u_tile_origin; }

vec2 ndc_in_picture() { return (vec2(place_in_picture()) + 0.5) / vec2(u_picture_size) * 2.0 - 1.0; }

// Linear colour to the values of the picture.
vec3 finished(vec3 colour) { return to_srgb(tone_map(colour)) + dither(place_in_picture()) / u_steps; }

// Samples over a ground that is given as it shall be seen.
vec4 over(vec3 ground) {
  vec4 sum = resolved();
  float cover = clamp(sum.a, 0.0, 1.0);
  vec3 colour = sum.rgb * f_exposure.x;
  if (cover < 1.0) colour += inverse_tone_map(ground) * (1.0 - cover);
  return vec4(finished(colour), 1.0);
}
