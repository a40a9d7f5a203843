// The floor of the backdrop as a picture shows it.
uniform mat4 u_world_from_clip;
uniform vec4 u_floor;           // xyz centre mm, w half size mm
uniform vec2 u_foot_reach;      // half the width and depth of what stands on it, mm

// Which place of the floor a place of the picture shows: -1..1 across the map of its light, beyond it no floor. How low
// the camera may look along the floor is an assumption, art direction: feet that stand.
vec2 floor_place(vec2 ndc) {
  vec4 near = u_world_from_clip * vec4(ndc, -1.0, 1.0);
  vec4 far = u_world_from_clip * vec4(ndc, 1.0, 1.0);
  vec3 origin = near.xyz / near.w;
  vec3 ray = normalize(far.xyz / far.w - origin);
  // A level camera would see the floor as a line: it is shown as if from a few degrees above, hinged where the
  // nearest foot stands.
  vec3 flat_ray = normalize(vec3(ray.x, 0.0, ray.z));
  vec3 hinge_at = u_floor.xyz - flat_ray * dot(abs(flat_ray.xz), u_foot_reach);
  float to_hinge = dot(hinge_at - origin, flat_ray) / max(dot(ray, flat_ray), 0.05);
  vec3 hinge = origin + ray * to_hinge;
  float drop = max(-ray.y / max(length(ray.xz), 0.05), 0.10);
  vec3 hit = hinge + flat_ray * ((hinge.y - u_floor.y) / drop);
  return (hit.xz - u_floor.xz) / u_floor.w;
}
