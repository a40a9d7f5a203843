#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "simulation/calf/leg_motion.h"
#include "simulation/calf/skin_smoother.h"
#include "simulation/tissue/equilibrium.h"
#include "tests/simulation/calf/solved_leg.h"
#include "tests/simulation/tissue/phantom.h"

namespace {

using simulation::BodySide;
using simulation::CompartmentPattern;
using simulation::even_pattern;
using simulation::LegDrive;
using simulation::TissueSystem;
namespace compartments = simulation::compartments;
namespace leg_parameters = simulation::leg_parameters;

constexpr double kFullSolveCellMm = 12.0;  // a full solve takes 8 plans times 3 factorisations

/// The left leg of the shared body with all that a full solve needs.
struct FullSolve {
  LegParts parts{solved_body().body, BodySide::left};
  simulation::Lattice lattice = parts.tissue.lattice(kFullSolveCellMm);
  TissueSystem system{lattice, simulation::leg_drive_kinds()};
  simulation::TissueFactor factor{phantom::rest_stiffness(system)};
};

/// Losses of the lower, outer half over those of the rest, with the volume-weighted mean of 1 per muscle.
CompartmentPattern uneven_pattern(const simulation::Lattice& lattice) {
  CompartmentPattern out{};
  for (const simulation::CalfMuscle muscle : simulation::kCalfMuscles) {
    const int first = compartments::first_of(muscle);
    const int count = compartments::count_of(muscle);
    double whole = 0.0;
    double weighted = 0.0;
    for (int c = first; c < first + count; ++c) {
      double& v = out[static_cast<std::size_t>(c)];
      v = 1.4 - 0.8 * (c - first) / (count - 1.0);
      whole += lattice.drive_volume_mm3(c);
      weighted += v * lattice.drive_volume_mm3(c);
    }
    for (int c = first; c < first + count; ++c) out[static_cast<std::size_t>(c)] *= whole / weighted;
  }
  return out;
}

/// The blended state of the whole lattice: where a full solve starts, so that it takes few steps.
Eigen::VectorXd blended(const simulation::LegFields& fields, const LegDrive& drive,
                        const CompartmentPattern& pattern) {
  const auto whole = simulation::whole_values(drive);
  std::vector<double> p(whole.begin(), whole.end());
  for (int c = 0; c < compartments::kCount; ++c)
    p.push_back(whole[static_cast<std::size_t>(compartments::muscle_of(c))] *
                (pattern[static_cast<std::size_t>(c)] - 1.0));
  Eigen::VectorXd out = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(fields.linear[0].steps.size()));
  const auto add = [&](const simulation::PackedField& field, double weight) {
    if (weight == 0.0) return;
    const std::vector<float> values = field.unpacked();
    out += weight * Eigen::Map<const Eigen::VectorXf>(values.data(), out.size()).cast<double>();
  };
  for (std::size_t i = 0; i < p.size(); ++i) add(fields.linear[i], p[i]);
  for (std::size_t k = 0; k < fields.pairs.size(); ++k)
    add(fields.second[k], p[static_cast<std::size_t>(fields.pairs[k].first)] *
                              p[static_cast<std::size_t>(fields.pairs[k].second)]);
  return out;
}

/// The left skin moved by a field of the lattice.
std::vector<glm::vec3> moved_skin(const LegParts& parts, const simulation::Lattice& lattice,
                                  const Eigen::VectorXd& moved) {
  std::vector<glm::vec3> out = solved_body().body.rest();
  const std::size_t n = solved_body().body.legs.points_per_leg;
  std::vector<Eigen::Vector3d> points;
  for (std::size_t i = 0; i < n; ++i) points.push_back(parts.tissue.to_leg(out[i]));
  const simulation::FieldSampler sampler(simulation::field_grid(lattice), points);
  const Eigen::VectorXf field = moved.cast<float>();
  const auto by = sampler.sample({field.data(), static_cast<std::size_t>(field.size())});
  const simulation::LegFrame& f = parts.outline.frame();
  std::vector<float> movement(3 * out.size(), 0.0F);
  for (std::size_t i = 0; i < n; ++i) {
    const glm::vec3 by_mm(f.medial * by[i].x() + f.down * by[i].y() + f.posterior * by[i].z());
    for (int axis = 0; axis < 3; ++axis) movement[3 * i + static_cast<std::size_t>(axis)] = by_mm[axis];
  }
  // As the skin of the program bends.
  std::vector<std::uint32_t> all(out.size());
  std::iota(all.begin(), all.end(), 0U);
  simulation::SkinSmoother(out, solved_body().body.legs.mesh.triangles, all).smooth(movement, 3);
  for (std::size_t i = 0; i < n; ++i)
    out[i] += glm::vec3(movement[3 * i], movement[3 * i + 1], movement[3 * i + 2]);
  return out;
}

