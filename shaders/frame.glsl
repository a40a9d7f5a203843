// What every shader of one picture shares. Mirrors render/scene/frame_block.h.
layout(std140) uniform Frame {
  mat4 f_view_projection;
  mat4 f_shadow_from_world;  // to texture space, z in 0..1 along the light
  vec4 f_eye;                // xyz position mm; w 1 when orthographic
  vec4 f_toward_eye;         // xyz unit direction to the camera when orthographic
  vec4 f_key_direction;      // xyz towards the light; w tangent of half its angular size
  vec4 f_key_right;          // xyz axis of the softbox
  vec4 f_key_up;
  vec4 f_key_light;          // rgb irradiance / pi
  vec4 f_fill_direction;     // w: softness
  vec4 f_fill_light;
  vec4 f_rim_direction[2];
  vec4 f_rim_light[2];
  vec4 f_front_direction;    // towards the photographer
  vec4 f_shadow;             // x mm across the map, y mm along the light, z samples, w texel mm
  vec4 f_fade;               // x from mm, y to mm, z 1 when on
  vec4 f_heat;               // x limit mm
  ivec4 f_pixel;             // xy offset of the tile in samples, z layer, w height of the whole picture in samples
  vec4 f_exposure;           // x factor, y size of a sample in pixels drawn, z turn of the shadow noise, 0..1
  vec4 f_sky[9];             // rgb of the light from all round: factors of 1 x y z xx yy xy yz xz of a normal
};

const float kPi = 3.14159265359;

vec3 toward_eye(vec3 position) {
  return f_eye.w > 0.5 ? f_toward_eye.xyz : normalize(f_eye.xyz - position);
}

float cut_fade(float y) {
  if (f_fade.z < 0.5) return 1.0;
  float t = clamp((y - f_fade.x) / (f_fade.y - f_fade.x), 0.0, 1.0);
  return 1.0 - t * t * (3.0 - 2.0 * t);
}
