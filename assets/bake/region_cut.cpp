#include "assets/bake/region_cut.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "assets/bake/error.h"

namespace bake {
namespace {

constexpr double kEdgeInsetMm = 4.0;
constexpr std::array<double, 2> kLidRings = {0.38, 0.7};  // shares of the way to the middle

}  // namespace

PartBuilder::PartBuilder(const Mesh& mesh, std::string name, std::string material) : mesh_(mesh) {
  part_.name = std::move(name);
  part_.material = std::move(material);
}

std::uint32_t PartBuilder::vertex_point(std::uint32_t vertex) {
  const auto [at, fresh] = vertex_points_.try_emplace(vertex, std::uint32_t(part_.points.size()));
  if (fresh) part_.points.push_back(Blend{{{vertex, 1.0}}, glm::dvec3(0), glm::dvec3(0)});
  return at->second;
}

std::uint32_t PartBuilder::add_point(Blend blend) {
  part_.points.push_back(std::move(blend));
  return std::uint32_t(part_.points.size() - 1);
}

void PartBuilder::add_quads(std::span<const std::uint32_t> quads) {
  for (const std::uint32_t q : quads) {
    Face face;
    for (std::size_t k = 0; k < 4; ++k)
      face[k] = {vertex_point(mesh_.quads[q].vertices[k]), mesh_.uvs[mesh_.quads[q].uvs[k]]};
    part_.faces.push_back(face);
  }
}

glm::dvec2 uv_at(const Mesh& mesh, std::uint32_t quad, std::uint32_t vertex) {
  for (std::size_t k = 0; k < 4; ++k)
    if (mesh.quads[quad].vertices[k] == vertex) return mesh.uvs[mesh.quads[quad].uvs[k]];
  throw AssetError("human_full_size.json: faces: a vertex is not in the expected quad");
}

std::vector<std::vector<RimEdge>> open_rims(const Part& part) {
  std::map<Edge, int> uses;
  for (const Face& face : part.faces)
    for (std::size_t k = 0; k < 4; ++k) ++uses[edge_of(face[k].point, face[(k + 1) % 4].point)];
  std::map<std::uint32_t, RimEdge> by_start;
  for (const Face& face : part.faces)
    for (std::size_t k = 0; k < 4; ++k) {
      const Corner &a = face[k], &b = face[(k + 1) % 4];
      if (uses[edge_of(a.point, b.point)] != 1) continue;
      by_start[b.point] = {b, a, face[(k + 2) % 4], face[(k + 3) % 4]};
    }
  std::vector<std::vector<RimEdge>> rims;
  while (!by_start.empty()) {
    std::vector<RimEdge> rim;
    for (auto at = by_start.begin(); at != by_start.end(); at = by_start.find(rim.back().right.point)) {
      rim.push_back(at->second);
      by_start.erase(at);
    }
    rims.push_back(std::move(rim));
  }
  return rims;
}

void close_rim(PartBuilder& builder, const std::vector<RimEdge>& rim, std::span<const glm::dvec3> base_mm) {
  const std::size_t n = rim.size();
  std::vector<Blend> edge(n);
  std::vector<std::pair<const Blend*, double>> shares;
  for (std::size_t i = 0; i < n; ++i) edge[i] = builder.part().points[rim[i].left.point];
  for (const Blend& point : edge) shares.emplace_back(&point, 1.0 / double(n));
  const Blend middle = mix(shares);
  const auto place = [&](const Blend& blend) {
    glm::dvec3 sum(0);
    for (const auto& [vertex, weight] : blend.terms) sum += weight * base_mm[vertex];
    return sum;
  };
  double radius = 0;
  for (const Blend& point : edge) radius += glm::length(place(point) - place(middle)) / double(n);

  std::vector<double> inset = {kEdgeInsetMm / radius};
  inset.insert(inset.end(), kLidRings.begin(), kLidRings.end());
  const auto run_on = [&](const Corner& at, const Corner& behind, double share) {
    const double length =
        glm::length(place(builder.part().points[at.point]) - place(builder.part().points[behind.point]));
    return at.uv + (at.uv - behind.uv) * (share * radius / std::max(length, 1.0)) * 0.5;
  };
  std::vector<std::uint32_t> outer(n), inner(n);
  for (std::size_t i = 0; i < n; ++i) outer[i] = rim[i].left.point;
  double outer_share = 0;
  for (const double share : inset) {
    for (std::size_t i = 0; i < n; ++i) inner[i] = builder.add_point(mix(edge[i], middle, share));
    for (std::size_t i = 0; i < n; ++i) {
      const RimEdge& e = rim[i];
      const std::size_t j = (i + 1) % n;
      builder.add_face({{{outer[i], run_on(e.left, e.behind_left, outer_share)},
                         {outer[j], run_on(e.right, e.behind_right, outer_share)},
                         {inner[j], run_on(e.right, e.behind_right, share)},
                         {inner[i], run_on(e.left, e.behind_left, share)}}});
    }
    outer = inner;
    outer_share = share;
  }
  const std::uint32_t centre = builder.add_point(middle);
  for (std::size_t i = 0; i < n; i += 2) {
    const RimEdge &e = rim[i], &f = rim[i + 1];
    builder.add_face({{{outer[i], run_on(e.left, e.behind_left, outer_share)},
                       {outer[i + 1], run_on(e.right, e.behind_right, outer_share)},
                       {outer[(i + 2) % n], run_on(f.right, f.behind_right, outer_share)},
                       {centre, run_on(e.right, e.behind_right, 1.0)}}});
  }
}

}  // namespace bake
