#pragma once

#include <cstdint>

#include "render/image/image.h"

namespace render {

/// Blends colour, its alpha scaled by coverage 0..1, over one straight-alpha pixel.
inline void blend_pixel(std::uint8_t* pixel, Rgba colour, double coverage) {
  const double over = colour[3] / 255.0 * coverage;
  if (over <= 0.0) return;
  const double under = pixel[3] / 255.0 * (1.0 - over);
  const double alpha = over + under;
  for (std::size_t i = 0; i < 3; ++i) {
    pixel[i] = static_cast<std::uint8_t>((over * colour[i] + under * pixel[i]) / alpha + 0.5);
  }
  pixel[3] = static_cast<std::uint8_t>(alpha * 255.0 + 0.5);
}

}  // namespace render
