#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "assets/bake/part.h"

namespace bake {

/// Displacements that are not zero, by vertex.
struct SparseTarget {
  std::vector<std::uint32_t> vertices;  // ascending
  std::vector<glm::vec3> deltas;
};

/// A part as it is stored: vertices split where texture coordinates differ.
struct GlbPart {
  std::string name, material;
  std::vector<glm::vec3> positions;
  std::vector<glm::vec2> uvs;  // v down as in glTF; empty for landmarks
  std::vector<std::uint32_t> indices;
  std::vector<std::uint32_t> vertex_point;  // not stored; point of each vertex
  std::vector<SparseTarget> targets;
};

/// Splits a part into vertices in the order of its faces. A part without faces gets one degenerate triangle
/// per point, so that importers keep the points.
GlbPart glb_part(const Part& part, const std::vector<glm::dvec3>& positions_mm);
void add_target(GlbPart& part, const std::vector<glm::dvec3>& displacements_mm);

/// Bytes of a binary glTF 2.0 file; equal input gives equal bytes. Every part has target_names.size()
/// targets.
std::vector<std::uint8_t> glb_bytes(const std::vector<GlbPart>& parts,
                                    const std::vector<std::string>& target_names);

}  // namespace bake
