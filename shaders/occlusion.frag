#version 330 core
flat in vec4 v_openness;
flat in vec4 v_translucency;
uniform float u_share;  // so that an open vertex gathers 1
layout(location = 0) out vec4 o_openness;
layout(location = 1) out vec4 o_translucency;

void main() {
  o_openness = v_openness * u_share;
  o_translucency = v_translucency * u_share;
}
