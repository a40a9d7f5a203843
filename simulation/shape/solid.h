#pragma once

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <vector>

namespace simulation {

/// A rounded solid as blended balls, tapered rods and ellipsoids, given by its signed distance (mm, negative
/// inside). Pieces flow into one another over `blend_mm`.
class Solid {
 public:
  explicit Solid(double blend_mm) : blend_mm_(blend_mm) {}

  /// Rod from a to b with radii ra and rb.
  Solid& rod(const glm::dvec3& a, double ra, const glm::dvec3& b, double rb);
  /// One smooth limb through all points (x, y, z, radius).
  Solid& chain(const std::vector<glm::dvec4>& points_and_radii);
  /// Ellipsoid with half axes along x, y, z.
  Solid& ellipsoid(const glm::dvec3& centre, const glm::dvec3& half_axes);

  /// Takes an ellipsoid away from all that is there, whenever it was added.
  Solid& hollow(const glm::dvec3& centre, const glm::dvec3& half_axes);

  double distance_mm(const glm::dvec3& point) const;

  struct Box {
    glm::dvec3 low, high;
  };
  /// Holds the surface with some room.
  Box bounds() const;

  struct Surface {
    std::vector<glm::dvec3> points;
    std::vector<glm::uvec3> triangles;  // counter-clockwise from outside in a right-handed frame
  };
  /// Closed surface on a lattice of `step_mm`, one point per cell that the surface crosses.
  Surface surface(double step_mm) const;

 private:
  struct Rod {
    glm::dvec3 a, b;
    double ra, rb;
  };
  struct Ellipsoid {
    glm::dvec3 centre, half_axes;
  };
  static double distance_to(const Ellipsoid& e, const glm::dvec3& p);
  struct Lattice;
  void fill(Lattice& lattice) const;
  void fill_block(Lattice& lattice, int x0, int y0, int z0, bool near) const;

  double blend_mm_;
  std::vector<std::vector<Rod>> limbs_;  // rods of a limb join without swelling
  std::vector<Ellipsoid> ellipsoids_;
  std::vector<Ellipsoid> hollows_;
};

}  // namespace simulation
