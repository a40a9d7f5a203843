#include "render/image/compose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "render/image/blend_pixel.h"

namespace render {
namespace {

struct Overlap {
  int x0, y0, x1, y1;  // destination pixels, end exclusive
};

Overlap overlap(const Image& image, int x, int y, int width, int height) {
  return {std::max(x, 0), std::max(y, 0), std::min(x + width, image.width),
          std::min(y + height, image.height)};
}

/// Where a pixel starts.
std::ptrdiff_t pixel_at(const Image& image, int x, int y) {
  return 4 * (static_cast<std::ptrdiff_t>(y) * image.width + x);
}

/// Copies `count` pixels of a row. An image without fine steps gives its bytes in theirs.
void copy_pixels(Image& to, std::ptrdiff_t at, const Image& from, std::ptrdiff_t from_at, int count) {
  const std::ptrdiff_t values = 4 * static_cast<std::ptrdiff_t>(count);
  std::copy_n(from.rgba.begin() + from_at, values, to.rgba.begin() + at);
  if (to.rgba16.empty()) return;
  if (from.rgba16.empty())
    std::transform(from.rgba.begin() + from_at, from.rgba.begin() + from_at + values, to.rgba16.begin() + at,
                   in_16_bits);
  else
    std::copy_n(from.rgba16.begin() + from_at, values, to.rgba16.begin() + at);
}

float to_linear(int value) {
  const double s = value / 255.0;
  return static_cast<float>(s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4));
}

// sRGB bytes to linear light and back. 16 bits of light are 20 steps for the darkest sRGB byte, so the way
// back finds the nearest byte.
class SrgbTable {
 public:
  SrgbTable() : srgb_(kSteps + 1) {
    for (int i = 0; i < 256; ++i) linear_[static_cast<std::size_t>(i)] = to_linear(i);
    std::size_t value = 0;
    for (std::size_t i = 0; i < srgb_.size(); ++i) {
      const float light = static_cast<float>(i) / static_cast<float>(kSteps);
      while (value < 255 && 0.5f * (linear_[value] + linear_[value + 1]) < light) ++value;
      srgb_[i] = static_cast<std::uint8_t>(value);
    }
  }

  float linear(std::uint8_t value) const { return linear_[value]; }
  std::uint8_t srgb(float light) const {
    return srgb_[static_cast<std::size_t>(std::clamp(light, 0.0f, 1.0f) * static_cast<float>(kSteps) + 0.5f)];
  }

 private:
  static constexpr std::size_t kSteps = 65535;

  std::array<float, 256> linear_{};
  std::vector<std::uint8_t> srgb_;
};

// Most blocks of a studio picture are background.
bool is_flat(const std::uint8_t* block, std::size_t stride, int factor) {
  const std::size_t width = 4 * static_cast<std::size_t>(factor);
  if (std::memcmp(block, block + 4, width - 4) != 0) return false;
  for (int row = 1; row < factor; ++row) {
    if (std::memcmp(block, block + static_cast<std::size_t>(row) * stride, width) != 0) return false;
  }
  return true;
}

Rgba average_block(const std::uint8_t* block, std::size_t stride, int factor, const SrgbTable& table) {
  if (is_flat(block, stride, factor)) {
    return block[3] == 0 ? Rgba{0, 0, 0, 0} : Rgba{block[0], block[1], block[2], block[3]};
  }
  float red = 0.0f;
  float green = 0.0f;
  float blue = 0.0f;
  std::uint32_t alpha = 0;
  for (int row = 0; row < factor; ++row) {
    const std::uint8_t* pixel = block + static_cast<std::size_t>(row) * stride;
    for (int i = 0; i < factor; ++i, pixel += 4) {
      const auto weight = static_cast<float>(pixel[3]);
      red += weight * table.linear(pixel[0]);
      green += weight * table.linear(pixel[1]);
      blue += weight * table.linear(pixel[2]);
      alpha += pixel[3];
    }
  }
  if (alpha == 0) return {0, 0, 0, 0};
  const float scale = 1.0f / static_cast<float>(alpha);
  const auto count = static_cast<std::uint32_t>(factor * factor);
  return {table.srgb(red * scale), table.srgb(green * scale), table.srgb(blue * scale),
          static_cast<std::uint8_t>((alpha + count / 2) / count)};
}

}  // namespace

