#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "assets/bake/package.h"

namespace bake {

using Edge = std::pair<std::uint32_t, std::uint32_t>;  // lower vertex first
Edge edge_of(std::uint32_t a, std::uint32_t b);

/// Neighbourhood of the quads of one group.
class EdgeLoops {
 public:
  EdgeLoops(const Mesh& mesh, const std::string& group);

  /// Quad indices (into Mesh::quads) of the group.
  const std::vector<std::uint32_t>& quads() const { return quads_; }
  /// Quads at an edge, at most two.
  const std::vector<std::uint32_t>& quads_at(std::uint32_t a, std::uint32_t b) const;

  /// The closed ring of vertices that runs on straight from edge a-b. AssetError if it does not close.
  std::vector<std::uint32_t> ring(std::uint32_t a, std::uint32_t b) const;
  /// The ring one quad away from `from`, in the same order, on the side where `towards` holds the vertex next
  /// to from[0]. AssetError if the two rings do not match vertex by vertex.
  std::vector<std::uint32_t> next_ring(std::span<const std::uint32_t> from, std::uint32_t towards) const;
  /// Quads reachable from `seed` without crossing a ring edge, in ascending order.
  std::vector<std::uint32_t> side_of(std::span<const std::vector<std::uint32_t>> rings,
                                     std::uint32_t seed_vertex) const;
  /// Vertices joined to this one by an edge.
  const std::set<std::uint32_t>& neighbours(std::uint32_t vertex) const { return neighbours_.at(vertex); }

 private:
  std::uint32_t straight_on(std::uint32_t a, std::uint32_t b) const;

  const Mesh& mesh_;
  std::vector<std::uint32_t> quads_;
  std::map<Edge, std::vector<std::uint32_t>> edge_quads_;
  std::map<std::uint32_t, std::set<std::uint32_t>> neighbours_;
};

/// Vertex at the mirrored position (x -> -x) of each vertex of a group. AssetError if one has no partner.
std::map<std::uint32_t, std::uint32_t> mirror_of(const Mesh& mesh, const std::string& group);

}  // namespace bake
