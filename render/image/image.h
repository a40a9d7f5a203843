#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace render {

/// Red, green, blue, alpha; sRGB, straight alpha.
using Rgba = std::array<std::uint8_t, 4>;

/// How fine the steps of a channel are.
enum class Depth { bits_8, bits_16 };

/// sRGB, straight alpha, top row first: pixel (x, y) starts at rgba[4 * (y * width + x)].
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
  /// The same picture in finer steps, 0 to 65535, for a file that shall hold them; empty: there are none.
  /// What is drawn on the image is drawn on both, what is compared are the bytes.
  std::vector<std::uint16_t> rgba16{};

  Depth depth() const { return rgba16.empty() ? Depth::bits_8 : Depth::bits_16; }
  bool operator==(const Image&) const = default;
};

/// An image of one colour. Throws std::invalid_argument for negative sizes.
Image make_image(int width, int height, Rgba colour, Depth depth = Depth::bits_8);

/// Who is told about a picture that cannot be read.
enum class ImageSource { asset, user };

/// Reads any PNG as 8-bit sRGB RGBA (palette, grey, 16-bit and gamma are converted). Sides up to 32768.
/// Throws AssetError or InputError `FILE: what is wrong, what was expected`.
Image read_png(const std::filesystem::path& path, ImageSource source = ImageSource::user);

/// A tEXt entry: keyword of 1-79 Latin-1 characters, any text.
struct PngText {
  std::string keyword;
  std::string text;
};

/// A PNG of the image, as deep as it is: RGB when every pixel is opaque, else RGBA, marked as sRGB; `dpi`
/// above 0 is told as pixels per metre. Same pixels and text, same bytes; no time, nothing that was not asked
/// for. Throws std::invalid_argument for an empty image and for a dpi that is not 0 to 100000.
std::vector<std::uint8_t> encode_png(const Image& image, std::span<const PngText> text = {},
                                     double dpi = 0.0);

/// encode_png to a file that appears complete or not at all. Throws InputError when it cannot be written.
void write_png(const std::filesystem::path& path, const Image& image, std::span<const PngText> text = {},
               double dpi = 0.0);

/// How far the bytes of two images are apart, over all four channels.
struct ImageDifference {
  bool same_size = false;            // otherwise the other figures are the worst there can be
  int max = 255;                     // largest difference of one channel, 0-255
  double mean = 255.0;               // mean absolute difference per channel, 0-255
  std::size_t differing_pixels = 0;  // pixels with any difference
};

ImageDifference difference(const Image& a, const Image& b);

}  // namespace render
