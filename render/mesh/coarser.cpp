#include "render/mesh/coarser.h"

#include <array>
#include <cstdint>
#include <optional>

namespace render {
namespace {

using Quad = std::array<std::uint32_t, 4>;

std::optional<Quad> quad_of(std::span<const glm::uvec3> triangles, std::size_t quad) {
  if (2 * quad + 1 >= triangles.size()) return std::nullopt;
  const glm::uvec3 a = triangles[2 * quad], b = triangles[2 * quad + 1];
  if (a.x != b.x || a.z != b.y) return std::nullopt;
  return Quad{a.x, a.y, a.z, b.z};
}

/// A face before its last halving: corners and, each behind the corner of its number, middles of edges.
struct Parent {
  std::size_t count = 0;  // corners, and quads it became
  Quad corners{}, middles{};
  std::uint32_t centre = 0;
};

/// The `count` quads from `first` on, if they are the children of one face: they share its centre, and each
/// ends at an edge where the next begins.
std::optional<Parent> parent_of(std::span<const glm::uvec3> triangles, std::size_t first, std::size_t count) {
  std::array<Quad, 4> children{};
  for (std::size_t i = 0; i < count; ++i) {
    const auto quad = quad_of(triangles, first + i);
    if (!quad) return std::nullopt;
    children[i] = *quad;
  }
  for (const std::uint32_t centre : children[0]) {
    Parent parent{count, {}, {}, centre};
    Quad before{};
    bool fits = true;
    for (std::size_t i = 0; i < count && fits; ++i) {
      std::size_t at = 0;
      while (at < 4 && children[i][at] != centre) ++at;
      fits = at < 4;
      if (!fits) break;
      parent.middles[i] = children[i][(at + 3) % 4];
      before[i] = children[i][(at + 1) % 4];
      parent.corners[i] = children[i][(at + 2) % 4];
    }
    for (std::size_t i = 0; i < count && fits; ++i) fits = parent.middles[i] == before[(i + 1) % count];
    if (fits) return parent;
  }
  return std::nullopt;
}

/// None when the triangles are in no such order.
std::vector<Parent> parents_of(std::span<const glm::uvec3> triangles) {
  std::vector<Parent> parents;
  parents.reserve(triangles.size() / 8 + 1);
  for (std::size_t quad = 0; 2 * quad < triangles.size(); quad += parents.back().count) {
    auto parent = parent_of(triangles, quad, 4);
    if (!parent) parent = parent_of(triangles, quad, 3);
    if (!parent) return {};
    parents.push_back(*parent);
  }
  return parents;
}

/// Whether that holds for any of the parent's corners, middles and centre.
template <class Visit>
bool any_point(const Parent& parent, std::span<const std::uint32_t> vertex_point, const Visit& holds) {
  if (holds(vertex_point[parent.centre])) return true;
  for (std::size_t i = 0; i < parent.count; ++i)
    if (holds(vertex_point[parent.corners[i]]) || holds(vertex_point[parent.middles[i]])) return true;
  return false;
}

/// Without its middles.
void add_whole(const Parent& parent, std::vector<glm::uvec3>& out) {
  const Quad& c = parent.corners;
  out.emplace_back(c[0], c[1], c[2]);
  if (parent.count == 4) out.emplace_back(c[0], c[2], c[3]);
}

/// As a fan about its centre, with the middles that `has` names by their corner.
template <class Has>
void add_fan(const Parent& parent, const Has& has, std::vector<glm::uvec3>& out) {
  for (std::size_t i = 0; i < parent.count; ++i) {
    const std::uint32_t from = parent.corners[i], to = parent.corners[(i + 1) % parent.count];
    if (has(i)) {
      out.emplace_back(parent.centre, from, parent.middles[i]);
      out.emplace_back(parent.centre, parent.middles[i], to);
    } else {
      out.emplace_back(parent.centre, from, to);
    }
  }
}

}  // namespace

std::vector<glm::uvec3> coarser_triangles(std::span<const glm::uvec3> triangles,
                                          std::span<const std::uint32_t> vertex_point,
                                          const std::vector<bool>& keep) {
  const std::vector<Parent> parents = parents_of(triangles);
  std::vector<glm::uvec3> coarser;
  coarser.reserve(triangles.size() / 4 + 2);
  if (keep.empty()) {
    for (const Parent& parent : parents) add_whole(parent, coarser);
    return coarser;
  }
  std::vector<bool> halved(parents.size()), shared(keep.size());
  for (std::size_t i = 0; i < parents.size(); ++i) {
    halved[i] = any_point(parents[i], vertex_point, [&](std::uint32_t point) { return keep[point]; });
    for (std::size_t k = 0; halved[i] && k < parents[i].count; ++k)
      shared[vertex_point[parents[i].middles[k]]] = true;
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const Parent& parent = parents[i];
    const std::size_t end = first + 2 * parent.count;
    const auto has = [&](std::size_t k) { return shared[vertex_point[parent.middles[k]]]; };
    bool meets = false;
    for (std::size_t k = 0; k < parent.count; ++k) meets = meets || has(k);
    if (halved[i])
      coarser.insert(coarser.end(), triangles.begin() + static_cast<std::ptrdiff_t>(first),
                     triangles.begin() + static_cast<std::ptrdiff_t>(end));
    else if (meets)
      add_fan(parent, has, coarser);
    else
      add_whole(parent, coarser);
    first = end;
  }
  return coarser;
}

}  // namespace render
