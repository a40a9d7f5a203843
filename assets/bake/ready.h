#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "assets/bake/png_file.h"

namespace bake {

/// A baked GLB refined and laid out for the program, which maps it (render/mesh/baked_mesh.h).
/// `landmark_names` name the points of its part `landmarks`; `sha256` is the GLB's own. AssetError if it
/// cannot be read.
std::vector<std::uint8_t> ready_mesh(const std::filesystem::path& glb,
                                     const std::vector<std::string>& landmark_names,
                                     const std::string& sha256);

/// A picture with its smaller levels, the same way (render/image/mip_image.h).
std::vector<std::uint8_t> ready_texture(const Picture& picture);

}  // namespace bake
