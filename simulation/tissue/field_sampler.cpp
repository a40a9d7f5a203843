#include "simulation/tissue/field_sampler.h"

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

constexpr int kCubicRows = 3;  // rows of points continued beyond the tissue

std::array<double, 4> cubic(double u) {
  return {0.5 * u * (-1.0 + u * (2.0 - u)), 1.0 + 0.5 * u * u * (-5.0 + 3.0 * u),
          0.5 * u * (1.0 + u * (4.0 - 3.0 * u)), 0.5 * u * u * (u - 1.0)};
}

}  // namespace

FieldGrid field_grid(const Lattice& lattice) {
  FieldGrid out;
  out.cell_mm = lattice.cell_mm();
  out.origin_mm = lattice.origin_mm();
  out.size = lattice.grid();
  for (int node = 0; node < lattice.node_count(); ++node) {
    (lattice.unknown(node) < 0 ? out.held_points : out.free_points).push_back(lattice.grid_index(node));
  }
  return out;
}

FieldSampler::FieldSampler(FieldGrid grid, std::span<const Eigen::Vector3d> points_mm)
    : grid_(std::move(grid)) {
  for (const Eigen::Vector3d& p : points_mm) {
    Place place;
    const Eigen::Vector3d at = (p - grid_.origin_mm) / grid_.cell_mm;
    int corner[3];
    bool inside = true;
    for (int axis = 0; axis < 3; ++axis) {
      const int last = grid_.size[static_cast<std::size_t>(axis)] - 1;
      inside = inside && at[axis] >= 0.0 && at[axis] <= last;
      corner[axis] = std::clamp(static_cast<int>(std::floor(at[axis])), 0, std::max(0, last - 1));
      place.within[axis] = at[axis] - corner[axis];
    }
    if (inside) place.first = corner[0] + grid_.size[0] * (corner[1] + grid_.size[1] * corner[2]);
    places_.push_back(place);
  }
  plan_continuation();
}

void FieldSampler::plan_continuation() {
  const int count = grid_.size[0] * grid_.size[1] * grid_.size[2];
  constexpr int kUnknown = 1 << 20;
  std::vector<int> row(static_cast<std::size_t>(count), kUnknown);
  for (const int p : grid_.free_points) row[static_cast<std::size_t>(p)] = 0;
  for (const int p : grid_.held_points) row[static_cast<std::size_t>(p)] = 0;
  const int strides[3] = {1, grid_.size[0], grid_.size[0] * grid_.size[1]};
  const auto reach = [&](int p, int axis, int steps) {
    const int at = p / strides[axis] % grid_.size[static_cast<std::size_t>(axis)] + steps;
    return at >= 0 && at < grid_.size[static_cast<std::size_t>(axis)] ? p + steps * strides[axis] : -1;
  };
  for (int now = 1; now <= kCubicRows; ++now) {
    for (int p = 0; p < count; ++p) {
      if (row[static_cast<std::size_t>(p)] != kUnknown) continue;
      Continued next{p, static_cast<int>(sources_.size()), 0};
      // Across the limb only: y runs along it and its ends are held.
      for (const int axis : {0, 2}) {
        for (const int way : {-1, 1}) {
          const int near = reach(p, axis, way);
          if (near < 0 || row[static_cast<std::size_t>(near)] >= now) continue;
          const int far = reach(p, axis, 2 * way);
          const bool known = far >= 0 && row[static_cast<std::size_t>(far)] < now;
          sources_.emplace_back(near, known ? far : -1);
          ++next.count;
        }
      }
      if (next.count == 0) continue;
      continued_.push_back(next);
      row[static_cast<std::size_t>(p)] = now;
    }
  }
}

std::vector<Eigen::Vector3d> FieldSampler::spread(std::span<const float> field) const {
  std::vector<Eigen::Vector3d> out(static_cast<std::size_t>(grid_.size[0] * grid_.size[1] * grid_.size[2]),
                                   Eigen::Vector3d::Zero());
  for (std::size_t i = 0; i < grid_.free_points.size(); ++i) {
    out[static_cast<std::size_t>(grid_.free_points[i])] << field[3 * i], field[3 * i + 1], field[3 * i + 2];
  }
  for (const Continued& next : continued_) {
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    for (int k = next.first; k < next.first + next.count; ++k) {
      const auto [near, far] = sources_[static_cast<std::size_t>(k)];
      const Eigen::Vector3d& a = out[static_cast<std::size_t>(near)];
      sum += far < 0 ? a : Eigen::Vector3d(2.0 * a - out[static_cast<std::size_t>(far)]);
    }
    out[static_cast<std::size_t>(next.point)] = sum / next.count;
  }
  return out;
}

std::vector<Eigen::Vector3d> FieldSampler::sample(std::span<const float> field) const {
  const std::vector<Eigen::Vector3d> grid = spread(field);
  std::vector<Eigen::Vector3d> out;
  out.reserve(places_.size());
  const int strides[3] = {1, grid_.size[0], grid_.size[0] * grid_.size[1]};
  for (const Place& place : places_) {
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    if (place.first >= 0) {
      const std::array<double, 4> wx = cubic(place.within[0]);
      const std::array<double, 4> wy = cubic(place.within[1]);
      const std::array<double, 4> wz = cubic(place.within[2]);
      int steps[3][4];
      for (int axis = 0; axis < 3; ++axis) {
        const int size = grid_.size[static_cast<std::size_t>(axis)];
        const int at = place.first / strides[axis] % size;
        for (int k = 0; k < 4; ++k)
          steps[axis][k] = (std::clamp(at + k - 1, 0, size - 1) - at) * strides[axis];
      }
      for (int k = 0; k < 4; ++k) {
        for (int j = 0; j < 4; ++j) {
          const double w = wz[static_cast<std::size_t>(k)] * wy[static_cast<std::size_t>(j)];
          for (int i = 0; i < 4; ++i) {
            const int p = place.first + steps[2][k] + steps[1][j] + steps[0][i];
            sum += w * wx[static_cast<std::size_t>(i)] * grid[static_cast<std::size_t>(p)];
          }
        }
      }
    }
    out.push_back(sum);
  }
  return out;
}

}  // namespace simulation
