#include "simulation/measure/section.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <numeric>
#include <utility>

namespace simulation {
namespace {

double cross2(const glm::dvec2& a, const glm::dvec2& b) {
  return a.x * b.y - a.y * b.x;
}

struct Cut {
  std::vector<std::uint64_t> edges;  // two per segment
  std::vector<glm::dvec2> points;    // two per segment
};

Cut cut_segments(std::span<const glm::vec3> points, std::span<const glm::uvec3> triangles,
                 std::span<const std::uint32_t> subset, const SectionPlane& plane) {
  Cut cut;
  const glm::dvec3 normal = plane.normal();
  for (const std::uint32_t index : subset) {
    const glm::uvec3 t = triangles[index];
    double d[3];
    for (int k = 0; k < 3; ++k) d[k] = glm::dot(glm::dvec3(points[t[k]]) - plane.origin_mm, normal);
    // A point on the plane counts as above it, so every edge is cut or not cut, never touched.
    if ((d[0] < 0) == (d[1] < 0) && (d[1] < 0) == (d[2] < 0)) continue;
    for (int k = 0; k < 3; ++k) {
      std::uint32_t a = t[k];
      std::uint32_t b = t[(k + 1) % 3];
      double da = d[k];
      double db = d[(k + 1) % 3];
      if ((da < 0) == (db < 0)) continue;
      if (a > b) {
        std::swap(a, b);
        std::swap(da, db);
      }
      const double s = da / (da - db);
      const glm::dvec3 p = glm::dvec3(points[a]) * (1.0 - s) + glm::dvec3(points[b]) * s - plane.origin_mm;
      cut.edges.push_back((std::uint64_t{a} << 32) | b);
      cut.points.emplace_back(glm::dot(p, plane.u), glm::dot(p, plane.v));
    }
  }
  return cut;
}

/// For each segment end the end that shares its mesh edge, or npos at an open border.
std::vector<std::size_t> link_ends(const Cut& cut) {
  std::vector<std::size_t> order(cut.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return cut.edges[a] != cut.edges[b] ? cut.edges[a] < cut.edges[b] : a < b;
  });
  std::vector<std::size_t> partner(cut.edges.size(), std::numeric_limits<std::size_t>::max());
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    if (cut.edges[order[i]] != cut.edges[order[i + 1]]) continue;
    partner[order[i]] = order[i + 1];
    partner[order[i + 1]] = order[i];
    ++i;
  }
  return partner;
}

bool holds_origin(std::span<const glm::dvec2> loop) {
  bool inside = false;
  for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
    const glm::dvec2 a = loop[i];
    const glm::dvec2 b = loop[j];
    if ((a.y > 0) != (b.y > 0) && 0 < (b.x - a.x) * (0 - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

double distance_from_origin(std::span<const glm::dvec2> loop) {
  if (holds_origin(loop)) return -1.0;
  double best = std::numeric_limits<double>::max();
  for (const glm::dvec2& p : loop) best = std::min(best, glm::length(p));
  return best;
}

}  // namespace

glm::dvec3 SectionPlane::normal() const {
  return glm::cross(u, v);
}

SectionPlane make_plane(const glm::dvec3& point_mm, const glm::dvec3& normal) {
  const glm::dvec3 n = glm::normalize(normal);
  const glm::dvec3 helper = std::abs(n.z) < 0.8 ? glm::dvec3(0, 0, 1) : glm::dvec3(1, 0, 0);
  const glm::dvec3 u = glm::normalize(glm::cross(helper, n));
  return {point_mm, u, glm::cross(n, u)};
}

std::vector<glm::dvec2> cut_loop(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                                 std::span<const std::uint32_t> subset, const SectionPlane& plane) {
  const Cut cut = cut_segments(points_mm, triangles, subset, plane);
  const std::vector<std::size_t> partner = link_ends(cut);
  std::vector<bool> used(cut.edges.size() / 2, false);
  std::vector<glm::dvec2> best;
  double best_distance = std::numeric_limits<double>::max();
  for (std::size_t first = 0; first < used.size(); ++first) {
    if (used[first]) continue;
    std::vector<glm::dvec2> loop;
    bool closed = false;
    std::size_t end = 2 * first;  // walk in at one end of a segment and out at the other
    while (true) {
      const std::size_t out = end ^ 1U;
      used[end / 2] = true;
      loop.push_back(cut.points[out]);
      end = partner[out];
      if (end == std::numeric_limits<std::size_t>::max()) break;
      if (end / 2 == first) {
        closed = true;
        break;
      }
      if (used[end / 2]) break;
    }
    if (!closed || loop.size() < 3) continue;
    const double distance = distance_from_origin(loop);
    if (distance < best_distance) {
      best_distance = distance;
      best = std::move(loop);
    }
  }
  return best;
}

std::vector<glm::dvec2> convex_hull(std::vector<glm::dvec2> p) {
  if (p.size() < 3) return {};
  std::sort(p.begin(), p.end(),
            [](const glm::dvec2& a, const glm::dvec2& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::vector<glm::dvec2> hull(2 * p.size());
  std::size_t k = 0;
  const auto add = [&](const glm::dvec2& q, std::size_t least) {
    while (k >= least && cross2(hull[k - 1] - hull[k - 2], q - hull[k - 2]) <= 0) --k;
    hull[k++] = q;
  };
  for (const glm::dvec2& q : p) add(q, 2);
  const std::size_t least = k + 1;
  for (std::size_t i = p.size() - 1; i-- > 0;) add(p[i], least);
  hull.resize(k - 1);  // the first corner came again at the end
  return hull;
}

double hull_length_mm(std::vector<glm::dvec2> loop) {
  const std::vector<glm::dvec2> hull = convex_hull(std::move(loop));
  double length = 0.0;
  for (std::size_t i = 0; i < hull.size(); ++i) length += glm::length(hull[(i + 1) % hull.size()] - hull[i]);
  return length;
}

double loop_area_mm2(std::span<const glm::dvec2> loop) {
  double twice = 0.0;
  for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) twice += cross2(loop[j], loop[i]);
  return std::abs(twice) / 2.0;
}

glm::dvec2 loop_centroid_mm(std::span<const glm::dvec2> loop) {
  double twice = 0.0;
  glm::dvec2 sum(0.0);
  for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
    const double c = cross2(loop[j], loop[i]);
    twice += c;
    sum += (loop[i] + loop[j]) * c;
  }
  return twice == 0.0 ? glm::dvec2(0.0) : sum / (3.0 * twice);
}

double loop_radius_mm(std::span<const glm::dvec2> loop, const glm::dvec2& centre, double angle_rad) {
  const glm::dvec2 dir(std::cos(angle_rad), std::sin(angle_rad));
  double best = 0.0;
  for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
    const glm::dvec2 a = loop[j] - centre;
    const glm::dvec2 b = loop[i] - centre;
    const double sa = cross2(dir, a);
    const double sb = cross2(dir, b);
    if ((sa < 0) == (sb < 0)) continue;
    const double s = sa / (sa - sb);
    best = std::max(best, glm::dot(dir, a + (b - a) * s));
  }
  return best;
}

double tape_girth_mm(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                     const glm::dvec3& plane_point_mm, const glm::dvec3& plane_normal) {
  std::vector<std::uint32_t> all(triangles.size());
  std::iota(all.begin(), all.end(), 0U);
  return hull_length_mm(cut_loop(points_mm, triangles, all, make_plane(plane_point_mm, plane_normal)));
}

}  // namespace simulation
