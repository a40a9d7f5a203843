#version 330 core
// Where the surface stands for light and shadow; see Part::set_rest.
layout(location = 5) in vec3 a_lit;
uniform mat4 u_clip_from_world;

void main() { gl_Position = u_clip_from_world * vec4(a_lit, 1.0); }
