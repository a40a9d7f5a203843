#version 330 core
#include "frame.glsl"
#include "shadow.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec2 a_uv;
layout(location = 3) in vec3 a_rest;
layout(location = 4) in vec2 a_scalar_curvature;
layout(location = 5) in vec3 a_lit;  // where the surface stands for shadows

uniform sampler2D t_openness;     // xyz bent direction, w share of the sky seen
uniform sampler2D t_translucency;  // xyz direction light shines through from, w amount
uniform int u_occlusion_base;
uniform int u_occlusion_width;
uniform vec2 u_key_mm;     // of the key light's shadow: smallest blur, lift off the surface
uniform vec2 u_strand_mm;  // radius of a strand of hair at its root (texture v 0) and tip; 0: no strand

out vec3 v_position;
out vec3 v_normal;
out vec2 v_uv;
out vec3 v_rest;
out float v_scalar;
out float v_curvature;
out vec4 v_openness;
out vec4 v_translucency;
out vec3 v_lit;
out float v_key;    // share of the key light that gets here
out float v_cover;  // of a strand finer than a pixel, how much of the pixel it fills

const float kKeySamples = 16.0;  // assumption, by eye: the edge under a nose is smooth

// The depth pre-pass and the colour pass must agree to the last bit.
invariant gl_Position;

// A strand finer than a pixel is drawn one pixel wide and so much fainter: or it would come and go as specks. Least
// width (pixels) and fading are assumptions, by eye.
float widening_mm(vec3 position, float radius_mm, out float cover) {
  vec3 up = vec3(f_view_projection[0].y, f_view_projection[1].y, f_view_projection[2].y);
  float pixels_per_mm = 0.5 * float(f_pixel.w) * length(up) / (f_view_projection * vec4(position, 1.0)).w;
  float least_mm = 0.6 / pixels_per_mm;
  // Fainter by less than the share of the pixel: lashes stand in tufts, and those of a tuft would add up.
  cover = min(pow(radius_mm / least_mm, 0.75), 1.0);
  return max(least_mm - radius_mm, 0.0);
}

void main() {
  vec3 position = a_position;
  v_cover = 1.0;
  if (u_strand_mm.x > 0.0)
    position += a_normal * widening_mm(a_position, mix(u_strand_mm.x, u_strand_mm.y, a_uv.y * a_uv.y), v_cover);
  v_position = position;
  v_normal = a_normal;
  v_uv = vec2(a_uv.x, 1.0 - a_uv.y);
  v_rest = a_rest;
  v_lit = a_lit;
  v_scalar = a_scalar_curvature.x;
  v_curvature = a_scalar_curvature.y;
  int cell = u_occlusion_base + gl_VertexID;
  ivec2 place = ivec2(cell % u_occlusion_width, cell / u_occlusion_width);
  v_openness = texelFetch(t_openness, place, 0);
  v_translucency = texelFetch(t_translucency, place, 0);
  // For meshes whose vertices are closer together than a shadow's edge is wide: there are far fewer of them than
  // pixels. A fixed turn, so that neighbours agree and nothing has to be dithered.
  v_key = key_visibility(a_lit, a_normal, u_key_mm.x, u_key_mm.y, 1.0, kKeySamples);
  gl_Position = f_view_projection * vec4(position, 1.0);
}
