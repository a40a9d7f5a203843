#include <png.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <csetjmp>
#include <stdexcept>
#include <system_error>

#include "render/error.h"
#include "render/file/whole_file.h"
#include "render/image/image.h"

namespace render {
namespace {

constexpr png_uint_32 kMaxSide = 32768;
constexpr double kMetresPerInch = 0.0254;
// Nothing is printed finer; what a file can tell ends at 2^31 pixels a metre.
constexpr double kMostDpi = 100000.0;

[[noreturn]] void fail(const std::filesystem::path& path, ImageSource source, const std::string& what) {
  const std::string message = path.string() + ": " + what;
  if (source == ImageSource::asset) throw AssetError(message);
  throw InputError(message);
}

// libpng leaves by longjmp, so everything with a destructor lives outside of write_rows.
struct Encoder {
  std::vector<std::uint8_t> bytes;
  std::vector<png_text> text;
  std::vector<const std::uint8_t*> rows;
  std::string complaint;
};

void take_bytes(png_structp png, png_bytep data, std::size_t length) {
  auto& bytes = static_cast<Encoder*>(png_get_io_ptr(png))->bytes;
  bytes.insert(bytes.end(), data, data + length);
}

void nothing_to_flush(png_structp) {}

void keep_complaint(png_structp png, png_const_charp message) {
  static_cast<Encoder*>(png_get_error_ptr(png))->complaint = message;
  png_longjmp(png, 1);
}

void drop_warning(png_structp, png_const_charp) {}

struct PngHeader {
  png_uint_32 width = 0, height = 0;
  int bits = 8, colour_type = PNG_COLOR_TYPE_RGB;
  png_uint_32 pixels_per_metre = 0;
};

bool write_rows(Encoder& encoder, const PngHeader& header) {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &encoder, keep_complaint, drop_warning);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  if (!info || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return false;
  }
  png_set_write_fn(png, &encoder, take_bytes, nothing_to_flush);
  png_set_IHDR(png, info, header.width, header.height, header.bits, header.colour_type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (header.pixels_per_metre > 0)
    png_set_pHYs(png, info, header.pixels_per_metre, header.pixels_per_metre, PNG_RESOLUTION_METER);
  png_set_compression_level(png, 1);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
  if (!encoder.text.empty()) {
    png_set_text(png, info, encoder.text.data(), static_cast<int>(encoder.text.size()));
  }
  png_write_info(png, info);
  if (header.colour_type == PNG_COLOR_TYPE_RGB)
    png_set_filler(png, 0, PNG_FILLER_AFTER);  // rows come with alpha
  // In a PNG the larger half of a value stands first.
  if (header.bits == 16 && std::endian::native == std::endian::little) png_set_swap(png);
  for (const std::uint8_t* row : encoder.rows) png_write_row(png, row);
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return true;
}

bool is_opaque(const Image& image) {
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
    if (image.rgba[i] != 255) return false;
  }
  return true;
}

}  // namespace

std::vector<std::uint8_t> encode_png(const Image& image, std::span<const PngText> text, double dpi) {
  const auto width = static_cast<std::size_t>(std::max(image.width, 0));
  const auto height = static_cast<std::size_t>(std::max(image.height, 0));
  if (width == 0 || height == 0 || image.rgba.size() != 4 * width * height) {
    throw std::invalid_argument("png: the image is empty or its pixels do not match its size");
  }
  if (!(dpi >= 0.0 && dpi <= kMostDpi))
    throw std::invalid_argument("png: " + std::to_string(dpi) + " dots per inch, expected 0 (untold) to " +
                                std::to_string(std::lround(kMostDpi)));
  const bool deep = image.depth() == Depth::bits_16;
  if (deep && image.rgba16.size() != image.rgba.size())
    throw std::invalid_argument("png: the fine pixels do not match the size of the image");

  Encoder encoder;
  for (std::size_t y = 0; y < height; ++y)
    encoder.rows.push_back(deep ? reinterpret_cast<const std::uint8_t*>(image.rgba16.data() + 4 * y * width)
                                : image.rgba.data() + 4 * y * width);
  std::vector<PngText> entries(text.begin(), text.end());
  for (PngText& entry : entries) {
    png_text item{};
    item.compression = PNG_TEXT_COMPRESSION_NONE;
    item.key = entry.keyword.data();
    item.text = entry.text.data();
    item.text_length = entry.text.size();
    encoder.text.push_back(item);
  }
  const PngHeader header{static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), deep ? 16 : 8,
                         is_opaque(image) ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA,
                         static_cast<png_uint_32>(std::lround(dpi / kMetresPerInch))};
  if (!write_rows(encoder, header)) {
    throw std::runtime_error("png: " + encoder.complaint);
  }
  return std::move(encoder.bytes);
}

void write_png(const std::filesystem::path& path, const Image& image, std::span<const PngText> text,
               double dpi) {
  write_whole_file(path, encode_png(image, text, dpi));
}

Image read_png(const std::filesystem::path& path, ImageSource source) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) fail(path, source, "not found, expected a PNG");
  if (std::filesystem::is_directory(status)) fail(path, source, "is a folder, expected a PNG");

  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_file(&png, path.c_str())) {
    fail(path, source, std::string("cannot be read as a PNG: ") + png.message);
  }
  if (png.width > kMaxSide || png.height > kMaxSide) {
    png_image_free(&png);
    fail(path, source, "is larger than 32768 pixels on a side");
  }
  png.format = PNG_FORMAT_RGBA;
  Image image;
  image.width = static_cast<int>(png.width);
  image.height = static_cast<int>(png.height);
  image.rgba.resize(PNG_IMAGE_SIZE(png));
  if (!png_image_finish_read(&png, nullptr, image.rgba.data(), 0, nullptr)) {
    const std::string what = png.message;
    png_image_free(&png);
    fail(path, source, "cannot be read as a PNG: " + what);
  }
  if (png.warning_or_error != 0) fail(path, source, std::string("is a damaged PNG: ") + png.message);
  return image;
}

}  // namespace render
