#pragma once

#include <cstdint>
#include <filesystem>
#include <glm/vec3.hpp>
#include <span>
#include <string>
#include <vector>

namespace render {

/// Linear light, top row first: pixel (x, y) is rgb[y * width + x], each channel finite and >= 0.
struct HdrImage {
  int width = 0;
  int height = 0;
  std::vector<glm::vec3> rgb;

  bool operator==(const HdrImage&) const = default;
};

/// Decodes a Radiance picture (RGBE: flat, old and new run lengths; rows from top to bottom, `-Y H +X W`).
/// Sides up to 16384 and 64 million pixels. `name` is what messages call it. Throws InputError
/// `NAME: what is wrong, what was expected` for anything else, one that ends too early or goes on among them.
HdrImage decode_hdr(std::span<const std::uint8_t> bytes, const std::string& name);

/// decode_hdr of a file of the user. Throws InputError when it is missing, a folder, unreadable or larger
/// than 512 MB too.
HdrImage read_hdr(const std::filesystem::path& path);

}  // namespace render
