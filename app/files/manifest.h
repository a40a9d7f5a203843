#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/files/paths.h"

namespace app {

/// What the bake says about one region's mesh.
struct MeshEntry {
  std::string file;  // below the baked folder
  std::vector<std::string> landmarks;
  std::map<std::string, std::size_t> part_points;
};

struct FileEntry {
  std::size_t bytes = 0;
  std::string sha256;
};

/// manifest.json of the baked assets.
struct Manifest {
  std::map<std::string, MeshEntry> meshes;  // by region name
  std::map<std::string, FileEntry> files;   // by path below the baked folder
};

/// Throws AssetError with file and key when the manifest is missing, broken or in another unit than mm.
Manifest read_manifest(const Paths& paths);

/// Throws AssetError unless the file is there with the size and hash of the manifest. The program calls it
/// for a file when that file is first needed.
void verify_file(const Paths& paths, const Manifest& manifest, const std::string& file);

}  // namespace app
