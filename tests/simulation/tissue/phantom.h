#pragma once

#include <cmath>
#include <random>

#include "simulation/tissue/tissue_system.h"

/// Small limbs with a known make-up.
namespace phantom {

inline simulation::TissuePoint soft(double shear_kpa) {
  simulation::TissuePoint out;
  out.kind = simulation::TissuePoint::Kind::soft;
  out.shear_kpa = shear_kpa;
  return out;
}

inline simulation::TissuePoint bone() {
  simulation::TissuePoint out = soft(600.0);
  out.kind = simulation::TissuePoint::Kind::bone;
  return out;
}

inline simulation::TissuePoint muscle(double shear_kpa, const Eigen::Vector3d& fibre,
                                      std::initializer_list<simulation::DriveShare> drives) {
  simulation::TissuePoint out = soft(shear_kpa);
  out.fibre = fibre.normalized();
  std::copy(drives.begin(), drives.end(), out.drives.begin());
  return out;
}

/// A round limb along y: bone, muscle in two halves (drives 0 at x < 0 and 1 at x > 0 lose, drive 2 contracts
/// both), fat.
struct Limb {
  double bone_mm = 8.0;
  double muscle_mm = 18.0;
  double skin_mm = 24.0;
  double length_mm = 64.0;

  simulation::TissuePoint at(const Eigen::Vector3d& p) const {
    const double r = std::hypot(p.x(), p.z());
    if (r > skin_mm) return {};
    if (r < bone_mm) return bone();
    if (r > muscle_mm) return soft(1.5);
    return muscle(6.0, {0.0, 1.0, 0.2}, {{p.x() < 0.0 ? 0 : 1, 1.0}, {2, 1.0}});
  }
  simulation::LatticeBox box() const { return {{-skin_mm, 0.0, -skin_mm}, {skin_mm, length_mm, skin_mm}}; }
  simulation::Lattice lattice(double cell_mm) const {
    return {box(), cell_mm, 50.0, [this](const Eigen::Vector3d& p) { return at(p); }};
  }
  static std::vector<simulation::DriveKind> kinds() {
    using simulation::DriveKind;
    return {DriveKind::loss, DriveKind::loss, DriveKind::contraction};
  }
};

inline simulation::DriveValues values(std::initializer_list<double> list) {
  simulation::DriveValues out(static_cast<Eigen::Index>(list.size()));
  std::copy(list.begin(), list.end(), out.begin());
  return out;
}

/// The stiffness of a limb at rest, lower triangle.
inline simulation::SparseMatrix rest_stiffness(const simulation::TissueSystem& system) {
  return system.hessian(Eigen::VectorXd::Zero(system.unknown_count()),
                        simulation::DriveValues::Zero(system.drive_count()));
}

/// Numbers in -1 to 1, the same at every run.
inline Eigen::VectorXd noise(Eigen::Index count, unsigned seed) {
  std::mt19937 bits(seed);
  Eigen::VectorXd out(count);
  for (double& v : out) v = 2.0 * static_cast<double>(bits()) / 4294967295.0 - 1.0;
  return out;
}

}  // namespace phantom
