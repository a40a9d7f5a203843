#include "simulation/face/skin_folds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <vector>

#include "simulation/measure/vertex_normals.h"
#include "tests/simulation/face/mask.h"

namespace simulation {
namespace {

/// The mask with its lines, as it stands still.
struct Skin {
  FacePart part = mask::part();
  LineMap lines{part, mask::triangles(), mask::landmarks(), FaceResponse{}};
  std::vector<glm::vec3> rest_mm{part.rest_mm().begin(), part.rest_mm().end()};
  std::vector<glm::vec3> rest_normals = [this] {
    std::vector<glm::vec3> exact(rest_mm.size());
    vertex_normals(rest_mm, mask::triangles(), exact);
    return exact;
  }();
  SkinFolds folds{rest_mm, rest_normals, lines};
  std::vector<glm::vec3> points_mm = rest_mm, normals = rest_normals;
  SkinFolds::Held held;

  std::vector<glm::uvec2> swell(const std::vector<float>& mm) {
    std::vector<glm::uvec2> changed;
    folds.lift(held, points_mm, normals);
    folds.apply(mm, held, points_mm, normals, changed);
    return changed;
  }
  std::size_t samples() const {
    std::size_t count = 0;
    for (const LinePlace& line : lines.lines()) count += line.points.size();
    return count;
  }
  /// 1 mm on every sample of one group.
  std::vector<float> only(LineGroup group) const {
    std::vector<float> mm;
    for (const LinePlace& line : lines.lines())
      mm.insert(mm.end(), line.points.size(), line.group == group ? 1.0F : 0.0F);
    return mm;
  }
  float nearest_line_mm(const glm::vec3& point, LineGroup group) const {
    float nearest = 1e9F;
    for (const LinePlace& line : lines.lines())
      if (line.group == group)
        for (const LinePoint& p : line.points) nearest = std::min(nearest, glm::distance(p.rest_mm, point));
    return nearest;
  }
};

TEST(SkinFolds, NothingSwollenNothingMoves) {
  Skin skin;
  EXPECT_GT(skin.folds.touched().size(), 200U);
  EXPECT_TRUE(skin.swell(std::vector<float>(skin.samples(), 0.0F)).empty());
  EXPECT_EQ(skin.points_mm, skin.rest_mm);
  EXPECT_EQ(skin.normals, skin.rest_normals);
}

TEST(SkinFolds, TheFloorSinksAndTheSkinBesideItRises) {
  for (const LineGroup group : {LineGroup::glabella, LineGroup::forehead, LineGroup::crows_feet}) {
    Skin skin;
    skin.swell(skin.only(group));
    double lowest = 0.0, highest = 0.0;
    for (std::size_t i = 0; i < skin.points_mm.size(); ++i) {
      const double height = glm::dot(skin.points_mm[i] - skin.rest_mm[i], skin.rest_normals[i]);
      lowest = std::min(lowest, height);
      highest = std::max(highest, height);
      const float away = skin.nearest_line_mm(skin.rest_mm[i], group);
      if (height < -0.1) {
        EXPECT_LT(away, 0.5 * line_pitch_mm(group));
      }
      if (away > 1.3 * line_pitch_mm(group)) {
        EXPECT_EQ(skin.points_mm[i], skin.rest_mm[i]);
      }
    }
    EXPECT_LT(lowest, -0.4);
    EXPECT_GT(highest, 0.15);
  }
}

// Skin is not made: what sinks is what rises, but for the ends of lines.
TEST(SkinFolds, AsMuchRisesAsSinks) {
  Skin skin;
  FaceBaseline grades;
  grades.forehead = {0, 3};
  skin.swell(skin.lines.relief({}, Expression::raise, 1.0, grades).swell_mm);
  double sum = 0.0, size = 0.0;
  for (const glm::uvec3& t : mask::triangles()) {
    const double area = glm::length(glm::cross(glm::dvec3(skin.rest_mm[t.y] - skin.rest_mm[t.x]),
                                               glm::dvec3(skin.rest_mm[t.z] - skin.rest_mm[t.x])));
    for (int k = 0; k < 3; ++k) {
      const double height = glm::dot(skin.points_mm[t[k]] - skin.rest_mm[t[k]], skin.rest_normals[t[k]]);
      sum += area * height;
      size += area * std::abs(height);
    }
  }
  EXPECT_GT(size, 0.0);
  EXPECT_LT(std::abs(sum), 0.15 * size);
}

TEST(SkinFolds, NormalsAreThoseOfTheSwollenSkin) {
  Skin skin;
  skin.swell(skin.only(LineGroup::glabella));
  std::vector<glm::vec3> exact(skin.points_mm.size());
  vertex_normals(skin.points_mm, mask::triangles(), exact);
  double worst = 0.0, turned = 0.0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    // Both halves of the mask have points of their own in the midline, with half a ring each.
    if (std::abs(skin.rest_mm[i].x) < 3.0F) continue;
    worst = std::max(worst, std::acos(std::min(1.0, double(glm::dot(exact[i], skin.normals[i])))));
    turned =
        std::max(turned, std::acos(std::min(1.0, double(glm::dot(skin.rest_normals[i], skin.normals[i])))));
  }
  EXPECT_GT(turned, 0.15);
  // The mask's steps of 2 to 2.5 mm are coarse beside a fold.
  EXPECT_LT(worst, 0.6 * turned);
}

TEST(SkinFolds, LiftedSkinHasItsOwnBytesAgain) {
  Skin skin;
  skin.swell(skin.only(LineGroup::forehead));
  EXPECT_NE(skin.points_mm, skin.rest_mm);
  skin.folds.lift(skin.held, skin.points_mm, skin.normals);
  EXPECT_EQ(skin.points_mm, skin.rest_mm);
  EXPECT_EQ(skin.normals, skin.rest_normals);
}

TEST(SkinFolds, TheWayToASwellLeavesNoTrace) {
  Skin once, after;
  once.swell(once.only(LineGroup::glabella));
  after.swell(after.only(LineGroup::crows_feet));
  const std::vector<glm::vec3> before = after.points_mm;
  const auto changed = after.swell(after.only(LineGroup::glabella));
  EXPECT_EQ(after.points_mm, once.points_mm);
  EXPECT_EQ(after.normals, once.normals);
  std::vector<bool> told(before.size(), false);
  for (const glm::uvec2& run : changed) std::fill(told.begin() + run.x, told.begin() + run.y, true);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (told[i]) continue;
    EXPECT_EQ(before[i], after.points_mm[i]);
  }
  EXPECT_TRUE(after.swell(after.only(LineGroup::glabella)).empty());
}

}  // namespace
}  // namespace simulation
