#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace bake {

/// All bytes of a file. AssetError if it cannot be read.
std::vector<std::uint8_t> read_bytes(const std::filesystem::path& file);

/// Writes to `file` + ".part", then renames, so that a reader never meets half a file. AssetError if the
/// disk refuses.
void write_bytes(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);
void write_text(const std::filesystem::path& file, const std::string& text);

}  // namespace bake