void blit(Image& destination, const Image& source, int x, int y) {
  if (destination.rgba.empty()) return;
  const Overlap part = overlap(destination, x, y, source.width, source.height);
  if (part.x0 >= part.x1) return;
  for (int row = part.y0; row < part.y1; ++row)
    copy_pixels(destination, pixel_at(destination, part.x0, row), source,
                pixel_at(source, part.x0 - x, row - y), part.x1 - part.x0);
}

void blend(Image& destination, const Image& source, int x, int y) {
  if (destination.rgba.empty()) return;
  const Overlap part = overlap(destination, x, y, source.width, source.height);
  for (int row = part.y0; row < part.y1; ++row) {
    for (int column = part.x0; column < part.x1; ++column) {
      const std::uint8_t* from = source.rgba.data() + pixel_at(source, column - x, row - y);
      blend_pixel(destination, column, row, {from[0], from[1], from[2], from[3]}, 1.0);
    }
  }
}

void fill_rect(Image& destination, int x, int y, int width, int height, Rgba colour) {
  if (destination.rgba.empty()) return;
  const Overlap part = overlap(destination, x, y, width, height);
  for (int row = part.y0; row < part.y1; ++row) {
    for (int column = part.x0; column < part.x1; ++column) {
      blend_pixel(destination, column, row, colour, 1.0);
    }
  }
}

void fill_round_rect(Image& destination, double x, double y, double width, double height, double radius,
                     Rgba colour) {
  if (destination.rgba.empty()) return;
  const double half_width = 0.5 * width;
  const double half_height = 0.5 * height;
  const double r = std::clamp(radius, 0.0, std::min(half_width, half_height));
  const int left = static_cast<int>(std::floor(x));
  const int top = static_cast<int>(std::floor(y));
  const Overlap part = overlap(destination, left, top, static_cast<int>(std::ceil(x + width)) - left,
                               static_cast<int>(std::ceil(y + height)) - top);
  for (int row = part.y0; row < part.y1; ++row) {
    for (int column = part.x0; column < part.x1; ++column) {
      const double dx = std::abs(column + 0.5 - x - half_width) - (half_width - r);
      const double dy = std::abs(row + 0.5 - y - half_height) - (half_height - r);
      const double outside =
          std::hypot(std::max(dx, 0.0), std::max(dy, 0.0)) + std::min(std::max(dx, dy), 0.0) - r;
      blend_pixel(destination, column, row, colour, std::clamp(0.5 - outside, 0.0, 1.0));
    }
  }
}

Image side_by_side(std::span<const Image> images, int gap, Rgba background) {
  int width = images.empty() ? 0 : gap * (static_cast<int>(images.size()) - 1);
  int height = 0;
  for (const Image& image : images) {
    width += image.width;
    height = std::max(height, image.height);
  }
  Image result = make_image(width, height, background);
  int x = 0;
  for (const Image& image : images) {
    blit(result, image, x, 0);
    x += image.width + gap;
  }
  return result;
}

Image wipe(const Image& left, const Image& right, double fraction, int line_width, Rgba line_colour) {
  if (left.width != right.width || left.height != right.height) {
    throw std::invalid_argument("wipe: the images differ in size");
  }
  const int split = static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * left.width));
  Image result = left;
  for (int row = 0; row < result.height && split < result.width; ++row) {
    const std::ptrdiff_t at = pixel_at(result, split, row);
    copy_pixels(result, at, right, at, result.width - split);
  }
  fill_rect(result, split - line_width / 2, 0, line_width, result.height, line_colour);
  return result;
}

Image downsample(const Image& image, int factor) {
  if (factor < 1 || image.width % factor != 0 || image.height % factor != 0) {
    throw std::invalid_argument("downsample: the factor does not divide the image");
  }
  if (factor == 1) return image;
  const SrgbTable table;
  Image result{image.width / factor, image.height / factor, {}};
  result.rgba.resize(image.rgba.size() / static_cast<std::size_t>(factor * factor));
  const std::size_t stride = 4 * static_cast<std::size_t>(image.width);
  std::uint8_t* out = result.rgba.data();
  for (int y = 0; y < result.height; ++y) {
    const std::uint8_t* block = image.rgba.data() + static_cast<std::size_t>(y * factor) * stride;
    for (int x = 0; x < result.width; ++x, block += 4 * factor, out += 4) {
      const Rgba colour = average_block(block, stride, factor, table);
      std::memcpy(out, colour.data(), 4);
    }
  }
  return result;
}

}  // namespace render