struct Plan {
  const char* name;
  LegDrive drive;
  bool uneven;
};

TEST(SolvedCalfBounds, BlendIsNearTheFullEquilibriumForEightPlans) {
  FullSolve full;
  const SolvedBody& s = solved_body();
  const CompartmentPattern uneven = uneven_pattern(full.lattice);
  const simulation::LegFields fields = simulation::prepare_leg_fields(full.parts.tissue, kFullSolveCellMm);
  const auto surface_of = [&](const CompartmentPattern& pattern) {
    return simulation::LegMotion(fields, full.parts.outline.frame(), pattern)
        .surface(s.body.surface.rest_mm(), s.body.surface.rest_normals(), s.body.legs.mesh.triangles);
  };
  const simulation::BlendedSurface even_skin = surface_of(even_pattern());
  const simulation::BlendedSurface uneven_skin = surface_of(uneven);
  const Plan plans[] = {{"usual", {{0.2, 0.2, -0.05}, {}}, false},
                        {"most", {{0.35, 0.35, 0.0}, {}}, false},
                        {"medial", {{0.35, 0.0, 0.0}, {}}, false},
                        {"heads", {{0.35, 0.05, -0.1}, {}}, false},
                        {"lateral", {{0.05, 0.3, 0.0}, {}}, false},
                        {"tiptoe", {{}, {0.9, 0.7, 0.8}}, false},
                        {"treated_tiptoe", {{0.25, 0.2, -0.05}, {0.35, 0.3, 0.8}}, false},
                        {"uneven", {{0.25, 0.2, 0.0}, {}}, true}};
  for (const Plan& plan : plans) {
    const CompartmentPattern pattern = plan.uneven ? uneven : even_pattern();
    const simulation::Equilibrium truth =
        simulation::solve_equilibrium(full.system, simulation::leg_drive_values(plan.drive, pattern),
                                      full.factor, blended(fields, plan.drive, pattern));
    const std::vector<glm::vec3> exact = moved_skin(full.parts, full.lattice, truth.moved);
    std::vector<glm::vec3> blend = s.body.rest();
    (plan.uneven ? uneven_skin : even_skin).apply(simulation::whole_values(plan.drive), blend);
    float skin = 0.0F;
    float signal = 0.0F;
    for (std::size_t i = 0; i < s.body.legs.points_per_leg; ++i) {
      // Knee and ankle are held still on purpose; between them the program follows the tissue.
      const double t = full.parts.outline.frame().t_of(s.body.surface.rest_mm()[i]);
      if (t < 0.075 || t > 0.80) continue;
      skin = std::max(skin, glm::length(blend[i] - exact[i]));
      signal = std::max(signal, glm::length(exact[i] - s.body.surface.rest_mm()[i]));
    }
    double girth = 0.0;
    for (double t = 0.10; t < 0.80; t += 0.05)
      girth = std::max(girth, std::abs(s.body.girth_mm(blend, t) - s.body.girth_mm(exact, t)));
    EXPECT_LT(skin, 0.25F) << plan.name;
    EXPECT_LT(girth, 0.1) << plan.name;
    RecordProperty(plan.name, "skin " + std::to_string(skin) + " of " + std::to_string(signal) + " girth " +
                                  std::to_string(girth) + " steps " + std::to_string(truth.steps));
  }
}

