#include "app/files/manifest.h"

#include "app/base/error.h"
#include "app/base/hash.h"
#include "app/files/file_hash.h"
#include "app/files/json_field.h"

namespace app {
namespace {

constexpr std::size_t kMaxManifestBytes = 8 << 20;

MeshEntry read_mesh(const Field& field) {
  MeshEntry entry;
  entry.file = field.at("file").text();
  for (const Field& name : field.at("landmarks").items()) entry.landmarks.push_back(name.text());
  for (const Field& part : field.at("parts").items())
    entry.part_points[part.at("name").text()] = static_cast<std::size_t>(part.at("points").integer());
  return entry;
}

}  // namespace

Manifest read_manifest(const Paths& paths) {
  const JsonFile file = read_json(paths.baked_file("manifest.json"), FileOwner::product, kMaxManifestBytes);
  const Field root(file);
  if (root.at("foreshow_assets").integer() != 1)
    root.at("foreshow_assets").fail("is of another version, run `bash app/run` again");
  if (root.at("unit").text() != "mm") root.at("unit").fail("is not mm, expected mm");
  Manifest manifest;
  for (const Field& mesh : root.at("meshes").items())
    manifest.meshes[mesh.at("name").text()] = read_mesh(mesh);
  for (const Field& entry : root.at("files").items())
    manifest.files[entry.at("path").text()] = {static_cast<std::size_t>(entry.at("bytes").number()),
                                               entry.at("sha256").text()};
  return manifest;
}

void verify_file(const Paths& paths, const Manifest& manifest, const std::string& file) {
  const std::filesystem::path path = paths.baked_file(file);
  const auto found = manifest.files.find(file);
  if (found == manifest.files.end()) throw AssetError(path.string() + ": is not in the manifest");
  std::error_code error;
  if (std::filesystem::file_size(path, error) == found->second.bytes && !error &&
      sha256_of_file(path) == found->second.sha256)
    return;
  throw AssetError(path.string() +
                   ": is not the file the manifest describes; delete the folder and run `bash app/run`");
}

}  // namespace app
