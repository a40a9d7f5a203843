#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace bake {

/// 8 bit per channel, top row first.
struct Picture {
  int width = 0, height = 0, channels = 0;  // 3 or 4
  std::vector<std::uint8_t> bytes;
  std::uint8_t* at(int x, int y) {
    return bytes.data() + (std::size_t(y) * std::size_t(width) + std::size_t(x)) * std::size_t(channels);
  }
};

/// AssetError if the file is not a readable PNG.
Picture read_picture(const std::filesystem::path& file);

}  // namespace bake
