#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <utility>
#include <vector>

#include "render/file/shared_array.h"

namespace render {

/// Sparse displacement of a cage: points[i] moves by deltas_mm[i] at weight 1.
struct MorphTarget {
  std::string name;  // path as in the mesh manifest, e.g. `expression/units/caucasian/eyebrows-left-down`
  SharedArray<std::uint32_t> points;
  SharedArray<glm::vec3> deltas_mm;
};

/// A control mesh with welded points and texture coordinates per face corner, so that it can be subdivided
/// without seams. Faces have 3 or 4 corners.
struct Cage {
  std::string name;      // `skin`, `eyes`, ...
  std::string material;  // name only; what it looks like is the scene's business
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec2> uvs;              // v up
  std::vector<std::uint8_t> face_sizes;    // 3 or 4 per face
  std::vector<std::uint32_t> face_points;  // corners, sum of face_sizes
  std::vector<std::uint32_t> face_uvs;     // corners, sum of face_sizes; empty when there are no uvs
  std::vector<MorphTarget> targets;
};

/// Points of a part as the renderer draws them. A point may be drawn as several vertices where the texture
/// has a seam.
struct Topology {
  std::uint32_t point_count = 0;
  SharedArray<std::uint32_t> vertex_point;  // per vertex: its point
  SharedArray<glm::vec2> vertex_uv;         // per vertex, v up
  SharedArray<glm::uvec3> triangles;        // vertex indices, counter-clockwise from outside
  SharedArray<glm::uvec3> point_triangles;  // the same triangles as point indices
};

/// The same while it is being made.
struct TopologyDraft {
  std::uint32_t point_count = 0;
  std::vector<std::uint32_t> vertex_point;
  std::vector<glm::vec2> vertex_uv;
  std::vector<glm::uvec3> triangles, point_triangles;

  Topology finished() && {
    return {point_count, std::move(vertex_point), std::move(vertex_uv), std::move(triangles),
            std::move(point_triangles)};
  }
};

}  // namespace render
