#include "render/mesh/weld.h"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

namespace render {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Adding zero turns -0 into +0, which is the same place.
std::uint32_t bits(float value) {
  return std::bit_cast<std::uint32_t>(value + 0.0f);
}

std::uint64_t mix(std::uint64_t hash, std::uint32_t value) {
  hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t mix(std::uint64_t hash, const glm::vec3& v) {
  return mix(mix(mix(hash, bits(v.x)), bits(v.y)), bits(v.z));
}

bool never_part(const VertexMesh& mesh, std::size_t a, std::size_t b) {
  if (mesh.positions_mm[a] != mesh.positions_mm[b]) return false;
  for (const VertexMesh::Target& target : mesh.targets) {
    if (target.deltas_mm[a] != target.deltas_mm[b]) return false;
  }
  return true;
}

// The first vertex that never parts from each vertex; itself when it is the first.
std::vector<std::uint32_t> first_of_each(const VertexMesh& mesh) {
  const std::size_t count = mesh.positions_mm.size();
  std::vector<std::uint64_t> hashes(count, 0);
  for (std::size_t i = 0; i < count; ++i) hashes[i] = mix(hashes[i], mesh.positions_mm[i]);
  for (const VertexMesh::Target& target : mesh.targets) {
    for (std::size_t i = 0; i < count; ++i) hashes[i] = mix(hashes[i], target.deltas_mm[i]);
  }
  std::unordered_map<std::uint64_t, std::uint32_t> newest;  // head of the chain of firsts with that hash
  newest.reserve(count);
  std::vector<std::uint32_t> older(count, kNone);
  std::vector<std::uint32_t> first(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto [entry, fresh] = newest.try_emplace(hashes[i], kNone);
    std::uint32_t found = entry->second;
    while (found != kNone && !never_part(mesh, found, i)) found = older[found];
    first[i] = found == kNone ? i : found;
    if (found == kNone) {
      older[i] = entry->second;
      entry->second = i;
    }
  }
  return first;
}

struct Face {
  std::array<std::uint32_t, 4> vertices{};
  std::uint8_t size = 0;
};

// Neighbouring corners at the same point collapse; fewer than three are no face.
Face without_repeats(const Face& face, const std::vector<std::uint32_t>& first) {
  Face kept;
  for (std::uint8_t i = 0; i < face.size; ++i) {
    const std::uint32_t next = face.vertices[(i + 1) % face.size];
    if (first[face.vertices[i]] != first[next]) kept.vertices[kept.size++] = face.vertices[i];
  }
  const bool folded = kept.size == 4 && (first[kept.vertices[0]] == first[kept.vertices[2]] ||
                                         first[kept.vertices[1]] == first[kept.vertices[3]]);
  if (kept.size < 3 || folded) kept.size = 0;
  return kept;
}

std::vector<Face> collect_faces(const VertexMesh& mesh, bool restore_quads,
                                const std::vector<std::uint32_t>& first) {
  std::vector<Face> faces;
  faces.reserve(mesh.triangles.size());
  for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
    const glm::uvec3 t = mesh.triangles[i];
    Face face{{t.x, t.y, t.z, 0}, 3};
    if (restore_quads && i + 1 < mesh.triangles.size()) {
      const glm::uvec3 next = mesh.triangles[i + 1];
      if (next.x == t.x && next.y == t.z && next.z != t.y) {
        face = Face{{t.x, t.y, t.z, next.z}, 4};
        ++i;
      }
    }
    face = without_repeats(face, first);
    if (face.size != 0) faces.push_back(face);
  }
  return faces;
}

std::vector<MorphTarget> sparse_targets(const VertexMesh& mesh, const std::vector<std::uint32_t>& vertices) {
  std::vector<MorphTarget> targets;
  targets.reserve(mesh.targets.size());
  for (const VertexMesh::Target& dense : mesh.targets) {
    std::vector<std::uint32_t> points;
    std::vector<glm::vec3> deltas;
    for (std::uint32_t point = 0; point < vertices.size(); ++point) {
      const glm::vec3 delta = dense.deltas_mm[vertices[point]];
      if (delta == glm::vec3(0.0f)) continue;
      points.push_back(point);
      deltas.push_back(delta);
    }
    targets.push_back({dense.name, std::move(points), std::move(deltas)});
  }
  return targets;
}

// One uv index per different uv of a point, so that only true seams part.
void add_uvs(Cage& cage, const VertexMesh& mesh, const std::vector<std::uint32_t>& corner_vertices) {
  if (mesh.uvs.empty()) return;
  std::vector<std::uint32_t> newest(cage.positions_mm.size(), kNone);
  std::vector<std::uint32_t> older;
  cage.face_uvs.reserve(corner_vertices.size());
  for (std::size_t corner = 0; corner < corner_vertices.size(); ++corner) {
    const glm::vec2 uv = mesh.uvs[corner_vertices[corner]];
    const std::uint32_t point = cage.face_points[corner];
    std::uint32_t found = newest[point];
    while (found != kNone && cage.uvs[found] != uv) found = older[found];
    if (found == kNone) {
      found = static_cast<std::uint32_t>(cage.uvs.size());
      cage.uvs.push_back(uv);
      older.push_back(newest[point]);
      newest[point] = found;
    }
    cage.face_uvs.push_back(found);
  }
}

}  // namespace

Cage weld(const VertexMesh& mesh, bool restore_quads) {
  const std::vector<std::uint32_t> first = first_of_each(mesh);
  const std::vector<Face> faces = collect_faces(mesh, restore_quads, first);

  std::vector<std::uint32_t> point_of_first(first.size(), kNone);
  for (const Face& face : faces) {
    for (std::uint8_t i = 0; i < face.size; ++i) point_of_first[first[face.vertices[i]]] = 0;
  }
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    if (point_of_first[i] == kNone) continue;
    point_of_first[i] = static_cast<std::uint32_t>(used.size());
    used.push_back(i);
  }

  Cage cage;
  cage.name = mesh.name;
  cage.material = mesh.material;
  cage.positions_mm.reserve(used.size());
  for (const std::uint32_t vertex : used) cage.positions_mm.push_back(mesh.positions_mm[vertex]);
  std::vector<std::uint32_t> corner_vertices;
  for (const Face& face : faces) {
    cage.face_sizes.push_back(face.size);
    for (std::uint8_t i = 0; i < face.size; ++i) {
      cage.face_points.push_back(point_of_first[first[face.vertices[i]]]);
      corner_vertices.push_back(face.vertices[i]);
    }
  }
  add_uvs(cage, mesh, corner_vertices);
  cage.targets = sparse_targets(mesh, used);
  return cage;
}

Cage as_points(const VertexMesh& mesh) {
  Cage cage;
  cage.name = mesh.name;
  cage.material = mesh.material;
  cage.positions_mm = mesh.positions_mm;
  std::vector<std::uint32_t> all(mesh.positions_mm.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  cage.targets = sparse_targets(mesh, all);
  return cage;
}

}  // namespace render
