#include "render/scene/grain_map.h"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "render/scene/noise_lattice.h"

namespace render {
namespace {

/// Height of skin relief over a tile of `cells` pores a side, a flat cut through a solid of pores.
class Relief {
 public:
  explicit Relief(int cells)
      : pores_(flat(cells),
               [cells](glm::ivec3 cell) {
                 const auto number = [&](std::uint32_t salt) {
                   return unit(cell_hash(cell, flat(cells), salt));
                 };
                 return Pore{kPoreFrom + kPoreSpan * glm::vec3(number(1), number(2), number(3)), number(4)};
               }),
        there_(flat(cells * 2 / 3), 6),
        grain_(flat(cells * 2), 7),
        fine_grain_(flat(cells * 4), 8) {}

  /// At a place in cells.
  float height(glm::vec2 place) const {
    const glm::vec3 p(place, 0.5f);
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
  /// Only the layers of cells that the cut meets, each of them different.
  static glm::ivec3 flat(int cells) { return {cells, cells, 3}; }
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

/// A square of numbers that tiles.
class Tile2 {
 public:
  template <typename At>
  Tile2(int side, At at) : side_(side) {
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x) values_.push_back(at(glm::vec2(x, y) + 0.5f));
    double sum = 0;
    for (const float value : values_) sum += value;
    mean_ = static_cast<float>(sum / static_cast<double>(values_.size()));
  }
  float at(int x, int y) const { return values_[wrap(y) * static_cast<std::size_t>(side_) + wrap(x)]; }
  float mean() const { return mean_; }
  /// Between four values; `place` in cells of this tile.
  float between(glm::vec2 place) const {
    const glm::vec2 from = glm::floor(place - 0.5f), t = place - 0.5f - from;
    const int x = static_cast<int>(from.x), y = static_cast<int>(from.y);
    return (at(x, y) * (1 - t.x) + at(x + 1, y) * t.x) * (1 - t.y) +
           (at(x, y + 1) * (1 - t.x) + at(x + 1, y + 1) * t.x) * t.y;
  }

 private:
  std::size_t wrap(int v) const { return static_cast<std::size_t>((v + side_) % side_); }
  int side_;
  float mean_ = 0;
  std::vector<float> values_;
};

}  // namespace

std::vector<std::byte> grain_map() {
  constexpr int kSide = kGrainMapSide, kCoarse = kSide / 2;
  // On 32 mm: pores 0.9 mm apart, furrows between larger fields of 1.5 mm, specks of 2.3 mm and finer.
  constexpr int kPores = 36, kFields = 21, kSpecks = 14;
  // What the fields add to the pores: assumption, art direction.
  constexpr float kSlope = 0.75f, kHeight = 0.95f, kSpeck = 1.0f;  // of the range of a byte
  constexpr float kFieldSlope = 0.14f, kFieldHeight = 0.45f;
  const auto tile = [](int side, int cells) {
    const Relief relief(cells);
    const float scale = static_cast<float>(cells) / static_cast<float>(side);
    return Tile2(side, [&](glm::vec2 p) { return relief.height(p * scale); });
  };
  const Tile2 pores = tile(kSide, kPores), fields = tile(kCoarse, kFields);
  const ValueNoise specks[]{ValueNoise({kSpecks, kSpecks, 2}, 20),
                            ValueNoise({2 * kSpecks, 2 * kSpecks, 2}, 21),
                            ValueNoise({4 * kSpecks, 4 * kSpecks, 2}, 22)};

  std::vector<std::byte> bytes;
  bytes.reserve(std::size_t{4} * kSide * kSide);
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const glm::vec2 coarse = (glm::vec2(x, y) + 0.5f) * 0.5f;
      const auto slope = [&](glm::ivec2 d) {
        const glm::vec2 by =
            glm::vec2(d) * 0.875f;  // over 0.22 mm either way, as wide as the fields are fine
        return pores.at(x + d.x, y + d.y) - pores.at(x - d.x, y - d.y) +
               kFieldSlope * (fields.between(coarse + by) - fields.between(coarse - by));
      };
      bytes.push_back(to_byte(kSlope * slope({1, 0}) + 0.5f));
      bytes.push_back(to_byte(kSlope * slope({0, 1}) + 0.5f));
      const float height =
          pores.at(x, y) - pores.mean() + kFieldHeight * (fields.between(coarse) - fields.mean());
      bytes.push_back(to_byte(kHeight * height + 0.5f));
      float sum = 0, amplitude = 0.9f, scale = static_cast<float>(kSpecks) / kSide;
      for (const ValueNoise& octave : specks) {
        sum += amplitude * octave.at(glm::vec3((glm::vec2(x, y) + 0.5f) * scale, 0.5f));
        amplitude *= 0.55f;
        scale *= 2;
      }
      bytes.push_back(to_byte(kSpeck * sum + 0.5f));
    }
  return bytes;
}

}  // namespace render
