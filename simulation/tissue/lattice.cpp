#include "simulation/tissue/lattice.h"

#include <algorithm>
#include <cmath>

#include "simulation/error.h"

namespace simulation {
namespace {

constexpr int kProbes = 2;  // points per sample and axis

/// Sums the tissue of one sample's points.
class SampleSum {
 public:
  void add(const TissuePoint& point) {
    ++asked_;
    if (point.kind == TissuePoint::Kind::outside) return;
    ++inside_;
    shear_ += point.shear_kpa;
    if (point.fibre.squaredNorm() > 0.0) {
      fibre_ += point.fibre * (fibre_.dot(point.fibre) < 0.0 ? -1.0 : 1.0);
    }
    depth_ += point.depth;
    for (const DriveShare& d : point.drives) {
      if (d.drive >= 0 && d.share > 0.0) add_share(d);
    }
  }

  TissueSample mean(double whole_mm3) const {
    TissueSample out;
    out.stiffness = (shear_ + kFillerKpa * (asked_ - inside_)) * whole_mm3 / asked_;
    if (inside_ == 0) return out;
    out.volume_mm3 = whole_mm3 * inside_ / asked_;
    if (fibre_.norm() > 1e-9) out.fibre = fibre_.normalized();
    const Eigen::Vector3d across = depth_ - out.fibre * out.fibre.dot(depth_);
    if (across.norm() > 1e-9) out.depth = across.normalized();
    std::copy_n(shares_.begin(), out.drives.size(), out.drives.begin());
    for (DriveShare& d : out.drives) d.share /= inside_;
    return out;
  }

 private:
  void add_share(const DriveShare& d) {
    for (DriveShare& own : shares_) {
      if (own.drive == -1) own.drive = d.drive;
      if (own.drive != d.drive) continue;
      own.share += d.share;
      return;
    }
    throw InputError("tissue: too many drives meet in one place");
  }

  int asked_ = 0;
  int inside_ = 0;
  double shear_ = 0.0;
  Eigen::Vector3d fibre_ = Eigen::Vector3d::Zero();
  Eigen::Vector3d depth_ = Eigen::Vector3d::Zero();
  std::array<DriveShare, kMostDrives> shares_;
};

}  // namespace

Lattice::Lattice(const LatticeBox& box, double cell_mm, double bulk_to_shear, const TissueAt& tissue)
    : cell_mm_(cell_mm), origin_(box.low_mm) {
  if (!(cell_mm > 0.0)) throw InputError("tissue: the cell size must be positive");
  std::size_t points = 1;
  for (int axis = 0; axis < 3; ++axis) {
    const double cells = std::ceil((box.high_mm[axis] - box.low_mm[axis]) / cell_mm - 1e-9);
    grid_[static_cast<std::size_t>(axis)] = std::max(1, static_cast<int>(cells)) + 1;
    points *= static_cast<std::size_t>(grid_[static_cast<std::size_t>(axis)]);
  }
  node_index_.assign(points, -1);
  // Slice by slice along the limb keeps neighbouring unknowns near each other.
  for (int y = 0; y + 1 < grid_[1]; ++y) {
    for (int z = 0; z + 1 < grid_[2]; ++z) {
      for (int x = 0; x + 1 < grid_[0]; ++x) add_cell({x, y, z}, bulk_to_shear, tissue);
    }
  }
  if (cells_.empty()) throw InputError("tissue: the lattice holds no tissue");
  hold_nodes(tissue);
}

bool Lattice::add_cell(const std::array<int, 3>& at, double bulk_to_shear, const TissueAt& tissue) {
  LatticeCell cell;
  const double probe_mm = cell_mm_ / (2 * kProbes);
  const Eigen::Vector3d corner = origin_ + Eigen::Vector3d(at[0], at[1], at[2]) * cell_mm_;
  const double whole = cell_mm_ * cell_mm_ * cell_mm_ / 8.0;
  double stiffness = 0.0;
  for (int q = 0; q < 8; ++q) {
    SampleSum sum;
    for (int p = 0; p < kProbes * kProbes * kProbes; ++p) {
      const Eigen::Vector3i step((q & 1) * kProbes + p % kProbes,
                                 (q >> 1 & 1) * kProbes + p / kProbes % kProbes,
                                 (q >> 2) * kProbes + p / (kProbes * kProbes));
      sum.add(tissue(corner + (step.cast<double>() + Eigen::Vector3d::Constant(0.5)) * probe_mm));
    }
    TissueSample& sample = cell.samples[static_cast<std::size_t>(q)];
    sample = sum.mean(whole);
    cell.volume_mm3 += sample.volume_mm3;
    stiffness += sample.stiffness;
  }
  if (cell.volume_mm3 <= 0.0) return false;
  cell.bulk_kpa = bulk_to_shear * stiffness / cell.volume_mm3;
  for (int k = 0; k < 8; ++k) {
    cell.nodes[static_cast<std::size_t>(k)] =
        node_at({at[0] + (k & 1), at[1] + (k >> 1 & 1), at[2] + (k >> 2)});
  }
  cells_.push_back(cell);
  return true;
}

int Lattice::node_at(const std::array<int, 3>& at) {
  const int place = at[0] + grid_[0] * (at[1] + grid_[1] * at[2]);
  int& node = node_index_[static_cast<std::size_t>(place)];
  if (node < 0) {
    node = node_count();
    places_.push_back(place);
  }
  return node;
}

Eigen::Vector3d Lattice::node_mm(int node) const {
  const int place = grid_index(node);
  const Eigen::Vector3i step(place % grid_[0], place / grid_[0] % grid_[1], place / (grid_[0] * grid_[1]));
  return origin_ + step.cast<double>() * cell_mm_;
}

void Lattice::hold_nodes(const TissueAt& tissue) {
  for (int node = 0; node < node_count(); ++node) {
    const int y = grid_index(node) / grid_[0] % grid_[1];
    const bool held = y == 0 || y + 1 == grid_[1] || tissue(node_mm(node)).kind == TissuePoint::Kind::bone;
    unknowns_.push_back(held ? -1 : unknown_count_);
    if (!held) unknown_count_ += 3;
  }
}

void Lattice::scale_drive(int drive, double factor) {
  for (LatticeCell& cell : cells_) {
    for (TissueSample& sample : cell.samples) {
      for (DriveShare& d : sample.drives) {
        if (d.drive == drive) d.share *= factor;
      }
    }
  }
}

double Lattice::drive_volume_mm3(int drive) const {
  double sum = 0.0;
  for (const LatticeCell& cell : cells_) {
    for (const TissueSample& sample : cell.samples) {
      for (const DriveShare& d : sample.drives) {
        if (d.drive == drive) sum += d.share * sample.volume_mm3;
      }
    }
  }
  return sum;
}

}  // namespace simulation
