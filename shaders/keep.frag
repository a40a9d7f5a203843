#version 330 core
// Former values where no vertex is that gathers new ones.
uniform sampler2D t_openness;  // here: the former values
uniform sampler2D t_scene;     // here: positions, w 1 where a vertex is

layout(location = 0) out vec4 o_kept;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  o_kept = texelFetch(t_openness, texel, 0) * (1.0 - texelFetch(t_scene, texel, 0).w);
}
