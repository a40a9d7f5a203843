#include <gtest/gtest.h>

#include "simulation/tissue/equilibrium.h"
#include "simulation/tissue/field_sampler.h"
#include "simulation/tissue/response_fields.h"
#include "tests/simulation/tissue/phantom.h"

namespace {

using simulation::DriveValues;

constexpr double kPi = 3.14159265358979323846;

/// A ring of muscle between a held core and a cover, long beside its thickness: its middle is in plane
/// strain. Without change of volume the skin comes to sqrt(R^2 - s A / pi) at a loss s of the ring's area A.
struct Annulus {
  double core_mm = 7.2;
  double inner_mm = 8.0;
  double outer_mm = 10.8;
  double skin_mm = 12.0;
  double length_mm = 38.4;
  double cell_mm = 1.6;

  simulation::TissuePoint at(const Eigen::Vector3d& p) const {
    const double r = std::hypot(p.x(), p.z());
    if (r > skin_mm) return {};
    if (r < core_mm) return phantom::bone();
    if (r < inner_mm || r > outer_mm) return phantom::soft(1.5);
    return phantom::muscle(6.0, {0.0, 1.0, 0.0}, {{0, 1.0}});
  }
  double area_mm2() const { return kPi * (outer_mm * outer_mm - inner_mm * inner_mm); }
  /// As for a leg, the muscle is given the volume that it is known to have.
  simulation::Lattice lattice() const {
    const double room = skin_mm + 2.0 * cell_mm - std::fmod(skin_mm, cell_mm);
    simulation::Lattice out({{-room, 0.0, -room}, {room, length_mm, room}}, cell_mm, 50.0,
                            [this](const Eigen::Vector3d& p) { return at(p); });
    out.scale_drive(0, area_mm2() * length_mm / out.drive_volume_mm3(0));
    return out;
  }
};

/// Radius of the circle of the same area as the skin at half length, and how far one point is off it.
struct Reading {
  double radius_mm = 0.0;
  double off_mm = 0.0;
};
Reading reading(const Annulus& limb, const simulation::Lattice& lattice, const Eigen::VectorXd& moved) {
  constexpr int kPoints = 360;
  std::vector<Eigen::Vector3d> rest;
  for (int i = 0; i < kPoints; ++i) {
    const double angle = 2.0 * kPi * i / kPoints;
    rest.emplace_back(limb.skin_mm * std::cos(angle), 0.5 * limb.length_mm, limb.skin_mm * std::sin(angle));
  }
  const Eigen::VectorXf field = moved.cast<float>();
  const auto by = simulation::FieldSampler(simulation::field_grid(lattice), rest)
                      .sample({field.data(), static_cast<std::size_t>(field.size())});
  double area = 0.0;
  for (std::size_t i = 0; i < kPoints; ++i) {
    const std::size_t next = (i + 1) % kPoints;
    const Eigen::Vector3d a = rest[i] + by[i];
    const Eigen::Vector3d b = rest[next] + by[next];
    area += 0.5 * (a.x() * b.z() - b.x() * a.z());
  }
  // The polygon of the points cuts this share off a circle.
  const double circle = area / (std::sin(2.0 * kPi / kPoints) * kPoints / (2.0 * kPi));
  Reading out{std::sqrt(circle / kPi), 0.0};
  for (std::size_t i = 0; i < kPoints; ++i) {
    const Eigen::Vector3d p = rest[i] + by[i];
    out.off_mm = std::max(out.off_mm, std::abs(std::hypot(p.x(), p.z()) - out.radius_mm));
  }
  return out;
}

TEST(TissueAnnulus, SkinComesToTheRadiusThatTheLostAreaLeaves) {
  const Annulus limb;
  const simulation::Lattice lattice = limb.lattice();
  const simulation::TissueSystem system(lattice, {simulation::DriveKind::loss});
  simulation::TissueFactor factor(phantom::rest_stiffness(system));
  const auto fields = simulation::response_fields(system, factor, Eigen::MatrixXd::Identity(1, 1), {{0, 0}});
  for (const double loss : {0.05, 0.20, 0.35}) {
    const DriveValues values = phantom::values({loss});
    const auto found =
        simulation::solve_equilibrium(system, values, factor, simulation::blend(fields, values));
    const double r = limb.skin_mm;
    const double expected = std::sqrt(r * r - loss * limb.area_mm2() / kPi);
    const Reading now = reading(limb, lattice, found.moved);
    EXPECT_NEAR(now.radius_mm, expected, 0.01) << loss;
    EXPECT_NEAR(now.radius_mm - r, expected - r, 0.012 * (r - expected)) << loss;
    // Cubes and a round limb: single points stray from the circle by a share of the movement.
    EXPECT_LT(now.off_mm, 0.15 * (r - expected)) << loss;
    RecordProperty("loss_" + std::to_string(static_cast<int>(std::lround(100.0 * loss))),
                   "u " + std::to_string(expected - r) + " error " +
                       std::to_string(now.radius_mm - expected) + " off " + std::to_string(now.off_mm) +
                       " steps " + std::to_string(found.steps));
  }
}

}  // namespace
