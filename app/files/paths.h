#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace app {

/// Whether what was worked out may be kept for the next start, or only what is there already is read.
enum class CacheUse { read_and_write, read_only };

/// Where the program's own read-only data lie.
struct Paths {
  std::filesystem::path share;    // clinical, plans, texts, shaders, fonts
  std::filesystem::path baked;    // meshes, textures, manifest.json
  std::filesystem::path cache{};  // what the program may keep and make again; empty: nowhere
  CacheUse cache_use = CacheUse::read_and_write;

  /// A file of `share`, e.g. `clinical/limits.json`. Throws AssetError when it is missing.
  std::filesystem::path shared_file(std::string_view name) const;
  /// A file of `baked`, e.g. `meshes/calf.glb`. Throws AssetError when it is missing; the message says how to
  /// make it.
  std::filesystem::path baked_file(std::string_view name) const;
};

/// `share` is beside the executable. `baked` is what FORESHOW_ASSETS names, else `assets` beside the
/// executable (an installed package), else `assets` beside its folder (a build tree). `cache` is what
/// FORESHOW_CACHE names, else `foreshow` in the user's cache folder. Nothing is checked yet.
Paths find_paths();

}  // namespace app
