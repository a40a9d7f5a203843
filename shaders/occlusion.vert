#version 330 core
// One point per vertex: the texel that gathers what that vertex sees of a batch of directions.
layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;

const int kBatch = 8;
uniform mat4 u_map_from_world[kBatch];  // texture space of the atlas, z in 0..1
uniform vec4 u_direction[kBatch];       // xyz towards the light; w mm along it
uniform sampler2D t_depths;
uniform float u_lift_mm;
uniform int u_occlusion_base;
uniform int u_occlusion_width;
uniform int u_occlusion_height;

flat out vec4 v_openness;
flat out vec4 v_translucency;

// Mean path of red light through thin flesh, mm.
const float kThinMm = 5.0;

void main() {
  v_openness = vec4(0.0);
  v_translucency = vec4(0.0);
  for (int i = 0; i < kBatch; ++i) {
    vec3 d = u_direction[i].xyz;
    float cosine = dot(a_normal, d);
    vec3 from = a_position + a_normal * (cosine > 0.0 ? u_lift_mm : 0.0);
    vec3 place = (u_map_from_world[i] * vec4(from, 1.0)).xyz;
    float depth_mm = textureLod(t_depths, place.xy, 0.0).r * u_direction[i].w;
    float here_mm = place.z * u_direction[i].w;
    if (cosine > 0.0) {
      float open = clamp((depth_mm - here_mm) / 1.5 + 1.0, 0.0, 1.0);
      v_openness += vec4(d, 1.0) * (open * cosine);
    } else {
      float thick_mm = max(here_mm - depth_mm, 0.6);
      v_translucency += vec4(d, 1.0) * (exp(-thick_mm / kThinMm) * -cosine);
    }
  }
  int cell = u_occlusion_base + gl_VertexID;
  vec2 place = vec2(cell % u_occlusion_width, cell / u_occlusion_width) + 0.5;
  gl_Position = vec4(place / vec2(u_occlusion_width, u_occlusion_height) * 2.0 - 1.0, 0.0, 1.0);
  gl_PointSize = 1.0;
}
