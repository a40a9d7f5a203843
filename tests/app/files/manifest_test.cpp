#include "app/files/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "app/base/hash.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

std::string manifest_with(const std::string& hash, int bytes) {
  return R"({"foreshow_assets": 1, "unit": "mm",
    "meshes": [{"name": "calf", "file": "calf.glb", "landmarks": ["l-knee"],
                "parts": [{"name": "skin", "material": "skin", "points": 8, "quads": 6}]}],
    "files": [{"path": "calf.glb", "bytes": )" +
         std::to_string(bytes) + R"(, "sha256": ")" + hash + "\"}]}";
}

TEST(Manifest, DescribesAndVerifiesFiles) {
  Scratch scratch;
  scratch.write("calf.glb", "mesh");
  scratch.write("manifest.json", manifest_with(sha256_of_text("mesh"), 4));
  const Paths paths{scratch.folder(), scratch.folder()};
  const Manifest manifest = read_manifest(paths);
  EXPECT_EQ(manifest.meshes.at("calf").part_points.at("skin"), 8u);
  EXPECT_NO_THROW(verify_file(paths, manifest, "calf.glb"));
  scratch.write("calf.glb", "mush");
  EXPECT_THROW(verify_file(paths, manifest, "calf.glb"), AssetError);
  EXPECT_THROW(verify_file(paths, manifest, "other.glb"), AssetError);
}

TEST(Manifest, MissingSaysHowToMakeIt) {
  Scratch scratch;
  const Paths paths{scratch.folder(), scratch.folder()};
  EXPECT_THAT(message_of<AssetError>([&] { read_manifest(paths); }), HasSubstr("bash app/run"));
}

TEST(Manifest, OtherUnitsAreRefused) {
  Scratch scratch;
  scratch.write("manifest.json", R"({"foreshow_assets": 1, "unit": "cm", "meshes": [], "files": []})");
  EXPECT_THAT(message_of<AssetError>([&] {
                read_manifest({scratch.folder(), scratch.folder()});
              }),
              HasSubstr("unit"));
}

}  // namespace
}  // namespace app
