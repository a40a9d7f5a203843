#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "render/mesh/mesh.h"

namespace render {

/// A mesh as files hold it: one vertex per combination of position, uv and normal.
struct VertexMesh {
  struct Target {
    std::string name;
    std::vector<glm::vec3> deltas_mm;  // one per vertex
  };
  std::string name;
  std::string material;
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec2> uvs;  // empty or one per vertex
  std::vector<glm::uvec3> triangles;
  std::vector<Target> targets;
};

/// Joins vertices that never part (bit-identical position and deltas in every target) into points, in order
/// of first appearance, and drops faces and points that are left without use. With restore_quads two
/// consecutive triangles (a,b,c),(a,c,d) become one quad.
Cage weld(const VertexMesh& mesh, bool restore_quads);

/// Every vertex as a point of its own, in order, no faces.
Cage as_points(const VertexMesh& mesh);

}  // namespace render
