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

/// Gives every pixel that `known` leaves out the colour of the nearest known pixel (4-neighbour steps, smoothed
/// along the way). Alpha is left as it is.
void spread_colours(Picture& picture, std::vector<std::uint8_t> known);

}  // namespace bake
