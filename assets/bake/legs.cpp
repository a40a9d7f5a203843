#include "assets/bake/legs.h"

#include <algorithm>
#include <glm/common.hpp>

#include "assets/bake/error.h"
#include "assets/bake/region_cut.h"

namespace bake {
namespace {

// An edge of the left thigh's ring just above the hem, and a vertex of the left big toe.
constexpr Edge kUpperRingEdge = {13332, 13351};
constexpr double kHemShareOfThigh = 0.32;  // of the way from the knee to the hip joint: 12 cm on a woman
// Heights of the new rows between the ring that stays (0) and the hem (1). The row close to the hem keeps the
// edge crisp under subdivision.
constexpr double kHemRows[] = {0.33, 0.66, 0.95, 1.0};
constexpr int kRingsBelow = 4;  // from the ring above the hem down to the one that stays

struct Column {
  std::vector<std::uint32_t> vertices;  // upwards
};

/// Where on a column a height lies: between vertices k and k + 1.
struct ColumnPlace {
  std::size_t k;
  double t;
};

ColumnPlace place_at(const Column& column, std::span<const glm::dvec3> posed, double y) {
  for (std::size_t k = 0; k + 1 < column.vertices.size(); ++k) {
    const double low = posed[column.vertices[k]].y, high = posed[column.vertices[k + 1]].y;
    if (y <= high || k + 2 == column.vertices.size()) return {k, (y - low) / (high - low)};
  }
  throw AssetError("human_full_size.json: the thigh has too few rows");
}

glm::dvec2 uv_between(const Mesh& mesh, const EdgeLoops& body, const Column& left, const Column& right,
                      bool on_left, const ColumnPlace& at) {
  std::uint32_t quad = 0;
  for (const std::uint32_t q : body.quads_at(left.vertices[at.k], left.vertices[at.k + 1])) {
    const auto& v = mesh.quads[q].vertices;
    // The quad between the two columns at this height of the wanted column.
    if (std::find(v.begin(), v.end(), right.vertices[at.k]) != v.end()) quad = q;
  }
  const Column& column = on_left ? left : right;
  return glm::mix(uv_at(mesh, quad, column.vertices[at.k]), uv_at(mesh, quad, column.vertices[at.k + 1]),
                  at.t);
}

std::vector<Column> thigh_columns(const EdgeLoops& body, const Mesh& mesh, const Edge& upper_edge) {
  std::vector<std::vector<std::uint32_t>> rings = {body.ring(upper_edge.first, upper_edge.second)};
  for (int i = 0; i < kRingsBelow; ++i) {
    const std::vector<std::uint32_t>& last = rings.back();
    std::uint32_t below = last[0];
    for (const std::uint32_t v : body.neighbours(last[0]))
      if (v != last[1] && v != last.back() && mesh.positions_mm[v].y < mesh.positions_mm[below].y) below = v;
    rings.push_back(body.next_ring(last, below));
  }
  std::vector<Column> columns(rings[0].size());
  for (auto ring = rings.rbegin(); ring != rings.rend(); ++ring)
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].vertices.push_back((*ring)[i]);
  return columns;
}

/// True when the columns run clockwise seen from above, so that faces must be turned round.
bool runs_clockwise(const std::vector<Column>& columns, std::span<const glm::dvec3> posed) {
  double area = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const glm::dvec3 &a = posed[columns[i].vertices[0]],
                     &b = posed[columns[(i + 1) % columns.size()].vertices[0]];
    area += a.z * b.x - b.z * a.x;
  }
  return area < 0;
}

/// Movement in x and z per unit of height along a column at a place.
glm::dvec2 slope_at(const Column& column, const ColumnPlace& at, std::span<const glm::dvec3> posed) {
  const glm::dvec3 along = posed[column.vertices[at.k + 1]] - posed[column.vertices[at.k]];
  return glm::dvec2(along.x, along.z) / along.y;
}

