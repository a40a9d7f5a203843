#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "render/file/baked_file.h"
#include "render/file/shared_array.h"
#include "render/image/image.h"

namespace render {

/// An sRGB picture as the driver takes it, with its smaller levels.
struct MipImage {
  int width = 0;
  int height = 0;
  /// RGBA rows, top row first: the picture, then every smaller level down to one pixel. The picture alone
  /// where its sides are no powers of two.
  std::vector<SharedArray<std::byte>> levels;
  /// mean_skin_colour() of it.
  glm::vec3 mean_skin{1.0f};
  std::shared_ptr<const BakedFile> file = nullptr;  // that the levels lie in; null: in none

  /// The driver has its copy: memory of a file goes back to the system until it is read again.
  void release() const;
};

/// Mean linear colour of the skin in a body texture, leaving out mouth, hair and other far colours.
glm::vec3 mean_skin_colour(const Image& texture);

MipImage make_mip_image(const Image& image);

/// What open_mip_image() maps: set-up makes it of the product's textures. The same image, the same bytes.
std::vector<std::uint8_t> encode_mip_image(const MipImage& image);

/// The levels lie in the file. Throws AssetError.
MipImage open_mip_image(const std::filesystem::path& path);

}  // namespace render
