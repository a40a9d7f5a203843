#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "render/mesh/mesh.h"
#include "render/scene/renderer.h"
#include "render/scene/scene_view.h"

namespace render::testing_shapes {

struct Shape {
  Topology topology;
  std::vector<glm::vec3> positions_mm, normals;
};

/// A ball as rings and slices; the seam has doubled vertices on the same points.
Shape ball(float radius_mm, glm::vec3 centre_mm = glm::vec3(0), int rings = 32, int slices = 64);

/// Adds the shape as a part and uploads it.
PartId add(Renderer& renderer, const Shape& shape, MaterialKind kind = MaterialKind::skin);

/// Orthographic, straight from the front, height_mm tall, looking at the origin.
SceneView front_view(double height_mm);

}  // namespace render::testing_shapes