void add_thigh(PartBuilder& builder, HemLevel& hem, const Mesh& mesh, const EdgeLoops& body,
               const std::vector<Column>& columns, std::span<const glm::dvec3> posed, const Blend& level) {
  double hem_y = 0;
  for (const auto& [vertex, weight] : level.terms) hem_y += weight * posed[vertex].y;
  const bool flip = runs_clockwise(columns, posed);
  const std::size_t n = columns.size();
  std::vector<std::vector<std::uint32_t>> points(n);
  std::vector<std::vector<ColumnPlace>> places(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double foot_y = posed[columns[i].vertices[0]].y;
    points[i].push_back(builder.vertex_point(columns[i].vertices[0]));
    places[i].push_back({0, 0.0});
    for (const double row : kHemRows) {
      const ColumnPlace at = place_at(columns[i], posed, foot_y + row * (hem_y - foot_y));
      const Blend low{{{columns[i].vertices[at.k], 1.0}}, {}, {}};
      const Blend high{{{columns[i].vertices[at.k + 1], 1.0}}, {}, {}};
      places[i].push_back(at);
      points[i].push_back(builder.add_point(mix(low, high, at.t)));
    }
  }
  const std::size_t rim = hem.add_rim(level);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t row = 0; row < std::size(kHemRows); ++row)
      hem.add_point(points[i][row + 1], rim, points[i].back(), kHemRows[row],
                    slope_at(columns[i], places[i][row + 1], posed));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t row = 0; row + 1 < points[i].size(); ++row) {
      const std::size_t j = (i + 1) % n;
      const auto corner = [&](bool left, std::size_t r) {
        const std::size_t c = left ? i : j;
        const ColumnPlace& at = places[c][r];
        const glm::dvec2 uv = uv_between(mesh, body, columns[i], columns[j], left, at);
        return Corner{points[c][r], uv};
      };
      Face face = {corner(true, row), corner(false, row), corner(false, row + 1), corner(true, row + 1)};
      if (flip) std::reverse(face.begin(), face.end());
      builder.add_face(face);
    }
}

}  // namespace

Legs leg_skin(const Mesh& mesh, const EdgeLoops& body, std::span<const glm::dvec3> posed_mm) {
  PartBuilder builder(mesh, "skin", "skin");
  HemLevel hem;
  const auto mirror = mirror_of(mesh, "body");
  const Edge right_edge = {mirror.at(kUpperRingEdge.first), mirror.at(kUpperRingEdge.second)};
  const auto joints = [&](const char* left, const char* right) {
    Blend mean;
    for (const char* joint : {left, right})
      for (const std::uint32_t v : mesh.group(joint)) mean.terms.emplace_back(v, 1.0 / 16);
    return mean;
  };
  const Blend level = mix(joints("joint-l-knee", "joint-r-knee"),
                          joints("joint-l-upper-leg", "joint-r-upper-leg"), kHemShareOfThigh);
  for (const Edge& edge : {kUpperRingEdge, right_edge}) {
    const std::vector<Column> columns = thigh_columns(body, mesh, edge);
    std::vector<std::uint32_t> ring;
    std::uint32_t lowest = columns[0].vertices[0];
    for (const Column& column : columns) ring.push_back(column.vertices[0]);
    const double side = posed_mm[ring[0]].x;
    for (const std::uint32_t v : mesh.group("body"))
      if (posed_mm[v].x * side > 0 && posed_mm[v].y < posed_mm[lowest].y) lowest = v;
    builder.add_quads(body.side_of({{ring}}, lowest));
    add_thigh(builder, hem, mesh, body, columns, posed_mm, level);
  }
  const auto rims = open_rims(builder.part());
  for (const auto& rim : rims) {
    const std::size_t number = hem.add_rim(level);
    const std::size_t first_lid_point = builder.part().points.size();
    close_rim(builder, rim, posed_mm);
    for (std::size_t p = first_lid_point; p < builder.part().points.size(); ++p)
      hem.add_point(std::uint32_t(p), number, std::uint32_t(p), 1.0, glm::dvec2(0));
  }
  return {builder.take(), std::move(hem)};
}

}  // namespace bake
