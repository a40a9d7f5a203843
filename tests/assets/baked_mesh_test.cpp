#include "tests/assets/baked_mesh.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <glm/geometric.hpp>
#include <set>

namespace {

using baked::Part;

// The package's last foot and toe joints lie this far in front of the toes.
constexpr float kPastToesMm = 12;

class BakedMesh : public testing::TestWithParam<const char*> {
 protected:
  std::map<std::string, Part> parts = baked::read(GetParam());
};

TEST_P(BakedMesh, HasTheSameTargetsInEveryPart) {
  for (const auto& [name, part] : parts) {
    EXPECT_EQ(part.target_names, parts.at("skin").target_names) << name;
    EXPECT_EQ(part.targets.size(), part.target_names.size()) << name;
  }
}

TEST_P(BakedMesh, MovesSomethingWithEveryTargetExceptTheNamedEmptyOnes) {
  std::set<std::string> empty;
  const nlohmann::json json = nlohmann::json::parse(baked::manifest_text());
  for (const auto& mesh : json.at("meshes"))
    if (mesh.at("name") == GetParam())
      for (const auto& name : mesh.at("empty_targets")) empty.insert(name);
  const Part& skin = parts.at("skin");
  for (std::size_t t = 0; t < skin.targets.size(); ++t) {
    bool moved = false;
    for (const auto& [name, part] : parts)
      for (const glm::vec3& delta : part.targets[t]) moved = moved || delta != glm::vec3(0);
    EXPECT_NE(moved, empty.contains(skin.target_names[t])) << skin.target_names[t];
  }
}

TEST_P(BakedMesh, ShapesMoveNoPointOutOfTheBody) {
  for (const auto& [name, part] : parts)
    for (std::size_t t = 0; t < part.target_names.size(); ++t) {
      if (part.target_names[t].starts_with("macrodetails/") || part.target_names[t].starts_with("legs/"))
        continue;
      for (const glm::vec3& delta : part.targets[t])
        ASSERT_LE(glm::length(delta), 120.0f) << name << " " << part.target_names[t];
    }
}

TEST_P(BakedMesh, SkinIsClosedAndManifold) {
  const Part& skin = parts.at("skin");
  const std::vector<std::uint32_t> point = skin.welded();
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> directed;
  for (std::size_t i = 0; i < skin.indices.size(); i += 3)
    for (std::size_t k = 0; k < 3; ++k)
      ++directed[{point[skin.indices[i + k]], point[skin.indices[i + (k + 1) % 3]]}];
  int wrong = 0;
  for (const auto& [edge, uses] : directed)
    if (uses != 1 || !directed.contains({edge.second, edge.first})) ++wrong;
  EXPECT_EQ(wrong, 0);
}

TEST_P(BakedMesh, SkinFacesPointOutwards) {
  const Part& skin = parts.at("skin");
  double volume = 0;
  for (std::size_t i = 0; i < skin.indices.size(); i += 3) {
    const glm::dvec3 a(skin.positions[skin.indices[i]]), b(skin.positions[skin.indices[i + 1]]),
        c(skin.positions[skin.indices[i + 2]]);
    volume +=
        (a.x * (b.y * c.z - b.z * c.y) + a.y * (b.z * c.x - b.x * c.z) + a.z * (b.x * c.y - b.y * c.x)) / 6;
  }
  EXPECT_GT(volume, 1e6);  // mm3: more than a litre
}

TEST_P(BakedMesh, StoresEachQuadAsTwoTrianglesInARow) {
  for (const auto& [name, part] : parts) {
    if (name == "landmarks") continue;
    ASSERT_EQ(part.indices.size() % 6, 0u) << name;
    for (std::size_t i = 0; i < part.indices.size(); i += 6) {
      ASSERT_EQ(part.indices[i], part.indices[i + 3]) << name;
      ASSERT_EQ(part.indices[i + 2], part.indices[i + 4]) << name;
    }
    EXPECT_EQ(part.uvs.size(), part.positions.size()) << name;
  }
}

TEST_P(BakedMesh, IsItsOwnMirrorImage) {
  for (const auto& [name, part] : parts) {
    if (name != "skin" && name != "cap") continue;
    float worst = 0;
    for (const glm::vec3& p : part.positions) {
      float nearest = 1e9f;
      for (const glm::vec3& q : part.positions)
        nearest = std::min(nearest, std::abs(p.x + q.x) + std::abs(p.y - q.y) + std::abs(p.z - q.z));
      worst = std::max(worst, nearest);
    }
    EXPECT_LT(worst, 0.02f) << name << ", mm";
  }
}

TEST_P(BakedMesh, LandmarksLieWithinTheBody) {
  for (const auto& weights : {baked::woman_of_40(), baked::man_of_45()}) {
    glm::vec3 low(1e9f), high(-1e9f);
    for (const auto& [name, part] : parts)
      for (const glm::vec3& p : part.mixed(weights))
        for (int axis = 0; axis < 3 && name != "landmarks"; ++axis) {
          low[axis] = std::min(low[axis], p[axis]);
          high[axis] = std::max(high[axis], p[axis]);
        }
    for (const auto& [name, p] : baked::landmarks(GetParam(), weights)) {
      if (name.find("eye-target") != std::string::npos || name.find("upper-leg") != std::string::npos)
        continue;
      for (int axis = 0; axis < 3; ++axis) {
        EXPECT_GE(p[axis], low[axis] - kPastToesMm) << name;
        EXPECT_LE(p[axis], high[axis] + kPastToesMm) << name;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Regions, BakedMesh, testing::Values("calf", "face"),
                         [](const auto& with) { return std::string(with.param); });

}  // namespace
