#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assets/bake/package.h"
#include "assets/bake/png_file.h"

namespace bake {

struct Texture {
  std::string name;    // file below textures/
  std::string what;    // for people
  std::string source;  // path in the package
  Picture picture;
};

/// All textures of the product, cleaned: colours run on past the borders of the texture islands, so that
/// filtering meets no seam, and the maker's mark in the corner of the skins is gone.
std::vector<Texture> read_textures(const std::filesystem::path& package, const Mesh& mesh);

/// Gives every pixel that `known` leaves out the mean of its known neighbours, ring by ring; far from any
/// known pixel the mean of all. Alpha is left as it is. AssetError if no pixel is known.
void spread_colours(Picture& picture, std::vector<std::uint8_t> known);

}  // namespace bake
