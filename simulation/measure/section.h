#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace simulation {

/// A cutting plane with its own axes: `u` and `v` are unit vectors in the plane.
struct SectionPlane {
  glm::dvec3 origin_mm{0.0};
  glm::dvec3 u{1.0, 0.0, 0.0};
  glm::dvec3 v{0.0, 0.0, 1.0};
  glm::dvec3 normal() const;
};

/// Any two axes for a plane given by a point and a normal of any length but zero.
SectionPlane make_plane(const glm::dvec3& point_mm, const glm::dvec3& normal);

/// The closed loop of the cut that holds the plane's origin, or else the one that comes nearest to it, as
/// points in (u, v) mm in order along the loop. Only the triangles named in `subset` are cut. Empty when no
/// closed loop exists (plane misses the mesh, or the mesh is open there).
std::vector<glm::dvec2> cut_loop(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                                 std::span<const std::uint32_t> subset, const SectionPlane& plane);

/// Corners of the convex hull of a loop, counter-clockwise in (u, v), none twice: the path of a tape. Empty
/// for fewer than 3 points.
std::vector<glm::dvec2> convex_hull(std::vector<glm::dvec2> loop);
/// Length of the convex hull of a loop: what a tape reads that bridges hollows.
double hull_length_mm(std::vector<glm::dvec2> loop);
/// Enclosed area, positive whichever way round the loop runs.
double loop_area_mm2(std::span<const glm::dvec2> loop);
/// Area centroid of the loop.
glm::dvec2 loop_centroid_mm(std::span<const glm::dvec2> loop);
/// Distance from `centre` along the direction of `angle_rad` (0 is +u, quarter turn is +v) to the outermost
/// crossing of the loop; 0 when there is none.
double loop_radius_mm(std::span<const glm::dvec2> loop, const glm::dvec2& centre, double angle_rad);

/// Tape girth: cuts the mesh by the plane, takes the loop about the point (or nearest to it) and measures its
/// convex hull. 0 when the plane cuts no closed loop.
double tape_girth_mm(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                     const glm::dvec3& plane_point_mm, const glm::dvec3& plane_normal);

}  // namespace simulation
