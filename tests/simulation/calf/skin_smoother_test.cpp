#include "simulation/calf/skin_smoother.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/simulation/helpers.h"

namespace simulation {
namespace {

/// Both legs, with three fields side by side that differ from point to point.
struct Skin {
  shapes::Legs legs = shapes::make_legs();
  std::vector<std::uint32_t> all = std::vector<std::uint32_t>(legs.mesh.points_mm.size());
  static constexpr std::size_t kWidth = 9;

  Skin() { std::iota(all.begin(), all.end(), 0U); }
  float value(std::uint32_t point, std::size_t column) const {
    const glm::vec3& p = legs.mesh.points_mm[point];
    return std::sin(p.x * 0.31F + p.y * 0.17F + p.z * 0.23F + static_cast<float>(column));
  }
  /// Smoothed for these points, in their order.
  std::vector<float> smoothed(const std::vector<std::uint32_t>& wanted, std::size_t first,
                              std::size_t width) const {
    const SkinSmoother smoother(legs.mesh.points_mm, legs.mesh.triangles, wanted);
    std::vector<float> values;
    for (const std::uint32_t point : smoother.needed())
      for (std::size_t k = 0; k < width; ++k) values.push_back(value(point, first + k));
    smoother.smooth(values, width);
    std::vector<float> out;
    for (std::size_t i = 0; i < smoother.needed().size(); ++i)
      if (std::binary_search(wanted.begin(), wanted.end(), smoother.needed()[i]))
        out.insert(out.end(), values.begin() + static_cast<std::ptrdiff_t>(i * width),
                   values.begin() + static_cast<std::ptrdiff_t>((i + 1) * width));
    return out;
  }
};

TEST(SkinSmoother, APartComesOutAsInTheWhole) {
  const Skin skin;
  std::vector<std::uint32_t> part;
  for (const std::uint32_t i : skin.all)
    if (skin.legs.mesh.points_mm[i].x > 0.0F && i % 5 != 0) part.push_back(i);
  const std::vector<float> whole = skin.smoothed(skin.all, 0, Skin::kWidth);
  const std::vector<float> of_part = skin.smoothed(part, 0, Skin::kWidth);
  ASSERT_EQ(of_part.size(), part.size() * Skin::kWidth);
  for (std::size_t i = 0; i < part.size(); ++i)
    for (std::size_t k = 0; k < Skin::kWidth; ++k)
      ASSERT_EQ(of_part[i * Skin::kWidth + k], whole[part[i] * Skin::kWidth + k]) << part[i];
}

TEST(SkinSmoother, ReadsNoMoreThanItNeeds) {
  const Skin skin;
  std::vector<std::uint32_t> few;
  for (const std::uint32_t i : skin.all)
    if (skin.legs.mesh.points_mm[i].x > 0.0F) few.push_back(i);
  const SkinSmoother smoother(skin.legs.mesh.points_mm, skin.legs.mesh.triangles, few);
  // The other leg hangs on no triangle of this one.
  EXPECT_EQ(smoother.needed(), few);
}

TEST(SkinSmoother, FieldsSideBySideAreThoseOneByOne) {
  const Skin skin;
  const std::vector<float> together = skin.smoothed(skin.all, 0, Skin::kWidth);
  for (std::size_t k = 0; k < Skin::kWidth; ++k) {
    const std::vector<float> alone = skin.smoothed(skin.all, k, 1);
    for (const std::uint32_t i : skin.all) ASSERT_EQ(together[i * Skin::kWidth + k], alone[i]);
  }
}

TEST(SkinSmoother, AnEvenMovementStaysAndAWavyOneFades) {
  const Skin skin;
  const SkinSmoother smoother(skin.legs.mesh.points_mm, skin.legs.mesh.triangles, skin.all);
  std::vector<float> even(skin.all.size(), 0.5F);
  smoother.smooth(even, 1);
  for (const float value : even) EXPECT_NEAR(value, 0.5F, 1e-5F);
  std::vector<float> wavy;
  for (const std::uint32_t i : skin.all) wavy.push_back(i % 2 == 0 ? 1.0F : -1.0F);
  smoother.smooth(wavy, 1);
  for (const float value : wavy) EXPECT_LT(std::abs(value), 0.7F);
}

}  // namespace
}  // namespace simulation
