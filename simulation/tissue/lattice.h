#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "simulation/tissue/drive_share.h"

namespace simulation {

/// Drives that may meet in one sample.
inline constexpr std::size_t kMostDrives = 12;

/// What lies at one point of a limb.
struct TissuePoint {
  enum class Kind { outside, soft, bone };
  Kind kind = Kind::outside;
  double shear_kpa = 0.0;
  Eigen::Vector3d fibre = Eigen::Vector3d::Zero();  // unit where drives act
  Eigen::Vector3d depth = Eigen::Vector3d::Zero();  // unit, through the muscle's thickness; or none
  std::array<DriveShare, kMostDrives> drives;       // unused ones have drive -1
};
using TissueAt = std::function<TissuePoint(const Eigen::Vector3d& point_mm)>;

/// One eighth of a lattice cell: the mean of the tissue in it.
struct TissueSample {
  double volume_mm3 = 0.0;  // of tissue; 0: outside the limb
  double stiffness = 0.0;   // shear modulus times volume, kPa mm3; never 0
  Eigen::Vector3d fibre = Eigen::Vector3d::Zero();
  Eigen::Vector3d depth = Eigen::Vector3d::Zero();  // at a right angle to the fibre
  std::array<DriveShare, kMostDrives> drives;
};

struct LatticeCell {
  std::array<std::int32_t, 8> nodes;  // corner k at x = k & 1, y = k >> 1 & 1, z = k >> 2
  std::array<TissueSample, 8> samples;
  double volume_mm3 = 0.0;
  double bulk_kpa = 0.0;  // lambda
};

/// Box that a lattice covers; its lower and upper faces in y are held.
struct LatticeBox {
  Eigen::Vector3d low_mm;
  Eigen::Vector3d high_mm;
};

/// Stiffness of the empty part of a cell, kPa: without it the corners of a cell that holds a crumb of tissue
/// would be free to go anywhere. A hundredth of that of fat, so nothing feels it.
inline constexpr double kFillerKpa = 0.015;

/// A limb in a lattice of equal cubes: no mesher, and the skin is embedded. Nodes in bone and on both end
/// faces in y do not move.
class Lattice {
 public:
  /// Asks `tissue` at 64 points per cell. `bulk_to_shear`: lambda over mu of a cell. Throws InputError when
  /// the box holds no tissue or `cell_mm` is not positive.
  Lattice(const LatticeBox& box, double cell_mm, double bulk_to_shear, const TissueAt& tissue);

  double cell_mm() const { return cell_mm_; }
  const std::vector<LatticeCell>& cells() const { return cells_; }
  /// Multiplies all shares of a drive, to give a muscle the volume it is known to have.
  void scale_drive(int drive, double factor);
  /// Volume that obeys a drive, mm3.
  double drive_volume_mm3(int drive) const;

  int node_count() const { return static_cast<int>(places_.size()); }
  Eigen::Vector3d node_mm(int node) const;
  /// First unknown of a node, or -1 when it is held.
  int unknown(int node) const { return unknowns_[static_cast<std::size_t>(node)]; }
  int unknown_count() const { return unknown_count_; }

  /// Grid of all lattice points of the box, with or without tissue.
  const std::array<int, 3>& grid() const { return grid_; }
  const Eigen::Vector3d& origin_mm() const { return origin_; }
  /// Index in that grid (x fastest) of a node.
  int grid_index(int node) const { return places_[static_cast<std::size_t>(node)]; }

 private:
  bool add_cell(const std::array<int, 3>& at, double bulk_to_shear, const TissueAt& tissue);
  int node_at(const std::array<int, 3>& at);
  void hold_nodes(const TissueAt& tissue);

  double cell_mm_;
  Eigen::Vector3d origin_;
  std::array<int, 3> grid_{};
  std::vector<LatticeCell> cells_;
  std::vector<int> places_;      // grid index per node
  std::vector<int> node_index_;  // node per grid point, -1: none
  std::vector<int> unknowns_;
  int unknown_count_ = 0;
};

}  // namespace simulation
