#include "render/image/mip_levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/vector_relational.hpp>
#include <stdexcept>

namespace render {
namespace {

using Bytes = std::vector<std::byte>;

int number(std::byte value) {
  return std::to_integer<int>(value);
}

std::size_t byte_count(glm::ivec3 size) {
  return std::size_t(size.x) * std::size_t(size.y) * std::size_t(size.z) * 4;
}

/// The eight pixels under one of the next level, of which a flat side holds only the first.
struct Under {
  std::array<const std::byte*, 8> pixels;  // x fastest
};

/// Calls pixel(out, under) for every pixel of the next level.
template <typename Pixel>
Bytes halved(std::span<const std::byte> level, glm::ivec3 size, Pixel pixel) {
  const glm::ivec3 half = glm::max(size / 2, glm::ivec3(1));
  Bytes out(byte_count(half));
  std::byte* at = out.data();
  for (int z = 0; z < half.z; ++z)
    for (int y = 0; y < half.y; ++y)
      for (int x = 0; x < half.x; ++x, at += 4) {
        Under under;
        for (std::size_t i = 0; i < 8; ++i) {
          const glm::ivec3 from(2 * x + int(i & 1), 2 * y + int(i >> 1 & 1), 2 * z + int(i >> 2));
          const glm::ivec3 in = glm::min(from, size - 1);
          under.pixels[i] =
              &level[((std::size_t(in.z) * std::size_t(size.y) + std::size_t(in.y)) * std::size_t(size.x) +
                      std::size_t(in.x)) *
                     4];
        }
        pixel(at, under);
      }
  return out;
}

std::byte plain_mean(const Under& under, std::size_t channel) {
  const auto mean = [](int a, int b) { return (a + b + 1) / 2; };
  std::array<int, 8> v;
  for (std::size_t i = 0; i < 8; ++i) v[i] = number(under.pixels[i][channel]);
  const int near = mean(mean(v[0], v[1]), mean(v[2], v[3]));
  const int far = mean(mean(v[4], v[5]), mean(v[6], v[7]));
  return static_cast<std::byte>(mean(near, far));
}

/// From numbers to light and back.
class Srgb {
 public:
  Srgb() {
    for (std::size_t i = 0; i < light_.size(); ++i) light_[i] = light_of(static_cast<float>(i) / 255.0f);
    for (std::size_t i = 0; i < border_.size(); ++i)
      border_[i] = light_of((static_cast<float>(i) + 0.5f) / 255.0f);
    std::size_t number = 0;
    for (std::size_t i = 0; i < start_.size(); ++i) {
      while (number < border_.size() && border_[number] < static_cast<float>(i) / kSteps) ++number;
      start_[i] = static_cast<std::uint8_t>(number);
    }
  }
  float light(std::byte value) const { return light_[std::to_integer<std::size_t>(value)]; }
  /// The nearest number.
  std::byte of(float light) const {
    std::size_t number = start_[static_cast<std::size_t>(std::clamp(light, 0.0f, 1.0f) * kSteps)];
    while (number < border_.size() && border_[number] <= light) ++number;
    return static_cast<std::byte>(number);
  }

 private:
  static float light_of(float s) {
    return s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f);
  }
  static constexpr float kSteps = 4096.0f;
  std::array<float, 256> light_;
  std::array<float, 255> border_;         // between a number and the next
  std::array<std::uint8_t, 4097> start_;  // number that is not above this share of light
};

template <typename Pixel>
std::vector<Bytes> all_levels(std::span<const std::byte> rgba8, glm::ivec3 size, Pixel pixel) {
  if (!halves_evenly(size) || rgba8.size() != byte_count(size))
    throw std::invalid_argument("smaller_levels: sides are powers of two and fit the bytes");
  std::vector<Bytes> levels;
  std::span<const std::byte> level = rgba8;
  while (size != glm::ivec3(1)) {
    levels.push_back(halved(level, size, pixel));
    level = levels.back();
    size = glm::max(size / 2, glm::ivec3(1));
  }
  return levels;
}

}  // namespace

bool halves_evenly(glm::ivec3 size) {
  const auto power_of_two = [](int side) { return side > 0 && (side & (side - 1)) == 0; };
  return power_of_two(size.x) && power_of_two(size.y) && power_of_two(size.z);
}

std::vector<Bytes> smaller_levels(std::span<const std::byte> rgba8, glm::ivec3 size) {
  return all_levels(rgba8, size, [](std::byte* out, const Under& under) {
    for (std::size_t channel = 0; channel < 4; ++channel) out[channel] = plain_mean(under, channel);
  });
}

std::vector<Bytes> smaller_srgb_levels(std::span<const std::byte> rgba8, glm::ivec3 size) {
  if (size.z != 1) throw std::invalid_argument("smaller_srgb_levels: an image is wanted");
  static const Srgb srgb;
  return all_levels(rgba8, size, [](std::byte* out, const Under& under) {
    for (std::size_t channel = 0; channel < 3; ++channel) {
      float sum = 0;
      for (std::size_t i = 0; i < 4; ++i) sum += srgb.light(under.pixels[i][channel]);
      out[channel] = srgb.of(0.25f * sum);
    }
    out[3] = plain_mean(under, 3);
  });
}

}  // namespace render
