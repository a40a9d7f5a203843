#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

/// Noise on lattices that tile: the same numbers on every machine and run.
namespace render {

inline std::uint32_t mixed(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

inline std::uint32_t cell_hash(glm::ivec3 cell, glm::ivec3 period, std::uint32_t salt) {
  const auto wrap = [](int v, int every) {
    return static_cast<std::uint32_t>(((v % every) + every) % every);
  };
  return mixed(wrap(cell.x, period.x) +
               157u * mixed(wrap(cell.y, period.y) + 113u * mixed(wrap(cell.z, period.z) + salt)));
}

inline float unit(std::uint32_t hash) {
  return static_cast<float>(hash >> 8) / 16777216.0f;
}

inline std::byte to_byte(float value) {
  return static_cast<std::byte>(std::clamp(static_cast<int>(std::floor(value * 255.0f + 0.5f)), 0, 255));
}

/// Values that repeat after `period` cells along each axis, worked out once: a map reads each of them often.
template <typename Value>
class Lattice {
 public:
  template <typename Make>
  Lattice(glm::ivec3 period, Make make) : period_(period) {
    for (int z = 0; z < period.z; ++z)
      for (int y = 0; y < period.y; ++y)
        for (int x = 0; x < period.x; ++x) values_.push_back(make(glm::ivec3(x, y, z)));
  }
  /// Where `count` cells from this one on lie along each axis, at most three: neighbours share the division.
  struct Block {
    std::array<std::size_t, 3> x, y, z;
  };
  Block block(glm::ivec3 from, int count) const {
    Block out{};
    const auto wrap = [](int v, int every) { return static_cast<std::size_t>((v % every + every) % every); };
    const auto row = static_cast<std::size_t>(period_.x), layer = row * static_cast<std::size_t>(period_.y);
    for (int i = 0; i < count; ++i) {
      const auto at = static_cast<std::size_t>(i);
      out.x[at] = wrap(from.x + i, period_.x);
      out.y[at] = wrap(from.y + i, period_.y) * row;
      out.z[at] = wrap(from.z + i, period_.z) * layer;
    }
    return out;
  }
  const Value& at(const Block& block, std::size_t x, std::size_t y, std::size_t z) const {
    return values_[block.z[z] + block.y[y] + block.x[x]];
  }

 private:
  glm::ivec3 period_;
  std::vector<Value> values_;
};

inline glm::ivec3 cell_of(glm::vec3 p) {
  return {static_cast<int>(std::floor(p.x)), static_cast<int>(std::floor(p.y)),
          static_cast<int>(std::floor(p.z))};
}

/// Value noise with a quintic ease, -0.5..0.5.
class ValueNoise {
 public:
  ValueNoise(glm::ivec3 period, std::uint32_t salt)
      : corners_(period, [=](glm::ivec3 cell) { return unit(cell_hash(cell, period, salt)); }) {}

  float at(glm::vec3 p) const {
    const glm::ivec3 base = cell_of(p);
    const glm::vec3 t = p - glm::vec3(base);
    const glm::vec3 e = t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f);
    const auto block = corners_.block(base, 2);
    float sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      const std::size_t x = i & 1, y = (i >> 1) & 1, z = i >> 2;
      const float w = (x != 0 ? e.x : 1 - e.x) * (y != 0 ? e.y : 1 - e.y) * (z != 0 ? e.z : 1 - e.z);
      sum += w * corners_.at(block, x, y, z);
    }
    return sum - 0.5f;
  }

 private:
  Lattice<float> corners_;
};

}  // namespace render
