#pragma once

#include <Eigen/Core>
#include <array>
#include <span>
#include <vector>

#include "simulation/tissue/lattice.h"

namespace simulation {

/// The lattice points at which fields are known, apart from the tissue that made them.
struct FieldGrid {
  double cell_mm = 1.0;
  Eigen::Vector3d origin_mm = Eigen::Vector3d::Zero();
  std::array<int, 3> size{};     // points along x, y, z
  std::vector<int> free_points;  // grid index (x fastest) of the nodes that move, three unknowns each
  std::vector<int> held_points;  // grid index of nodes held at zero

  template <typename Self, typename Visit>
  static void visit_members(Self& self, Visit& visit) {
    visit(self.cell_mm, self.origin_mm.x(), self.origin_mm.y(), self.origin_mm.z(), self.size,
          self.free_points, self.held_points);
  }
};
FieldGrid field_grid(const Lattice& lattice);

/// Reads displacement fields of a lattice at any points. Between lattice points a field is tricubic
/// (Catmull-Rom: exact at the lattice points, no kink at cell borders); outside the tissue it is continued
/// from the nearest rows, and outside the box it is zero.
class FieldSampler {
 public:
  FieldSampler(FieldGrid grid, std::span<const Eigen::Vector3d> points_mm);

  /// One field (three values per free point) at all points.
  std::vector<Eigen::Vector3d> sample(std::span<const float> field) const;

 private:
  struct Place {
    int first = -1;  // grid index of the lowest corner; -1: outside the box
    Eigen::Vector3d within{0.0, 0.0, 0.0};
  };
  void plan_continuation();
  std::vector<Eigen::Vector3d> spread(std::span<const float> field) const;

  FieldGrid grid_;
  std::vector<Place> places_;
  /// Points without tissue in the order they are filled: the point, then where its sources start.
  struct Continued {
    int point;
    int first;
    int count;
  };
  std::vector<Continued> continued_;
  std::vector<std::pair<int, int>> sources_;  // near and far point in one direction; far -1: none
};

}  // namespace simulation
