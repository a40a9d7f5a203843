#include "simulation/plan/protocol.h"

#include <gtest/gtest.h>

namespace simulation {
namespace {

TEST(Protocol, GivesAsManySitesAsAskedInsideTheSheet) {
  for (std::size_t m = 0; m < kMuscleCount; ++m) {
    for (int points = 1; points <= kMaxPoints; ++points) {
      const auto sites = standard_sites(static_cast<Muscle>(m), points);
      ASSERT_EQ(sites.size(), static_cast<std::size_t>(points));
      for (const glm::dvec2& site : sites) {
        EXPECT_GT(site.x, 0.0);
        EXPECT_LT(site.x, 1.0);
        EXPECT_GT(site.y, 0.0);
        EXPECT_LT(site.y, 1.0);
      }
    }
  }
}

TEST(Protocol, SitesAreEvenAboutTheMiddle) {
  const auto sites = standard_sites(Muscle::gastrocnemius_medial, 6);
  glm::dvec2 sum(0.0);
  for (const glm::dvec2& site : sites) sum += site;
  EXPECT_NEAR(sum.x / 6.0, 0.5, 1e-12);
  EXPECT_NEAR(sum.y / 6.0, 0.5, 1e-12);
}

TEST(Protocol, SplitsTheFrontalisByPointsAndLosesNoUnit) {
  for (int points = 1; points <= 10; ++points) {
    const auto shares = muscles_of({Muscle::frontalis, Side::both, points});
    double total = 0.0;
    int sites = 0;
    for (const MuscleShare& share : shares) {
      total += share.share;
      sites += share.points;
    }
    EXPECT_NEAR(total, 1.0, 1e-12);
    EXPECT_EQ(sites, points);
  }
  EXPECT_EQ(muscles_of({Muscle::corrugator, Side::left, {}}).size(), 1u);
}

TEST(Protocol, GlabellaStandardIsFiveSites) {
  EXPECT_EQ(protocol_points(Muscle::procerus) + 2 * protocol_points(Muscle::corrugator), 5);
  EXPECT_EQ(protocol_points(Muscle::orbicularis_oculi), 3);
}

}  // namespace
}  // namespace simulation
