#include "render/scene/noise_volume.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

namespace render {
namespace {

std::uint32_t mixed(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

std::uint32_t cell_hash(glm::ivec3 cell, int period, std::uint32_t salt) {
  const auto wrap = [period](int v) { return static_cast<std::uint32_t>(((v % period) + period) % period); };
  return mixed(wrap(cell.x) + 157u * mixed(wrap(cell.y) + 113u * mixed(wrap(cell.z) + salt)));
}

float unit(std::uint32_t hash) {
  return static_cast<float>(hash >> 8) / 16777216.0f;
}

std::byte to_byte(float value) {
  return static_cast<std::byte>(std::clamp(static_cast<int>(std::floor(value * 255.0f + 0.5f)), 0, 255));
}

/// Values that repeat after `period` cells on each axis, worked out once: a volume reads each of them often.
template <typename Value>
class Lattice {
 public:
  template <typename Make>
  Lattice(int period, Make make) : period_(period) {
    for (int z = 0; z < period; ++z)
      for (int y = 0; y < period; ++y)
        for (int x = 0; x < period; ++x) values_.push_back(make(glm::ivec3(x, y, z)));
  }
  /// Where `count` cells from this one on lie along each axis, at most three: neighbours share the division.
  struct Block {
    std::array<std::size_t, 3> x, y, z;
  };
  Block block(glm::ivec3 from, int count) const {
    Block out{};
    const auto wrap = [this](int v) { return static_cast<std::size_t>((v % period_ + period_) % period_); };
    const auto side = static_cast<std::size_t>(period_);
    for (int i = 0; i < count; ++i) {
      const auto at = static_cast<std::size_t>(i);
      out.x[at] = wrap(from.x + i);
      out.y[at] = wrap(from.y + i) * side;
      out.z[at] = wrap(from.z + i) * side * side;
    }
    return out;
  }
  const Value& at(const Block& block, std::size_t x, std::size_t y, std::size_t z) const {
    return values_[block.z[z] + block.y[y] + block.x[x]];
  }

 private:
  int period_;
  std::vector<Value> values_;
};

glm::ivec3 cell_of(glm::vec3 p) {
  return {static_cast<int>(std::floor(p.x)), static_cast<int>(std::floor(p.y)),
          static_cast<int>(std::floor(p.z))};
}

/// Value noise with a quintic ease, -0.5..0.5.
class ValueNoise {
 public:
  ValueNoise(int period, std::uint32_t salt)
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

/// Height of skin relief over a volume of `cells` pores a side.
class Relief {
 public:
  explicit Relief(int cells)
      : pores_(cells,
               [cells](glm::ivec3 cell) {
                 const auto number = [&](std::uint32_t salt) { return unit(cell_hash(cell, cells, salt)); };
                 return Pore{kPoreFrom + kPoreSpan * glm::vec3(number(1), number(2), number(3)), number(4)};
               }),
        there_(cells * 2 / 3, 6),
        grain_(cells * 2, 7),
        fine_grain_(cells * 4, 8) {}

  float height(glm::vec3 p) const {
    const Nearest near = nearest(p);
    // Pores differ: many are hardly there, a few are wide and deep.
    const float size = near.own * near.own;
    const float dent = std::max(0.0f, 1.0f - near.first / (0.20f + 0.22f * size));
    const float pore = (0.25f + 0.75f * size) * dent * dent * (3.0f - 2.0f * dent);
    // Furrows run from pore to pore, but not everywhere, or the skin would look like leather.
    const float furrow = 1.0f - std::min((near.second - near.first) * 3.6f, 1.0f);
    const float there = std::clamp(0.5f + 1.6f * there_.at(p * (2.0f / 3.0f)), 0.0f, 1.0f);
    const float grain = grain_.at(p * 2.0f) + 0.75f * fine_grain_.at(p * 4.0f);
    return -0.27f * there * furrow * furrow - 0.62f * pore + 0.30f * grain;
  }

 private:
  // Of a cell's side.
  static constexpr float kPoreFrom = 0.15f, kPoreSpan = 0.7f, kPoreTo = 0.85f;
  struct Pore {
    glm::vec3 place;  // in its cell
    float own;        // a number of its own, 0 to 1
  };
  /// Distances to the nearest two pores, in cells.
  struct Nearest {
    float first = 8, second = 8, own = 0;
  };
  /// A row of cells along one axis and how far, squared, its pores are at least from a place in the middle
  /// one; a little less, so that rounding leaves none out.
  struct Slab {
    std::size_t row;
    float far_squared;
  };
  using Slabs = std::array<Slab, 3>;  // nearest first
  static Slabs slabs(float within) {
    const auto squared = [](float far) { return 0.9999f * far * far; };
    const Slab before{0, squared(within + 1.0f - kPoreTo)}, after{2, squared(1.0f + kPoreFrom - within)};
    const Slab own{1, squared(std::max({0.0f, kPoreFrom - within, within - kPoreTo}))};
    return within < 0.5f ? Slabs{own, before, after} : Slabs{own, after, before};
  }
  Nearest nearest(glm::vec3 p) const {
    const glm::ivec3 from = cell_of(p) - 1;
    const auto block = pores_.block(from, 3);
    const glm::vec3 within = p - glm::vec3(from + 1);
    const Slabs xs = slabs(within.x), ys = slabs(within.y), zs = slabs(within.z);
    Nearest near;
    float first_squared = 64, second_squared = 64;
    // From the cell itself outward: most others are soon seen to be too far.
    for (const auto& [z, z_far] : zs)
      for (const auto& [y, y_far] : ys) {
        if (z_far + y_far >= second_squared) continue;
        for (const auto& [x, x_far] : xs) {
          if (z_far + y_far + x_far >= second_squared) continue;
          const Pore& pore = pores_.at(block, x, y, z);
          const glm::vec3 to = glm::vec3(from + glm::ivec3(x, y, z)) + pore.place - p;
          const float squared = glm::dot(to, to);
          if (squared >= second_squared) continue;
          const float d = std::sqrt(squared);
          if (d < near.first) {
            near = {d, near.first, pore.own};
            second_squared = first_squared;
            first_squared = squared;
          } else if (d < near.second) {
            near.second = d;
            second_squared = squared;
          }
        }
      }
    return near;
  }

  Lattice<Pore> pores_;
  ValueNoise there_, grain_, fine_grain_;
};

}  // namespace

std::vector<std::byte> relief_volume(int size, int cells) {
  const auto at = [size](int x, int y, int z) {
    const auto wrap = [size](int v) { return static_cast<std::size_t>((v + size) % size); };
    return (wrap(z) * static_cast<std::size_t>(size) + wrap(y)) * static_cast<std::size_t>(size) + wrap(x);
  };
  const auto count =
      static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
  std::vector<float> height(count);
  const float scale = static_cast<float>(cells) / static_cast<float>(size);
  const Relief relief(cells);
  for (int z = 0; z < size; ++z)
    for (int y = 0; y < size; ++y)
      for (int x = 0; x < size; ++x) height[at(x, y, z)] = relief.height((glm::vec3(x, y, z) + 0.5f) * scale);
  double mean = 0;
  for (const float h : height) mean += h;
  mean /= static_cast<double>(count);

  std::vector<std::byte> bytes(count * 4);
  for (int z = 0; z < size; ++z)
    for (int y = 0; y < size; ++y)
      for (int x = 0; x < size; ++x) {
        const std::size_t i = at(x, y, z);
        const glm::vec3 slope(height[at(x + 1, y, z)] - height[at(x - 1, y, z)],
                              height[at(x, y + 1, z)] - height[at(x, y - 1, z)],
                              height[at(x, y, z + 1)] - height[at(x, y, z - 1)]);
        for (int axis = 0; axis < 3; ++axis)
          bytes[i * 4 + static_cast<std::size_t>(axis)] = to_byte(slope[axis] * 0.8f + 0.5f);
        bytes[i * 4 + 3] = to_byte(static_cast<float>(height[i] - mean) + 0.5f);
      }
  return bytes;
}

std::vector<std::byte> mottle_volume(int size, int cells) {
  constexpr std::uint32_t kChannels = 4, kOctaves = 3;
  const auto side = static_cast<std::size_t>(size);
  std::vector<std::byte> bytes(side * side * side * kChannels);
  const float scale = static_cast<float>(cells) / static_cast<float>(size);
  std::vector<ValueNoise> noises;
  for (std::uint32_t channel = 0; channel < kChannels; ++channel)
    for (std::uint32_t o = 0; o < kOctaves; ++o) noises.emplace_back(cells << o, 20 + channel * 4 + o);
  std::size_t i = 0;
  for (int z = 0; z < size; ++z)
    for (int y = 0; y < size; ++y)
      for (int x = 0; x < size; ++x) {
        const glm::vec3 p = (glm::vec3(x, y, z) + 0.5f) * scale;
        for (std::uint32_t channel = 0; channel < kChannels; ++channel) {
          float sum = 0, amplitude = 0.9f;
          for (std::uint32_t o = 0; o < kOctaves; ++o) {
            sum += amplitude * noises[channel * kOctaves + o].at(p * static_cast<float>(1u << o));
            amplitude *= 0.55f;
          }
          bytes[i++] = to_byte(sum * 0.8f + 0.5f);
        }
      }
  return bytes;
}

}  // namespace render
