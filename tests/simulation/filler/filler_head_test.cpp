#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "simulation/filler/filler_field.h"
#include "simulation/filler/filler_part.h"
#include "simulation/measure/surface_change.h"

namespace simulation {
namespace {

/// An egg with the landmarks of a face on it; points come in mirrored pairs.
struct Head {
  std::vector<glm::vec3> points;
  std::vector<glm::uvec3> triangles;
  FillerLandmarks landmarks;

  static glm::dvec3 on(double x, double y) {
    const double up = (y - 640.0) / 110.0, across = x / 75.0;
    return {x, y, 45.0 + 100.0 * std::sqrt(std::max(0.0, 1.0 - up * up - across * across))};
  }

  Head() {
    constexpr int kRows = 150, kColumns = 50;
    for (int j = 0; j <= kRows; ++j)
      for (int i = -kColumns; i <= kColumns; ++i) points.emplace_back(on(1.3 * i, 560.0 + j));
    const auto at = [](int i, int j) {
      return static_cast<std::uint32_t>(j * (2 * kColumns + 1) + i + kColumns);
    };
    for (int j = 0; j < kRows; ++j)
      for (int i = -kColumns; i < kColumns; ++i) {
        // Diagonals mirror too.
        const std::uint32_t a = at(i, j), b = at(i + 1, j), c = at(i + 1, j + 1), d = at(i, j + 1);
        if (i >= 0) {
          triangles.emplace_back(a, b, c);
          triangles.emplace_back(a, c, d);
        } else {
          triangles.emplace_back(a, b, d);
          triangles.emplace_back(b, c, d);
        }
      }
    const auto pair = [](double x, double y) { return Sided<glm::dvec3>{on(x, y), on(-x, y)}; };
    landmarks.eye = pair(28.4, 665.0);
    for (const BodySide side : kBodySides) landmarks.eye[side].z -= 14.0;
    landmarks.nose_wing = pair(19.6, 636.9);
    landmarks.cheek_fold = pair(25.0, 620.1);
    landmarks.cheek_upper = pair(51.7, 654.4);
    landmarks.mouth_corner = pair(26.6, 604.4);
    landmarks.brow_head = pair(14.9, 674.9);
    landmarks.lip_upper = on(0.0, 610.0);
    landmarks.lip_lower = on(0.0, 601.3);
  }

  std::uint32_t mirror(std::uint32_t point) const {
    constexpr std::uint32_t kWide = 101;
    return point / kWide * kWide + (kWide - 1 - point % kWide);
  }
};

const Head& head() {
  static const Head head;
  return head;
}

const FillerField& field() {
  static const FillerField field(head().points, head().triangles, head().landmarks);
  return field;
}

std::vector<glm::vec3> filled(const FillerState& state) {
  std::vector<glm::vec3> points = head().points;
  FillerPart(field()).apply(field().sizes(state), points);
  return points;
}

FillerState only(FillerSite site, double ml) {
  FillerState state;
  state[site] = ml;
  return state;
}

class FillerAt : public testing::TestWithParam<FillerSite> {};

TEST_P(FillerAt, EnclosesTheVolumeThatWasPlaced) {
  const double before = mesh_volume_mm3(head().points, head().triangles);
  for (const double ml : {0.1, 0.5, 1.0, 2.0})
    EXPECT_NEAR((mesh_volume_mm3(filled(only(GetParam(), ml)), head().triangles) - before) / 1000.0, ml,
                0.01 * ml);
}

TEST_P(FillerAt, IsAsMirroredAsTheHead) {
  const auto points = filled(only(GetParam(), 1.0));
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    const glm::vec3 other = points[head().mirror(i)];
    EXPECT_NEAR(points[i].x, -other.x, 2e-4);
    EXPECT_NEAR(points[i].y, other.y, 2e-4);
    EXPECT_NEAR(points[i].z, other.z, 2e-4);
  }
}

TEST_P(FillerAt, IsSmallAndNear) {
  const auto points = filled(only(GetParam(), 0.5));
  double most = 0.0;
  std::size_t moved = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double d = glm::distance(points[i], head().points[i]);
    most = std::max(most, d);
    moved += d > 0.0 ? 1 : 0;
  }
  EXPECT_GT(most, 0.3);
  EXPECT_LT(most, 4.0);
  EXPECT_LT(moved, points.size() / 4);
}

INSTANTIATE_TEST_SUITE_P(Sites, FillerAt,
                         testing::Values(FillerSite::glabella, FillerSite::nasolabial_fold, FillerSite::cheek,
                                         FillerSite::lips, FillerSite::tear_trough));

TEST(FillerHead, SitesAddUp) {
  FillerState both = only(FillerSite::cheek, 1.0);
  both[FillerSite::nasolabial_fold] = 0.8;
  const auto sum = filled(both);
  const auto one = filled(only(FillerSite::cheek, 1.0));
  const auto other = filled(only(FillerSite::nasolabial_fold, 0.8));
  for (std::size_t i = 0; i < sum.size(); ++i)
    EXPECT_LT(glm::distance(sum[i] - head().points[i], one[i] + other[i] - 2.0F * head().points[i]), 1e-4F);
}

TEST(FillerHead, TheLidStays) {
  const auto points = filled(only(FillerSite::tear_trough, 2.0));
  bool lifted = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (head().points[i].y > 665.0 - 7.8) {
      EXPECT_EQ(points[i], head().points[i]);
    } else {
      lifted = lifted || points[i] != head().points[i];
    }
  }
  EXPECT_TRUE(lifted);
}

TEST(FillerHead, TheWingOfTheNoseStaysBesideAFilledFold) {
  const auto points = filled(only(FillerSite::nasolabial_fold, 1.0));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const glm::vec3& rest = head().points[i];
    if (std::abs(rest.x) < 16.0F && rest.y > 624.0F) {
      EXPECT_LT(glm::distance(points[i], rest), 0.1F);
    }
  }
}

TEST(FillerHead, LipsThatTouchGoOnTouching) {
  const FillerField& f = field();
  const double size = f.sizes(only(FillerSite::lips, 2.0))[5];
  for (const FillerPlace& place : filler_places(head().landmarks)) {
    if (place.site != FillerSite::lips) continue;
    for (double x = -26.0; x <= 26.0; x += 1.0)
      for (double behind = 0.0; behind < 8.0; behind += 1.0) {
        // No place passes another above it, so no skin runs into other skin.
        double last = -1e9;
        for (double y = 585.0; y < 622.0; y += 0.25) {
          glm::dvec3 p = Head::on(x, y);
          p.z -= behind;
          const double now = y + size * place.movement(p, {}).y;
          EXPECT_GT(now, last);
          last = now;
        }
        // Across the mouth's line lips move as one.
        const glm::dvec3 low = Head::on(x, 602.0), high = Head::on(x, 603.0);
        EXPECT_LT(size * glm::distance(place.movement(low, {}), place.movement(high, {})), 0.5);
      }
  }
}

}  // namespace
}  // namespace simulation
