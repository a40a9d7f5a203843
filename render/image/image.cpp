#include "render/image/image.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "render/image/blend_pixel.h"

namespace render {

Image make_image(int width, int height, Rgba colour, Depth depth) {
  if (width < 0 || height < 0) throw std::invalid_argument("image: a side is negative");
  Image image{width, height, {}};
  image.rgba.resize(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (std::size_t i = 0; i < image.rgba.size(); ++i) image.rgba[i] = colour[i % 4];
  if (depth == Depth::bits_8) return image;
  image.rgba16.resize(image.rgba.size());
  for (std::size_t i = 0; i < image.rgba16.size(); ++i) image.rgba16[i] = in_16_bits(colour[i % 4]);
  return image;
}

ImageDifference difference(const Image& a, const Image& b) {
  ImageDifference result;
  const std::size_t pixels = a.rgba.size() / 4;
  if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size()) {
    result.differing_pixels = std::max(pixels, b.rgba.size() / 4);
    return result;
  }
  result.same_size = true;
  result.max = 0;
  std::uint64_t sum = 0;
  for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
    int largest = 0;
    for (std::size_t i = 4 * pixel; i < 4 * pixel + 4; ++i) {
      const int apart = std::abs(int{a.rgba[i]} - int{b.rgba[i]});
      sum += static_cast<std::uint64_t>(apart);
      largest = std::max(largest, apart);
    }
    result.max = std::max(result.max, largest);
    if (largest > 0) ++result.differing_pixels;
  }
  result.mean = pixels == 0 ? 0.0 : static_cast<double>(sum) / static_cast<double>(4 * pixels);
  return result;
}

}  // namespace render
