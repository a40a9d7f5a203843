#include "simulation/tissue/elasticity.h"

#include <Eigen/LU>
#include <cmath>
#include <limits>

#include "simulation/measure/wide_registers.h"

namespace simulation {
namespace {

using Slopes = Eigen::Matrix<double, 3, 8>;

/// One sample's part in a cell.
struct Strain {
  Eigen::Matrix3d f;
  double jacobian = 1.0;
  const Slopes* slopes = nullptr;
  Slopes pulled;  // F^-T times the node slopes
  Slopes grown;   // spread of the growth times the node slopes
};

void add_shape_hessian(CellMatrix& hessian, const Strain& strain, double stiffness) {
  const Eigen::Matrix<double, 8, 8> spread = strain.slopes->transpose() * strain.grown;
  for (int a = 0; a < 8; ++a) {
    for (int b = 0; b < 8; ++b) {
      auto block = hessian.block<3, 3>(3 * a, 3 * b);
      block += stiffness * strain.pulled.col(b) * strain.pulled.col(a).transpose();
      block.diagonal().array() += stiffness * spread(a, b);
    }
  }
}

/// Second derivative of the volume, times `factor`.
void add_volume_hessian(CellMatrix& hessian, const Strain& strain, double factor) {
  for (int a = 0; a < 8; ++a) {
    for (int b = 0; b < 8; ++b) {
      const Eigen::Vector3d ca = strain.pulled.col(a);
      const Eigen::Vector3d cb = strain.pulled.col(b);
      hessian.block<3, 3>(3 * a, 3 * b) += factor * (ca * cb.transpose() - cb * ca.transpose());
    }
  }
}

using Lane = std::array<double, 8>;
using LaneMatrix = std::array<std::array<Lane, 3>, 3>;
using LaneSlopes = std::array<std::array<Lane, 8>, 3>;

/// What a cell's eight samples are made of, side by side.
struct LaneSamples {
  LaneMatrix spread;  // inverse growth times its transpose
  Lane stiffness{}, volume{};
};

/// F, its cofactors and determinant, of eight samples at once. Cofactors of F are F^-T times its determinant.
struct LaneStrain {
  LaneMatrix f, cofactor;
  Lane jacobian;
};

FORESHOW_WIDE void strain_of(const double* moved, const LaneSlopes& slopes, LaneStrain& out) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      Lane sum{};
      for (std::size_t q = 0; q < 8; ++q) sum[q] = i == j ? 1.0 : 0.0;
      for (std::size_t a = 0; a < 8; ++a) {
        const double u = moved[3 * a + i];
        for (std::size_t q = 0; q < 8; ++q) sum[q] += u * slopes[j][a][q];
      }
      out.f[i][j] = sum;
    }
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t i1 = (i + 1) % 3, i2 = (i + 2) % 3;
    for (std::size_t j = 0; j < 3; ++j) {
      const std::size_t j1 = (j + 1) % 3, j2 = (j + 2) % 3;
      for (std::size_t q = 0; q < 8; ++q)
        out.cofactor[i][j][q] = out.f[i1][j1][q] * out.f[i2][j2][q] - out.f[i1][j2][q] * out.f[i2][j1][q];
    }
  }
  for (std::size_t q = 0; q < 8; ++q) {
    out.jacobian[q] = out.f[0][0][q] * out.cofactor[0][0][q] + out.f[0][1][q] * out.cofactor[0][1][q] +
                      out.f[0][2][q] * out.cofactor[0][2][q];
  }
}

/// Sums over the samples of stress times node slopes; `pressure` is that of the whole cell.
FORESHOW_WIDE void add_forces(const LaneStrain& strain, const LaneSamples& samples, double pressure,
                              const LaneSlopes& slopes, double* out) {
  Lane inverse{}, pressed{};
  for (std::size_t q = 0; q < 8; ++q) inverse[q] = samples.stiffness[q] / strain.jacobian[q];
  for (std::size_t q = 0; q < 8; ++q) pressed[q] = pressure * samples.volume[q] - inverse[q];
  for (std::size_t i = 0; i < 3; ++i) {
    Lane sum{};
    for (std::size_t j = 0; j < 3; ++j) {
      Lane stress{};
      for (std::size_t q = 0; q < 8; ++q) {
        const double elastic = strain.f[i][0][q] * samples.spread[0][j][q] +
                               strain.f[i][1][q] * samples.spread[1][j][q] +
                               strain.f[i][2][q] * samples.spread[2][j][q];
        stress[q] = samples.stiffness[q] * elastic + pressed[q] * strain.cofactor[i][j][q];
      }
      for (std::size_t q = 0; q < 8; ++q)
        for (std::size_t a = 0; a < 8; ++a) sum[a] += stress[q] * slopes[j][q][a];
    }
    for (std::size_t a = 0; a < 8; ++a) out[3 * a + i] = sum[a];
  }
}

}  // namespace

