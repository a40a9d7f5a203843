#include "render/scene/skin_tone.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <stdexcept>

namespace render {
namespace {

std::array<float, 256> linear_table() {
  std::array<float, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const float s = static_cast<float>(i) / 255.0f;
    table[i] = s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f);
  }
  return table;
}

glm::vec3 mean_near(const Image& image, const std::array<float, 256>& linear, glm::vec3 centre,
                    float radius) {
  glm::dvec3 sum(0);
  std::size_t count = 0;
  for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
    const glm::vec3 colour(linear[image.rgba[i]], linear[image.rgba[i + 1]], linear[image.rgba[i + 2]]);
    if (glm::length(colour - centre) > radius) continue;
    sum += glm::dvec3(colour);
    ++count;
  }
  return count == 0 ? centre : glm::vec3(sum / static_cast<double>(count));
}

}  // namespace

SkinTone skin_tone(int fitzpatrick) {
  constexpr std::array<SkinTone, 6> kTones{
      {{0.38f, 0.31f}, {0.62f, 0.31f}, {0.95f, 0.32f}, {1.45f, 0.34f}, {2.45f, 0.36f}, {3.70f, 0.38f}}};
  if (fitzpatrick < 1 || fitzpatrick > 6) throw std::invalid_argument("skin_tone: expected 1 to 6");
  return kTones[static_cast<std::size_t>(fitzpatrick - 1)];
}

glm::vec3 mean_skin_colour(const Image& texture) {
  const auto linear = linear_table();
  const glm::vec3 everything = mean_near(texture, linear, glm::vec3(0.5f), std::numeric_limits<float>::max());
  return glm::max(mean_near(texture, linear, everything, 0.2f), glm::vec3(0.01f));
}

}  // namespace render
