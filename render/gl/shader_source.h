#pragma once

#include <filesystem>
#include <string>

namespace render::gl {

/// Text of a shader with every `#include "name"` line replaced by that file of the same folder, each file
/// once. Throws AssetError naming the file that cannot be read.
std::string shader_source(const std::filesystem::path& folder, const std::string& file);

}  // namespace render::gl
