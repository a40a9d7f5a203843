#include "render/scene/noise_volume.h"

#include "render/scene/noise_lattice.h"

namespace render {

std::vector<std::byte> mottle_volume(int size, int cells) {
  constexpr std::uint32_t kChannels = 4, kOctaves = 3;
  const auto side = static_cast<std::size_t>(size);
  std::vector<std::byte> bytes(side * side * side * kChannels);
  const float scale = static_cast<float>(cells) / static_cast<float>(size);
  std::vector<ValueNoise> noises;
  for (std::uint32_t channel = 0; channel < kChannels; ++channel)
    for (std::uint32_t o = 0; o < kOctaves; ++o)
      noises.emplace_back(glm::ivec3(cells << o), 20 + channel * 4 + o);
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

const std::vector<std::byte>& mottle() {
  static const std::vector<std::byte> bytes = mottle_volume(kMottleSide, 4);
  return bytes;
}

}  // namespace render
