#pragma once

#include <filesystem>
#include <string>

namespace app {

/// SHA-256 of the bytes of a file of the product, 64 lower-case hexadecimal digits. Throws AssetError when it
/// cannot be read.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace app
