#version 330 core
// The next smaller level of a texture: what lies between the four texels under each of its own.
uniform sampler2D t_scene;  // here: the level above, alone
uniform vec2 u_texel;       // of this level, in shares of its sides

layout(location = 0) out vec4 o_level;

void main() {
  o_level = texture(t_scene, gl_FragCoord.xy * u_texel);
}