Growth growth_of(const TissueSample& sample, std::span<const DriveKind> kinds, const DriveValues& values) {
  double volume = 1.0;
  double shortened = 0.0;
  double thickened = 0.0;
  for (const DriveShare& d : sample.drives) {
    if (d.drive < 0) break;
    const double part = d.share * values[d.drive];
    const DriveKind& kind = kinds[static_cast<std::size_t>(d.drive)];
    volume -= kind.loses * part;
    shortened += kind.shortens * part;
    thickened += kind.thickens * part * (1.5 - 0.5 * part);
  }
  Growth out;
  if (volume == 1.0 && shortened == 0.0 && thickened == 0.0) return out;
  const double along = 1.0 - shortened;
  const double across = std::sqrt(volume / along);
  const Eigen::Matrix3d line = sample.fibre * sample.fibre.transpose();
  out.inverse = line / along + (Eigen::Matrix3d::Identity() - line) / across;
  out.spread = line / (along * along) + (Eigen::Matrix3d::Identity() - line) / (across * across);
  if (thickened != 0.0 && sample.depth.squaredNorm() > 0.0) {
    const Eigen::Matrix3d deep = sample.depth * sample.depth.transpose();
    out.spread += thickened * (Eigen::Matrix3d::Identity() - line - 2.0 * deep);
  }
  out.volume = volume;
  return out;
}

CellElasticity::CellElasticity(double cell_mm, std::span<const DriveKind> kinds)
    : kinds_(kinds.begin(), kinds.end()) {
  for (int q = 0; q < 8; ++q) {
    for (int a = 0; a < 8; ++a) {
      // Samples sit at a quarter and three quarters of the cell.
      double weight[3];
      double slope[3];
      for (int axis = 0; axis < 3; ++axis) {
        const double place = (q >> axis & 1) != 0 ? 0.75 : 0.25;
        const bool high = (a >> axis & 1) != 0;
        weight[axis] = high ? place : 1.0 - place;
        slope[axis] = (high ? 1.0 : -1.0) / cell_mm;
      }
      slopes_[static_cast<std::size_t>(q)].col(a) << slope[0] * weight[1] * weight[2],
          weight[0] * slope[1] * weight[2], weight[0] * weight[1] * slope[2];
      for (int axis = 0; axis < 3; ++axis) {
        const auto row = static_cast<std::size_t>(axis), sample = static_cast<std::size_t>(q),
                   node = static_cast<std::size_t>(a);
        by_sample_[row][node][sample] = by_node_[row][sample][node] = slopes_[sample](axis, a);
      }
    }
  }
}

CellVector CellElasticity::gradient(const LatticeCell& cell, const CellVector& moved,
                                    const DriveValues& values) const {
  LaneSamples samples;
  double volume_wanted = 0.0;
  for (std::size_t q = 0; q < 8; ++q) {
    const TissueSample& sample = cell.samples[q];
    const Growth growth = growth_of(sample, kinds_, values);
    const Eigen::Matrix3d& spread = growth.spread;
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j)
        samples.spread[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)][q] = spread(i, j);
    samples.stiffness[q] = sample.stiffness;
    samples.volume[q] = sample.volume_mm3;
    volume_wanted += sample.volume_mm3 * growth.volume;
  }
  LaneStrain strain;
  strain_of(moved.data(), by_sample_, strain);
  double volume_now = 0.0;
  for (std::size_t q = 0; q < 8; ++q) volume_now += samples.volume[q] * strain.jacobian[q];
  const double dilated = std::log(volume_now / volume_wanted);
  CellVector out;
  add_forces(strain, samples, cell.bulk_kpa * cell.volume_mm3 * dilated / volume_now, by_node_, out.data());
  return out;
}

double CellElasticity::energy(const LatticeCell& cell, const CellVector& moved, const DriveValues& values,
                              CellVector* first, CellMatrix* hessian) const {
  if (first != nullptr) *first = gradient(cell, moved, values);
  if (hessian != nullptr) hessian->setZero();
  const Eigen::Map<const Eigen::Matrix<double, 3, 8>> nodes(moved.data());
  double energy = 0.0;
  double volume_now = 0.0;
  double volume_wanted = 0.0;
  std::array<Strain, 8> strains;
  CellVector volume_slope = CellVector::Zero();
  for (std::size_t q = 0; q < 8; ++q) {
    const TissueSample& sample = cell.samples[q];
    Strain& strain = strains[q];
    const Growth growth = growth_of(sample, kinds_, values);
    strain.f = Eigen::Matrix3d::Identity() + nodes * slopes_[q].transpose();
    strain.jacobian = strain.f.determinant();
    if (strain.jacobian <= 0.0) return std::numeric_limits<double>::infinity();
    strain.pulled = strain.f.inverse().transpose() * slopes_[q];
    strain.grown = growth.spread * slopes_[q];
    strain.slopes = &slopes_[q];
    energy += sample.stiffness * (0.5 * ((strain.f * growth.spread).cwiseProduct(strain.f).sum() - 3.0) -
                                  std::log(strain.jacobian / growth.volume));
    volume_now += sample.volume_mm3 * strain.jacobian;
    volume_wanted += sample.volume_mm3 * growth.volume;
    const Slopes volume_part = sample.volume_mm3 * strain.jacobian * strain.pulled;
    volume_slope += Eigen::Map<const CellVector>(volume_part.data());
    if (hessian != nullptr) add_shape_hessian(*hessian, strain, sample.stiffness);
  }
  const double dilated = std::log(volume_now / volume_wanted);
  const double bulk = cell.bulk_kpa * cell.volume_mm3;
  energy += 0.5 * bulk * dilated * dilated;
  if (hessian != nullptr) {
    *hessian += bulk * (1.0 - dilated) / (volume_now * volume_now) * volume_slope * volume_slope.transpose();
    for (std::size_t q = 0; q < 8 && dilated != 0.0; ++q) {
      const double part = cell.samples[q].volume_mm3;
      if (part > 0.0)
        add_volume_hessian(*hessian, strains[q], bulk * dilated / volume_now * part * strains[q].jacobian);
    }
  }
  return energy;
}

}  // namespace simulation
