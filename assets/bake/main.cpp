#include <cmath>
#include <cstdio>
#include <exception>
#include <string>

#include "assets/bake/error.h"
#include "assets/bake/files.h"
#include "assets/bake/manifest.h"
#include "assets/bake/ready.h"
#include "render/file/sha256.h"

namespace {

using namespace bake;

constexpr int kWrongInput = 2, kBrokenAsset = 3;
constexpr double kExpectedHeightMm = 1603, kHeightToleranceMm = 1;

void progress(const std::string& line) {
  std::fprintf(stderr, "foreshow_bake: %s\n", line.c_str());
}

/// The published height of the average woman of 40 proves that base, rows and their order fit together.
double check_height(const Mesh& mesh, const MorphRows& rows) {
  const double old_share = 2 * (0.5 + (40.0 - 25.0) / 130.0) - 1;
  const double height = body_height_mm(mesh, rows,
                                       {{"macrodetails/caucasian-female-young", 1 - old_share},
                                        {"macrodetails/caucasian-female-old", old_share}});
  if (std::abs(height - kExpectedHeightMm) > kHeightToleranceMm)
    throw AssetError("targets.bin: a woman of 40 comes out " + std::to_string(height) +
                     " mm tall, expected 1603");
  return height;
}

void bake_all(const std::filesystem::path& package, const std::filesystem::path& output) {
  progress("reading the mesh package");
  const Mesh mesh = read_mesh(package);
  const MorphRows rows(package);
  const double height = check_height(mesh, rows);
  std::vector<WrittenFile> files;
  const auto write = [&](const std::string& path, const std::vector<std::uint8_t>& bytes) {
    write_bytes(output / path, bytes);
    files.push_back({path, render::sha256_of_bytes(bytes), bytes.size()});
  };
  std::vector<Region> regions;
  progress("shaping the legs");
  regions.push_back(bake_legs(package, mesh, rows));
  progress("shaping the face");
  regions.push_back(bake_face(package, mesh, rows));
  for (const Region& region : regions) {
    const std::string glb = "meshes/" + region.name + ".glb";
    write(glb, region.glb);
    progress("refining the " + region.name);
    write("meshes/" + region.name + ".mesh",
          ready_mesh(output / glb, region.landmark_names, files.back().sha256));
  }
  progress("cleaning textures");
  const std::vector<Texture> textures = read_textures(package, mesh);
  for (const Texture& texture : textures) write("textures/" + texture.name, ready_texture(texture.picture));
  write_text(output / "manifest.json", manifest_text(regions, textures, files, height));
  progress("done: " + output.string());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: foreshow_bake PACKAGE_FOLDER OUTPUT_FOLDER\n");
    return kWrongInput;
  }
  try {
    bake_all(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "foreshow_bake: %s\n", error.what());
    return kBrokenAsset;
  }
}
