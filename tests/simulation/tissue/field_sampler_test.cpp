#include "simulation/tissue/field_sampler.h"

#include <gtest/gtest.h>

#include "tests/simulation/tissue/phantom.h"

namespace {

using simulation::FieldGrid;
using simulation::FieldSampler;
using Field = std::vector<float>;

/// A box of 9 x 8 x 10 points. `tissue` of its width across holds free points; the rest has none.
FieldGrid grid_of(int margin) {
  FieldGrid grid;
  grid.cell_mm = 5.0;
  grid.origin_mm = {-20.0, 10.0, 3.0};
  grid.size = {9, 8, 10};
  for (int z = margin; z < 10 - margin; ++z) {
    for (int y = 0; y < 8; ++y) {
      for (int x = margin; x < 9 - margin; ++x) grid.free_points.push_back(x + 9 * (y + 8 * z));
    }
  }
  return grid;
}

Eigen::Vector3d point_mm(const FieldGrid& grid, int index) {
  return grid.origin_mm + grid.cell_mm * Eigen::Vector3d(index % 9, index / 9 % 8, index / 72);
}

Eigen::Vector3d affine(const Eigen::Vector3d& p) {
  return {1.0 + 0.1 * p.x() - 0.05 * p.z(), 0.02 * p.y() - 0.5, 0.03 * p.x() + 0.04 * p.y() - 0.07 * p.z()};
}

Field affine_field(const FieldGrid& grid) {
  Field out;
  for (const int index : grid.free_points) {
    for (const double v : affine(point_mm(grid, index))) out.push_back(static_cast<float>(v));
  }
  return out;
}

Field random_field(const FieldGrid& grid) {
  const Eigen::VectorXd draw = phantom::noise(static_cast<Eigen::Index>(3 * grid.free_points.size()), 2);
  return {draw.begin(), draw.end()};
}

std::vector<Eigen::Vector3d> spots(const Eigen::Vector3d& low, const Eigen::Vector3d& high, int count) {
  std::vector<Eigen::Vector3d> out;
  const Eigen::VectorXd draw = phantom::noise(3 * count, 5);
  for (int i = 0; i < count; ++i) {
    const Eigen::Vector3d share = 0.5 * (draw.segment<3>(3 * i).array() + 1.0);
    out.emplace_back(low + share.cwiseProduct(high - low));
  }
  return out;
}

TEST(FieldSampler, IsExactAtLatticePoints) {
  for (const int margin : {0, 2}) {
    const FieldGrid grid = grid_of(margin);
    std::vector<Eigen::Vector3d> points;
    for (const int index : grid.free_points) points.push_back(point_mm(grid, index));
    const Field field = random_field(grid);
    const auto read = FieldSampler(grid, points).sample(field);
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (int axis = 0; axis < 3; ++axis)
        ASSERT_EQ(static_cast<float>(read[i][axis]), field[3 * i + static_cast<std::size_t>(axis)]);
    }
  }
}

TEST(FieldSampler, HeldPointsAreZero) {
  FieldGrid grid = grid_of(0);
  grid.held_points = {grid.free_points.back()};
  grid.free_points.pop_back();
  const Eigen::Vector3d held = point_mm(grid, grid.held_points[0]);
  EXPECT_EQ(FieldSampler(grid, std::vector{held}).sample(random_field(grid))[0].norm(), 0.0);
}

TEST(FieldSampler, AffineFieldsAreReadExactlyUpToTheEdgeOfTheTissue) {
  double worst = 0.0;
  for (const int margin : {0, 2}) {
    const FieldGrid grid = grid_of(margin);
    // At the edge of the tissue the cubic reads the rows that are continued beyond it.
    const double out = margin == 0 ? 5.0 : 10.0;
    const auto points = spots(grid.origin_mm + Eigen::Vector3d(out, 5.0, out),
                              grid.origin_mm + Eigen::Vector3d(40.0 - out, 30.0, 45.0 - out), 400);
    const auto read = FieldSampler(grid, points).sample(affine_field(grid));
    for (std::size_t i = 0; i < points.size(); ++i)
      worst = std::max(worst, (read[i] - affine(points[i])).norm());
  }
  EXPECT_LT(worst, 2e-6);  // of values to 8, kept as float
  RecordProperty("error_mm", std::to_string(1e9 * worst) + "e-9");
}

TEST(FieldSampler, HasNoKinkAtCellBorders) {
  const FieldGrid grid = grid_of(1);
  const Field field = random_field(grid);
  constexpr double kStep = 1e-5;
  double worst = 0.0;
  for (int axis = 0; axis < 3; ++axis) {
    for (const Eigen::Vector3d& spot : spots({-13.0, 17.0, 10.0}, {13.0, 38.0, 40.0}, 60)) {
      Eigen::Vector3d border = spot;
      border[axis] = grid.origin_mm[axis] +
                     grid.cell_mm * std::round((spot[axis] - grid.origin_mm[axis]) / grid.cell_mm);
      const Eigen::Vector3d step = kStep * Eigen::Vector3d::Unit(axis);
      const std::vector<Eigen::Vector3d> points{border - step, border, border + step};
      const auto read = FieldSampler(grid, points).sample(field);
      const Eigen::Vector3d before = (read[1] - read[0]) / kStep;
      const Eigen::Vector3d after = (read[2] - read[1]) / kStep;
      worst = std::max(worst, (after - before).norm());
    }
  }
  // Slopes are near 0.4 per mm; a step of 1e-5 mm may change them by the curvature only.
  EXPECT_LT(worst, 1e-5);
  RecordProperty("slope_jump_per_mm", std::to_string(1e9 * worst) + "e-9");
}

TEST(FieldSampler, IsZeroOutsideTheBox) {
  const FieldGrid grid = grid_of(0);
  const std::vector<Eigen::Vector3d> points{{-20.1, 20.0, 20.0}, {20.1, 20.0, 20.0}, {0.0, 9.9, 20.0},
                                            {0.0, 45.1, 20.0},   {0.0, 20.0, 2.9},   {0.0, 20.0, 48.1},
                                            {1e9, 20.0, 20.0}};
  for (const Eigen::Vector3d& u : FieldSampler(grid, points).sample(random_field(grid)))
    EXPECT_EQ(u.norm(), 0.0);
}

TEST(FieldSampler, ReadsALatticeByItsUnknowns) {
  const phantom::Limb limb;
  const simulation::Lattice lattice = limb.lattice(8.0);
  const Field field = [&] {
    const Eigen::VectorXd draw = phantom::noise(lattice.unknown_count(), 9);
    return Field(draw.begin(), draw.end());
  }();
  std::vector<Eigen::Vector3d> points;
  for (int node = 0; node < lattice.node_count(); ++node) points.push_back(lattice.node_mm(node));
  const auto read = FieldSampler(simulation::field_grid(lattice), points).sample(field);
  for (int node = 0; node < lattice.node_count(); ++node) {
    const int first = lattice.unknown(node);
    for (int axis = 0; axis < 3; ++axis) {
      const double expected = first < 0 ? 0.0 : field[static_cast<std::size_t>(first + axis)];
      ASSERT_NEAR(read[static_cast<std::size_t>(node)][axis], expected, 1e-6) << node;
    }
  }
}

}  // namespace
