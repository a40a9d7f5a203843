#pragma once

#include <cstdint>
#include <limits>

#include "render/image/image.h"

namespace render {

/// The value of 16 bits that a byte stands for: 255 is all of both.
constexpr std::uint16_t in_16_bits(std::uint8_t value) {
  return static_cast<std::uint16_t>(257 * value);
}

/// Blends colour, its alpha scaled by coverage 0..1, over one straight-alpha pixel.
template <class Channel>
void blend_pixel(Channel* pixel, Rgba colour, double coverage) {
  constexpr double kMost = std::numeric_limits<Channel>::max();
  constexpr int kSteps = std::numeric_limits<Channel>::max() / 255;  // to one of a byte
  const double over = colour[3] / 255.0 * coverage;
  if (over <= 0.0) return;
  const double under = pixel[3] / kMost * (1.0 - over);
  const double alpha = over + under;
  for (std::size_t i = 0; i < 3; ++i) {
    pixel[i] = static_cast<Channel>((over * (colour[i] * kSteps) + under * pixel[i]) / alpha + 0.5);
  }
  pixel[3] = static_cast<Channel>(alpha * kMost + 0.5);
}

/// The same of a pixel of an image, in every depth it has. The place must lie within.
inline void blend_pixel(Image& image, int x, int y, Rgba colour, double coverage) {
  const std::size_t at =
      4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
  blend_pixel(image.rgba.data() + at, colour, coverage);
  if (!image.rgba16.empty()) blend_pixel(image.rgba16.data() + at, colour, coverage);
}

}  // namespace render
