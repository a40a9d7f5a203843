#include "assets/bake/png_file.h"

#include <png.h>

#include "assets/bake/error.h"
#include "assets/bake/files.h"

namespace bake {

Picture read_picture(const std::filesystem::path& file) {
  const std::vector<std::uint8_t> bytes = read_bytes(file);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
    throw AssetError(file.string() + ": is not a PNG picture: " + image.message);
  Picture picture;
  image.format = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  picture.width = int(image.width);
  picture.height = int(image.height);
  picture.channels = image.format == PNG_FORMAT_RGBA ? 4 : 3;
  picture.bytes.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, picture.bytes.data(), 0, nullptr) == 0)
    throw AssetError(file.string() + ": is a broken PNG picture: " + image.message);
  return picture;
}

}  // namespace bake
