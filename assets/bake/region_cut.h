#pragma once

#include <map>
#include <span>
#include <vector>

#include "assets/bake/edge_loops.h"
#include "assets/bake/part.h"

namespace bake {

/// Part under construction from base quads.
class PartBuilder {
 public:
  PartBuilder(const Mesh& mesh, std::string name, std::string material);

  /// Adds base quads as they are.
  void add_quads(std::span<const std::uint32_t> quads);
  /// Point that is exactly a base vertex; the same vertex gives the same point.
  std::uint32_t vertex_point(std::uint32_t vertex);
  std::uint32_t add_point(Blend blend);
  void add_face(const Face& face) { part_.faces.push_back(face); }
  const Part& part() const { return part_; }
  Part take() { return std::move(part_); }

 private:
  const Mesh& mesh_;
  Part part_;
  std::map<std::uint32_t, std::uint32_t> vertex_points_;
};

/// Texture coordinate of a vertex in a quad.
glm::dvec2 uv_at(const Mesh& mesh, std::uint32_t quad, std::uint32_t vertex);

/// One edge of an open rim with the two corners of the same quad behind it. `left` to `right` is the
/// direction in which a face outside the rim must run.
struct RimEdge {
  Corner left, right;
  Corner behind_left, behind_right;
};

/// Open rims of a part: edges with one face, chained; every rim starts at its lowest point index.
std::vector<std::vector<RimEdge>> open_rims(const Part& part);

/// Closes a rim with a flat lid of rings: one close to the rim, so that subdivision keeps the edge, then
/// evenly towards the middle. Texture coordinates run on in the direction of the skin behind the rim.
/// The rim must have an even number of edges.
void close_rim(PartBuilder& builder, const std::vector<RimEdge>& rim, std::span<const glm::dvec3> base_mm);

}  // namespace bake
