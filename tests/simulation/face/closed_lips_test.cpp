#include "simulation/face/closed_lips.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>

#include "simulation/error.h"

namespace simulation {
namespace {

constexpr double kHalfWidth = 25.0;
const Sided<glm::dvec3> kCorners{{kHalfWidth, 0.0, 80.0}, {-kHalfWidth, 0.0, 80.0}};

struct Sheet {
  std::vector<glm::vec3> points_mm;
  std::vector<glm::uvec3> triangles;
};

/// Flat skin at z = 80 whose rows part at y = 0 into a lens of `gap_mm`, with a wall 12 mm behind.
Sheet parted_sheet(double gap_mm) {
  constexpr int kColumns = 121, kRows = 61;
  Sheet sheet;
  const auto add_half = [&sheet, gap_mm](double side) {
    const auto first = static_cast<std::uint32_t>(sheet.points_mm.size());
    for (int row = 0; row < kRows; ++row)
      for (int column = 0; column < kColumns; ++column) {
        const double x = column - 60.0;
        const double lens = std::max(0.0, 1.0 - x * x / (kHalfWidth * kHalfWidth));
        sheet.points_mm.emplace_back(x, side * (0.5 * gap_mm * lens + 0.5 * row), 80.0);
      }
    for (std::uint32_t row = 0; row + 1 < kRows; ++row)
      for (std::uint32_t column = 0; column + 1 < kColumns; ++column) {
        const std::uint32_t a = first + row * kColumns + column;
        sheet.triangles.emplace_back(a, a + 1, a + kColumns);
        sheet.triangles.emplace_back(a + 1, a + kColumns + 1, a + kColumns);
      }
  };
  add_half(1.0);
  add_half(-1.0);
  const auto wall = static_cast<std::uint32_t>(sheet.points_mm.size());
  for (const float y : {-30.0f, 30.0f})
    for (const float x : {-60.0f, 60.0f}) sheet.points_mm.emplace_back(x, y, 62.0f);
  sheet.triangles.emplace_back(wall, wall + 1, wall + 2);
  sheet.triangles.emplace_back(wall + 1, wall + 3, wall + 2);
  return sheet;
}

TEST(ClosedLips, TheOpeningIsMeasured) {
  const Sheet sheet = parted_sheet(2.0);
  const MouthSlit slit = mouth_slit(sheet.points_mm, sheet.triangles, kCorners);
  const std::size_t middle = slit.gap_mm.size() / 2;
  EXPECT_NEAR(slit.gap_mm[middle], 2.0, 0.3);
  EXPECT_NEAR(slit.middle_y_mm[middle], 0.0, 0.1);
  EXPECT_EQ(slit.gap_mm.front(), 0.0);
}

TEST(ClosedLips, LipsMeetAndFarSkinStays) {
  Sheet sheet = parted_sheet(2.0);
  const std::vector<glm::vec3> before = sheet.points_mm;
  close_lips(sheet.points_mm, mouth_slit(sheet.points_mm, sheet.triangles, kCorners));
  for (std::size_t i = 0; i < before.size(); ++i) {
    const double moved = std::abs(before[i].y - sheet.points_mm[i].y);
    EXPECT_LE(moved, 1.3) << i;
    if (std::abs(before[i].y) > 9.0 || before[i].z < 63.0f) {
      EXPECT_EQ(before[i], sheet.points_mm[i]) << i;
    }
  }
  const MouthSlit shut = mouth_slit(sheet.points_mm, sheet.triangles, kCorners);
  // No more than one row of the measure and its overlap.
  EXPECT_LT(*std::max_element(shut.gap_mm.begin(), shut.gap_mm.end()), 0.4);
}

TEST(ClosedLips, RowsKeepTheirOrder) {
  Sheet sheet = parted_sheet(2.5);
  close_lips(sheet.points_mm, mouth_slit(sheet.points_mm, sheet.triangles, kCorners));
  for (std::size_t i = 0; i + 121 < std::size_t{121} * 61; ++i)
    EXPECT_LE(sheet.points_mm[i].y, sheet.points_mm[i + 121].y) << i;
}

TEST(ClosedLips, ClosedLipsKeepTheirBytes) {
  Sheet sheet = parted_sheet(0.0);
  const std::vector<glm::vec3> before = sheet.points_mm;
  close_lips(sheet.points_mm, mouth_slit(sheet.points_mm, sheet.triangles, kCorners));
  EXPECT_EQ(before, sheet.points_mm);
}

TEST(ClosedLips, CornersInOnePlaceAreRefused) {
  const Sheet sheet = parted_sheet(1.0);
  EXPECT_THROW(mouth_slit(sheet.points_mm, sheet.triangles, {kCorners.left, kCorners.left}), InputError);
}

}  // namespace
}  // namespace simulation
