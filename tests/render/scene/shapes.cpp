#include "tests/render/scene/shapes.h"

#include <cmath>

namespace render::testing_shapes {

Shape ball(float radius_mm, glm::vec3 centre_mm, int rings, int slices) {
  constexpr float kPi = 3.14159265358979f;
  Shape shape;
  TopologyDraft topology;
  // Poles are one point per slice: degenerate triangles there do no harm.
  for (int r = 0; r <= rings; ++r)
    for (int s = 0; s < slices; ++s) {
      const float up = kPi * (static_cast<float>(r) / static_cast<float>(rings) - 0.5f);
      const float around = 2 * kPi * static_cast<float>(s) / static_cast<float>(slices);
      const glm::vec3 n(std::cos(up) * std::sin(around), std::sin(up), std::cos(up) * std::cos(around));
      shape.normals.push_back(n);
      shape.positions_mm.push_back(centre_mm + radius_mm * n);
    }
  topology.point_count = static_cast<std::uint32_t>(shape.positions_mm.size());
  for (int r = 0; r <= rings; ++r)
    for (int s = 0; s <= slices; ++s) {
      topology.vertex_point.push_back(static_cast<std::uint32_t>(r * slices + s % slices));
      topology.vertex_uv.emplace_back(static_cast<float>(s) / static_cast<float>(slices),
                                      static_cast<float>(r) / static_cast<float>(rings));
    }
  const auto vertex = [slices](int r, int s) { return static_cast<std::uint32_t>(r * (slices + 1) + s); };
  for (int r = 0; r < rings; ++r)
    for (int s = 0; s < slices; ++s) {
      topology.triangles.emplace_back(vertex(r, s), vertex(r, s + 1), vertex(r + 1, s + 1));
      topology.triangles.emplace_back(vertex(r, s), vertex(r + 1, s + 1), vertex(r + 1, s));
    }
  for (const glm::uvec3& t : topology.triangles)
    topology.point_triangles.emplace_back(topology.vertex_point[t.x], topology.vertex_point[t.y],
                                          topology.vertex_point[t.z]);
  shape.topology = std::move(topology).finished();
  return shape;
}

PartId add(Renderer& renderer, const Shape& shape, MaterialKind kind) {
  Material material;
  material.kind = kind;
  const PartId id = renderer.add_part(shape.topology, material);
  renderer.upload(id, shape.positions_mm, shape.normals);
  return id;
}

SceneView front_view(double height_mm) {
  SceneView view;
  view.camera.eye_mm = {0, 0, 1000};
  view.camera.target_mm = {0, 0, 0};
  view.camera.orthographic = true;
  view.camera.ortho_height_mm = height_mm;
  view.camera.near_mm = 10;
  view.camera.far_mm = 3000;
  return view;
}

}  // namespace render::testing_shapes
