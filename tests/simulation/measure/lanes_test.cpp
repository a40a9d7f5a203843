#include "simulation/measure/lanes.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <vector>

#include "simulation/measure/held_weights.h"

namespace simulation {
namespace {

TEST(Lanes, ASumHasTheBytesOfAddingOneAfterAnother) {
  constexpr std::size_t kCount = 3 * kLaneSize;
  std::array<float, kCount> start;
  std::array<std::array<std::int16_t, kCount>, 7> packed;
  std::vector<LanePiece> pieces;
  for (std::size_t i = 0; i < kCount; ++i) start[i] = 150.0F - 1.37F * static_cast<float>(i);
  for (std::size_t k = 0; k < packed.size(); ++k) {
    for (std::size_t i = 0; i < kCount; ++i)
      packed[k][i] = static_cast<std::int16_t>((i * 7919 + k * 104729) % 65535 - 32767);
    pieces.push_back({packed[k].data(), (k % 2 == 0 ? 1.7e-4F : -3.1e-5F) * static_cast<float>(k + 1)});
  }
  std::array<float, kCount> expected = start, sum;
  for (const LanePiece& piece : pieces)
    for (std::size_t i = 0; i < kCount; ++i) {
      const volatile float product = piece.weight * static_cast<float>(piece.packed[i]);
      expected[i] += product;
    }
  sum_lanes(sum.data(), start.data(), pieces, kCount);
  EXPECT_EQ(std::memcmp(sum.data(), expected.data(), sizeof sum), 0);
  EXPECT_NE(std::memcmp(sum.data(), start.data(), sizeof sum), 0);
  sum_lanes(start.data(), start.data(), pieces, kCount);
  EXPECT_EQ(std::memcmp(start.data(), expected.data(), sizeof sum), 0);
}

TEST(Lanes, NothingToAddIsTheStart) {
  std::array<float, kLaneSize> start, sum;
  start.fill(-0.3F);
  sum_lanes(sum.data(), start.data(), {}, kLaneSize);
  EXPECT_EQ(sum, start);
}

TEST(PointRuns, PointsNearToOneAnotherShareARun) {
  std::vector<glm::uvec2> runs;
  add_runs(runs, std::vector<std::uint32_t>{3, 4, 5, 5 + kApart, 300});
  add_runs(runs, std::vector<std::uint32_t>{301, 302, 900});
  EXPECT_EQ(runs, (std::vector<glm::uvec2>{{3, 6 + kApart}, {300, 303}, {900, 901}}));
}

TEST(PointRuns, RunsOfTwoSourcesBecomeOneList) {
  std::vector<glm::uvec2> runs;
  add_runs(runs, std::vector<std::uint32_t>{100, 101, 500});
  add_runs(runs, std::vector<std::uint32_t>{10, 102, 490, 700});
  join_runs(runs);
  EXPECT_EQ(runs, (std::vector<glm::uvec2>{{10, 11}, {100, 103}, {490, 501}, {700, 701}}));
}

}  // namespace
}  // namespace simulation
