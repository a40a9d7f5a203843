#pragma once

#include <string>
#include <vector>

#include "assets/bake/region.h"
#include "assets/bake/textures.h"

namespace bake {

/// A file that was written, by its path below the output folder.
struct WrittenFile {
  std::string path, sha256;
  std::size_t bytes = 0;
};

/// Text of manifest.json: origin, licence, unit, files with hashes, counts, targets and landmarks.
std::string manifest_text(const std::vector<Region>& regions, const std::vector<Texture>& textures,
                          const std::vector<WrittenFile>& files, double checked_height_mm);

}  // namespace bake
