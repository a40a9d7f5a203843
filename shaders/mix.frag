#version 330 core
// Two maps of one size, texel by texel, each by its share.
uniform sampler2D t_openness;      // here: the first
uniform sampler2D t_translucency;  // here: the second
uniform vec2 u_share;

layout(location = 0) out vec4 o_mixed;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  o_mixed = u_share.x * texelFetch(t_openness, texel, 0) + u_share.y * texelFetch(t_translucency, texel, 0);
}
