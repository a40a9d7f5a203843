#include "simulation/calf/compartments.h"

#include <gtest/gtest.h>

#include <map>

#include "simulation/calf/leg_fields.h"
#include "simulation/calf/loss_field.h"
#include "tests/simulation/calf/solved_leg.h"

namespace {

using simulation::CalfMuscle;
using simulation::MuscleBundle;
namespace compartments = simulation::compartments;
namespace leg_parameters = simulation::leg_parameters;

const CalfBody& usual() {
  static const CalfBody body;
  return body;
}
const LegParts& parts() {
  static const LegParts leg(usual(), simulation::BodySide::left);
  return leg;
}

std::map<int, double> shares(CalfMuscle muscle, double t, double theta) {
  std::map<int, double> out;
  for (const auto& d : compartments::shares_at(parts().muscles.bundle(muscle), muscle, t, theta)) {
    if (d.drive >= 0) out[d.drive] += d.share;
  }
  return out;
}

TEST(Compartments, SharesAddToOneEverywhere) {
  for (const CalfMuscle muscle : simulation::kCalfMuscles) {
    const MuscleBundle& bundle = parts().muscles.bundle(muscle);
    const int first = compartments::first_of(muscle);
    for (double t = bundle.t_from - 0.02; t < bundle.t_to + 0.02; t += 0.003) {
      for (double theta = -3.1; theta < 3.1; theta += 0.07) {
        double sum = 0.0;
        for (const auto& [drive, share] : shares(muscle, t, theta)) {
          EXPECT_GE(share, 0.0);
          if (share > 0.0) {
            EXPECT_GE(drive, first);
            EXPECT_LT(drive, first + compartments::count_of(muscle));
          }
          sum += share;
        }
        ASSERT_NEAR(sum, 1.0, 1e-14) << t << " " << theta;
      }
    }
  }
}

TEST(Compartments, SharesChangeWithoutKinks) {
  // A kink of slope would leave a second difference in proportion to the step, not to its square.
  constexpr double kStep = 1e-4;
  double worst = 0.0;
  for (const CalfMuscle muscle : simulation::kCalfMuscles) {
    const MuscleBundle& bundle = parts().muscles.bundle(muscle);
    const double theta = bundle.centre_at(bundle.t_belly) + 0.1;
    for (double t = bundle.t_from + 0.01; t < bundle.t_to - 0.01; t += kStep) {
      auto before = shares(muscle, t - kStep, theta);
      auto now = shares(muscle, t, theta);
      auto after = shares(muscle, t + kStep, theta);
      const int first = compartments::first_of(muscle);
      for (int c = first; c < first + compartments::count_of(muscle); ++c) {
        worst = std::max(worst, std::abs(after[c] - 2.0 * now[c] + before[c]) / (kStep * kStep));
      }
    }
  }
  // ease() over a level of 0.22 of a belly: at most 5.8 over the square of its length, plus the strips.
  EXPECT_LT(worst, 1200.0);
  RecordProperty("curvature", std::to_string(worst));
}

TEST(Compartments, EachIsStrongestAtItsMiddle) {
  for (int c = 0; c < compartments::kCount; ++c) {
    const CalfMuscle muscle = compartments::muscle_of(c);
    const auto [t, theta] = compartments::middle(parts().muscles.bundle(muscle), c);
    for (const auto& [drive, share] : shares(muscle, t, theta)) {
      EXPECT_NEAR(share, drive == c ? 1.0 : 0.0, 1e-9) << c << " " << drive;
    }
  }
}

TEST(Compartments, NeighboursAreOfOneMuscleAndTouch) {
  const auto pairs = compartments::neighbours();
  // Medial 4 levels x 2 strips, the others 4 levels: own squares, within a level, to the next level.
  EXPECT_EQ(pairs.size(), (8U + 4U + 3U * 4U) + 2U * (4U + 3U));
  for (const auto& [a, b] : pairs) {
    EXPECT_LE(a, b);
    EXPECT_EQ(compartments::muscle_of(a), compartments::muscle_of(b));
  }
}

TEST(Compartments, LatticeHoldsTheVolumeThatYields) {
  const simulation::Lattice lattice = parts().tissue.lattice(12.0);
  const double length = parts().outline.frame().length_mm;
  for (const CalfMuscle muscle : simulation::kCalfMuscles) {
    double held = 0.0;
    const int first = compartments::first_of(muscle);
    for (int c = first; c < first + compartments::count_of(muscle); ++c) {
      EXPECT_GT(lattice.drive_volume_mm3(c), 0.0) << c;
      held += lattice.drive_volume_mm3(c);
    }
    const double known = simulation::LossField::yielded_volume_mm3(parts().muscles, muscle, length);
    EXPECT_NEAR(held, known, 1e-9 * known);
    EXPECT_LT(known, 1000.0 * parts().muscles.volume_ml(muscle));
  }
}

TEST(Compartments, ParametersOfALegSpanItsDrives) {
  const simulation::LegDrive drive{{0.3, 0.1, -0.05}, {0.4, 0.6, 0.2}};
  simulation::CompartmentPattern pattern = simulation::even_pattern();
  for (int c = 0; c < compartments::kCount; ++c) pattern[static_cast<std::size_t>(c)] += 0.1 * (c % 5 - 2);
  const double losses[] = {0.3, 0.1, -0.05};
  Eigen::VectorXd parameters(leg_parameters::kCount);
  parameters.head<6>() << 0.3, 0.1, -0.05, 0.4, 0.6, 0.2;
  for (int c = 0; c < compartments::kCount; ++c)
    parameters[leg_parameters::kWhole + c] =
        losses[static_cast<int>(compartments::muscle_of(c))] * (pattern[static_cast<std::size_t>(c)] - 1.0);
  const Eigen::VectorXd spanned = simulation::leg_parameter_directions() * parameters;
  EXPECT_LT((spanned - simulation::leg_drive_values(drive, pattern)).norm(), 1e-15);
}

}  // namespace
