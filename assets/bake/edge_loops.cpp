#include "assets/bake/edge_loops.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "assets/bake/error.h"

namespace bake {

Edge edge_of(std::uint32_t a, std::uint32_t b) {
  return {std::min(a, b), std::max(a, b)};
}

EdgeLoops::EdgeLoops(const Mesh& mesh, const std::string& group) : mesh_(mesh) {
  for (std::uint32_t q = 0; q < mesh.quads.size(); ++q) {
    if (mesh.quads[q].group != group) continue;
    quads_.push_back(q);
    const auto& v = mesh.quads[q].vertices;
    for (std::size_t k = 0; k < 4; ++k) {
      edge_quads_[edge_of(v[k], v[(k + 1) % 4])].push_back(q);
      neighbours_[v[k]].insert({v[(k + 1) % 4], v[(k + 3) % 4]});
    }
  }
}

const std::vector<std::uint32_t>& EdgeLoops::quads_at(std::uint32_t a, std::uint32_t b) const {
  const auto found = edge_quads_.find(edge_of(a, b));
  if (found == edge_quads_.end())
    throw AssetError("human_full_size.json: faces: an expected edge is missing");
  return found->second;
}

std::uint32_t EdgeLoops::straight_on(std::uint32_t a, std::uint32_t b) const {
  std::set<std::uint32_t> ahead = neighbours_.at(b);
  if (ahead.size() != 4)
    throw AssetError("human_full_size.json: faces: an expected edge ring is interrupted");
  for (const std::uint32_t q : quads_at(a, b))
    for (const std::uint32_t v : mesh_.quads[q].vertices) ahead.erase(v);
  if (ahead.size() != 1)
    throw AssetError("human_full_size.json: faces: an expected edge ring is interrupted");
  return *ahead.begin();
}

std::vector<std::uint32_t> EdgeLoops::ring(std::uint32_t a, std::uint32_t b) const {
  std::vector<std::uint32_t> ring = {a, b};
  while (ring.size() < 1000) {
    const std::uint32_t next = straight_on(ring[ring.size() - 2], ring.back());
    if (next == a) return ring;
    ring.push_back(next);
  }
  throw AssetError("human_full_size.json: faces: an expected edge ring does not close");
}

std::vector<std::uint32_t> EdgeLoops::next_ring(std::span<const std::uint32_t> from,
                                                std::uint32_t towards) const {
  std::vector<std::uint32_t> out = {towards};
  for (std::size_t i = 0; i + 1 < from.size(); ++i) {
    // The quad that holds from[i], from[i + 1] and the last vertex found; its fourth corner comes next.
    const std::uint32_t last = out.back();
    std::set<std::uint32_t> fourth;
    for (const std::uint32_t q : quads_at(from[i], from[i + 1])) {
      const auto& v = mesh_.quads[q].vertices;
      if (std::find(v.begin(), v.end(), last) != v.end()) fourth.insert(v.begin(), v.end());
    }
    for (const std::uint32_t known : {from[i], from[i + 1], last}) fourth.erase(known);
    if (fourth.size() != 1)
      throw AssetError("human_full_size.json: faces: two expected edge rings do not match");
    out.push_back(*fourth.begin());
  }
  return out;
}

std::vector<std::uint32_t> EdgeLoops::side_of(std::span<const std::vector<std::uint32_t>> rings,
                                              std::uint32_t seed_vertex) const {
  std::set<Edge> walls;
  for (const auto& ring : rings)
    for (std::size_t i = 0; i < ring.size(); ++i) walls.insert(edge_of(ring[i], ring[(i + 1) % ring.size()]));
  std::vector<std::uint32_t> open;
  for (const std::uint32_t q : quads_) {
    const auto& v = mesh_.quads[q].vertices;
    if (std::find(v.begin(), v.end(), seed_vertex) != v.end()) open.push_back(q);
  }
  std::set<std::uint32_t> inside(open.begin(), open.end());
  while (!open.empty()) {
    const std::uint32_t q = open.back();
    open.pop_back();
    const auto& v = mesh_.quads[q].vertices;
    for (std::size_t k = 0; k < 4; ++k) {
      if (walls.contains(edge_of(v[k], v[(k + 1) % 4]))) continue;
      for (const std::uint32_t other : quads_at(v[k], v[(k + 1) % 4]))
        if (inside.insert(other).second) open.push_back(other);
    }
  }
  return {inside.begin(), inside.end()};
}

std::map<std::uint32_t, std::uint32_t> mirror_of(const Mesh& mesh, const std::string& group) {
  const auto key = [](const glm::dvec3& p) {
    return std::tuple(std::llround(p.x * 100), std::llround(p.y * 100), std::llround(p.z * 100));
  };
  std::map<std::tuple<long long, long long, long long>, std::uint32_t> at;
  const std::vector<std::uint32_t>& vertices = mesh.group(group);
  for (const std::uint32_t v : vertices) at[key(mesh.positions_mm[v])] = v;
  std::map<std::uint32_t, std::uint32_t> mirror;
  for (const std::uint32_t v : vertices) {
    const auto found = at.find(key(mesh.positions_mm[v] * glm::dvec3(-1, 1, 1)));
    if (found == at.end()) throw AssetError("human_full_size.json: vertices: the body is not symmetric");
    mirror[v] = found->second;
  }
  return mirror;
}

}  // namespace bake