TEST(SolvedCalfBounds, PreparedFieldsAreTheSameAtEveryRunAndReportTheirProgress) {
  const CalfBody& body = solved_body().body;
  std::vector<double> told;
  const auto one = body.surface.prepare(
      BodySide::left, [&](double share) { told.push_back(share); }, 16.0);
  const auto other = body.surface.prepare(BodySide::left, {}, 16.0);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.front(), 0.0);
  EXPECT_NEAR(told.back(), 1.0, 1e-12);
  ASSERT_EQ(one.linear.size(), static_cast<std::size_t>(leg_parameters::kCount));
  ASSERT_EQ(one.second.size(), one.pairs.size());
  EXPECT_EQ(one.pairs, other.pairs);
  for (std::size_t i = 0; i < one.linear.size(); ++i) {
    EXPECT_EQ(one.linear[i].steps, other.linear[i].steps);
    EXPECT_EQ(one.linear[i].scale_mm, other.linear[i].scale_mm);
  }
  for (std::size_t k = 0; k < one.second.size(); ++k) EXPECT_EQ(one.second[k].steps, other.second[k].steps);
  struct Stopped {};
  const auto stop = [](double share) {
    if (share > 0.5) throw Stopped{};
  };
  EXPECT_THROW(body.surface.prepare(BodySide::left, stop, 16.0), Stopped);
}

/// Linear answer of the left leg to an even loss of both heads, on lattices of one cell size.
struct Reading {
  double peak_mm = 0.0;   // largest inward movement
  double mean_mm = 0.0;   // inward, over the medial head
  double girth_mm = 0.0;  // lost at the belly
};
Reading reading(const LegParts& parts, double cell_mm) {
  const simulation::Lattice lattice = parts.tissue.lattice(cell_mm);
  const TissueSystem system(lattice, simulation::leg_drive_kinds());
  const simulation::TissueFactor factor(phantom::rest_stiffness(system));
  const simulation::DriveValues loss = simulation::leg_drive_values({{0.2, 0.2, 0.0}, {}}, even_pattern());
  const auto fields = simulation::response_fields(system, factor, loss, {});
  const std::vector<glm::vec3> moved = moved_skin(parts, lattice, fields.linear[0]);
  const SolvedBody& s = solved_body();
  const auto inward = [&](std::size_t i) {
    return -double(glm::dot(moved[i] - s.body.surface.rest_mm()[i], s.body.surface.rest_normals()[i]));
  };
  Reading out;
  for (std::size_t i = 0; i < s.body.legs.points_per_leg; ++i) out.peak_mm = std::max(out.peak_mm, inward(i));
  const auto over = s.body.surface.points_over_medial_head(BodySide::left);
  for (const std::size_t i : over) out.mean_mm += inward(i) / static_cast<double>(over.size());
  out.girth_mm = s.body.girth_mm(s.body.rest(), parts.week0.t) - s.body.girth_mm(moved, parts.week0.t);
  return out;
}

TEST(SolvedCalfBounds, FinerCellsGiveTheSameAnswer) {
  const LegParts parts(solved_body().body, BodySide::left);
  std::vector<Reading> readings;
  for (const double cell_mm : {10.0, 8.0, 6.5}) {
    readings.push_back(reading(parts, cell_mm));
    const Reading& now = readings.back();
    RecordProperty("cell_" + std::to_string(static_cast<int>(10.0 * cell_mm)),
                   "peak " + std::to_string(now.peak_mm) + " mean " + std::to_string(now.mean_mm) +
                       " girth " + std::to_string(now.girth_mm));
  }
  const auto spread = [&](double Reading::*what) {
    const auto [least, most] =
        std::minmax_element(readings.begin(), readings.end(),
                            [&](const Reading& a, const Reading& b) { return a.*what < b.*what; });
    return ((*most).*what - (*least).*what) / ((*most).*what);
  };
  EXPECT_LT(spread(&Reading::mean_mm), 0.02);
  EXPECT_LT(spread(&Reading::girth_mm), 0.02);
  // One point alone also sees the ripples that the steps of the lattice leave.
  EXPECT_LT(spread(&Reading::peak_mm), 0.06);
}

}  // namespace
