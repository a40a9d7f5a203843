#include "simulation/filler/filler_field.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "simulation/error.h"
#include "simulation/filler/filler_part.h"
#include "simulation/measure/smooth.h"
#include "simulation/measure/surface_change.h"

namespace simulation {
namespace {

struct Sheet {
  std::vector<glm::vec3> points;
  std::vector<glm::uvec3> triangles;
};

/// 80 mm square facing +Z, bent about Y to a radius; 0: flat.
Sheet sheet(double radius_mm) {
  constexpr int kSteps = 160;
  Sheet s;
  for (int j = 0; j <= kSteps; ++j)
    for (int i = 0; i <= kSteps; ++i) {
      const double x = 0.5 * i - 40.0, y = 0.5 * j - 40.0;
      if (radius_mm == 0.0)
        s.points.emplace_back(x, y, 0.0);
      else
        s.points.emplace_back(radius_mm * std::sin(x / radius_mm), y,
                              radius_mm * std::cos(x / radius_mm) - radius_mm);
    }
  const auto at = [](int i, int j) { return static_cast<std::uint32_t>(j * (kSteps + 1) + i); };
  for (int j = 0; j < kSteps; ++j)
    for (int i = 0; i < kSteps; ++i) {
      s.triangles.emplace_back(at(i, j), at(i + 1, j), at(i + 1, j + 1));
      s.triangles.emplace_back(at(i, j), at(i + 1, j + 1), at(i, j + 1));
    }
  return s;
}

/// An oval of 12 by 8 mm along the normals.
FillerPlace oval() {
  FillerPlace place{FillerSite::cheek, BodySide::left, {0.0, 0.0, 0.0}, 30.0, true, {}};
  place.movement = [](const glm::dvec3& p, const glm::dvec3& normal) {
    return normal * (1.0 - ease(0.0, 1.0, std::hypot(p.x / 12.0, p.y / 8.0)));
  };
  return place;
}

FillerState cheek(double ml) {
  FillerState state;
  state[FillerSite::cheek] = ml;
  return state;
}

double lifted_ml(const Sheet& s, const FillerField& field, double ml) {
  std::vector<glm::vec3> moved = s.points;
  FillerPart(field).apply(field.sizes(cheek(ml)), moved);
  return (mesh_volume_mm3(moved, s.triangles) - mesh_volume_mm3(s.points, s.triangles)) / 1000.0;
}

TEST(FillerField, OnAPlaneTheHeightIsVolumeByArea) {
  const Sheet flat = sheet(0.0);
  const FillerField field(flat.points, flat.triangles, {oval()});
  // The bump 1 - ease(u) holds 2/7 of a cylinder of its height.
  const double mm2 = std::numbers::pi * 12.0 * 8.0 * 2.0 / 7.0;
  EXPECT_NEAR(field.sizes(cheek(0.1))[0], 100.0 / mm2, 0.01 * 100.0 / mm2);
  EXPECT_NEAR(lifted_ml(flat, field, 0.1), 0.1, 1e-4);
}

TEST(FillerField, KeepsTheVolumeOnRoundSkinToo) {
  for (const double radius : {12.0, 40.0, -40.0}) {
    const Sheet round = sheet(radius);
    const FillerField field(round.points, round.triangles, {oval()});
    for (const double ml : {0.05, 0.3, 0.6})
      EXPECT_NEAR(lifted_ml(round, field, ml), ml, 0.005 * ml) << radius;
  }
}

TEST(FillerField, MoreFillerLiftsMoreAndNoneLeavesEveryByte) {
  const Sheet flat = sheet(0.0);
  const FillerField field(flat.points, flat.triangles, {oval()});
  double before = 0.0;
  for (double ml = 0.1; ml <= 5.0; ml += 0.1) {
    const double size = field.sizes(cheek(ml))[0];
    EXPECT_GT(size, before);
    before = size;
  }
  EXPECT_EQ(field.sizes({})[0], 0.0);
  std::vector<glm::vec3> moved = flat.points;
  FillerPart(field).apply(field.sizes({}), moved);
  EXPECT_EQ(moved, flat.points);
}

TEST(FillerField, TwoPlacesOfASiteShareTheVolumeEvenly) {
  const Sheet flat = sheet(0.0);
  FillerPlace right = oval(), left = oval();
  right.side = BodySide::right;
  right.centre_mm.x = -20.0;
  right.movement = [](const glm::dvec3& p, const glm::dvec3& normal) {
    return normal * (1.0 - ease(0.0, 1.0, std::hypot((p.x + 20.0) / 6.0, p.y / 8.0)));
  };
  const FillerField both(flat.points, flat.triangles, {left, right});
  const FillerField alone(flat.points, flat.triangles, {left});
  EXPECT_NEAR(both.sizes(cheek(0.4))[0], alone.sizes(cheek(0.2))[0], 1e-9);
  EXPECT_NEAR(both.sizes(cheek(0.4))[1], 2.0 * both.sizes(cheek(0.4))[0], 0.02);  // on half the area
  EXPECT_NEAR(lifted_ml(flat, both, 0.4), 0.4, 1e-3);
}

TEST(FillerField, APlaceWithoutSkinIsAnError) {
  const Sheet flat = sheet(0.0);
  FillerPlace far = oval();
  far.centre_mm = {500.0, 0.0, 0.0};
  EXPECT_THROW(FillerField(flat.points, flat.triangles, {far}), InputError);
}

TEST(FillerPart, HairMovesAsTheSkinUnderIt) {
  const Sheet flat = sheet(0.0);
  const FillerField field(flat.points, flat.triangles, {oval()});
  const std::vector<glm::vec3> rest = {{0.1F, 0.2F, 1.0F}, {5.0F, 0.0F, 1.5F}, {30.0F, 0.0F, 1.0F}};
  std::vector<glm::vec3> hair = rest;
  const FillerSizes sizes = field.sizes(cheek(0.1));
  FillerPart(field, flat.points, rest).apply(sizes, hair);
  EXPECT_NEAR(hair[0].z - rest[0].z, sizes[0], 0.01);
  EXPECT_NEAR(hair[1].z - rest[1].z, sizes[0] * (1.0 - ease(0.0, 1.0, 5.0 / 12.0)), 0.02);
  EXPECT_EQ(hair[2], rest[2]);
}

}  // namespace
}  // namespace simulation
