#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

#include "simulation/tissue/lattice.h"

namespace simulation {

/// Shortening of calf fascicles from standing to a full contraction on tip-toe, share of their length: an
/// assumption in the range that ultrasound studies show for the gastrocnemius.
inline constexpr double kShortening = 0.30;

/// What a drive does to the tissue that obeys it.
struct DriveKind {
  double loses = 0.0;     // of the volume, per unit; length along the fibre stays
  double shortens = 0.0;  // of the fibre's length, per unit, at equal volume
  /// Press outward through the muscle's depth and inward across it, over the shear modulus, at value 1. Of it
  /// the first half of the effort makes five eighths (assumption: effort counts most where it is small). 0: a
  /// shortened fibre goes aside alike.
  double thickens = 0.0;

  static const DriveKind loss;
  static const DriveKind contraction;  // by kShortening, alike
};
inline constexpr DriveKind DriveKind::loss{1.0, 0.0, 0.0};
inline constexpr DriveKind DriveKind::contraction{0.0, kShortening, 0.0};

/// Values of all drives, in the order of the kinds they were built with.
using DriveValues = Eigen::VectorXd;

/// What a sample wants to be under the drives: its inverse growth, how many times its volume, and what it
/// presses beside.
struct Growth {
  Eigen::Matrix3d inverse = Eigen::Matrix3d::Identity();
  double volume = 1.0;
  /// The inverse times its transpose, and what the muscle presses: what the energy is made of.
  Eigen::Matrix3d spread = Eigen::Matrix3d::Identity();
};
Growth growth_of(const TissueSample& sample, std::span<const DriveKind> kinds, const DriveValues& values);

using CellVector = Eigen::Matrix<double, 24, 1>;
using CellMatrix = Eigen::Matrix<double, 24, 24>;

/// Energy of a cell (kPa mm3) for the displacements of its nodes (x y z per node), and its derivatives where
/// asked for. Neo-Hookean with log J (Bonet and Wood), multiplicative growth F = Fe Fg, and one mean
/// dilatation per cell so that nearly incompressible tissue does not lock [saito2015, bonet2008]. Infinite
/// when a sample is turned inside out.
class CellElasticity {
 public:
  CellElasticity(double cell_mm, std::span<const DriveKind> kinds);

  double energy(const LatticeCell& cell, const CellVector& moved, const DriveValues& values,
                CellVector* gradient = nullptr, CellMatrix* hessian = nullptr) const;
  /// Its first derivative alone, of which a solve asks most; of no use when a sample is inside out.
  CellVector gradient(const LatticeCell& cell, const CellVector& moved, const DriveValues& values) const;

 private:
  using Gradients = Eigen::Matrix<double, 3, 8>;  // of the node weights at a sample, per mm
  std::array<Gradients, 8> slopes_;
  /// The same numbers: by axis and node a lane of the samples, and by axis and sample a lane of the nodes.
  using Lane = std::array<double, 8>;
  std::array<std::array<Lane, 8>, 3> by_sample_, by_node_;
  std::vector<DriveKind> kinds_;
};

}  // namespace simulation
