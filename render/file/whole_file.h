#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace render {

/// Writes bytes to path so that readers see the old file or the complete new one: into `NAME.part` beside it,
/// then renamed. Throws InputError when the folder is missing or not writable; nothing is left behind then.
void write_whole_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);

}  // namespace render
