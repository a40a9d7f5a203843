#version 330 core
// What the vertex of this texel sees of a batch of directions, and what shines through from behind it.
const int kBatch = 8;
uniform mat4 u_map_from_world[kBatch];  // texture space of the atlas, z in 0..1
uniform vec4 u_direction[kBatch];       // xyz towards the light; w mm along it
uniform sampler2D t_depths;
uniform sampler2D t_openness;      // here: positions
uniform sampler2D t_translucency;  // here: normals
uniform float u_share;             // so that an open vertex gathers 1

layout(location = 0) out vec4 o_openness;
layout(location = 1) out vec4 o_translucency;

// Mean path of red light through thin flesh, mm. Assumption, by eye.
const float kThinMm = 5.0;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  vec4 position = texelFetch(t_openness, texel, 0);
  vec4 normal = texelFetch(t_translucency, texel, 0);
  vec4 openness = vec4(0.0), translucency = vec4(0.0);
  for (int i = 0; i < kBatch; ++i) {
    vec3 d = u_direction[i].xyz;
    float cosine = dot(normal.xyz, d);
    vec3 from = position.xyz + normal.xyz * (cosine > 0.0 ? normal.w : 0.0);
    vec3 place = (u_map_from_world[i] * vec4(from, 1.0)).xyz;
    float depth_mm = textureLod(t_depths, place.xy, 0.0).r * u_direction[i].w;
    float here_mm = place.z * u_direction[i].w;
    // Assumption: a soft edge of 1.5 mm against specks, and no flesh thinner than 0.6 mm.
    float open = clamp((depth_mm - here_mm) / 1.5 + 1.0, 0.0, 1.0);
    float thick_mm = max(here_mm - depth_mm, 0.6);
    openness += vec4(d, 1.0) * (open * max(cosine, 0.0));
    translucency += vec4(d, 1.0) * (exp(-thick_mm / kThinMm) * max(-cosine, 0.0));
  }
  o_openness = openness * (u_share * position.w);
  o_translucency = translucency * (u_share * position.w);
}
