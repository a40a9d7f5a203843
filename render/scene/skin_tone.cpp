#include "render/scene/skin_tone.h"

#include <array>
#include <cstddef>
#include <stdexcept>

namespace render {

SkinTone skin_tone(int fitzpatrick) {
  constexpr std::array<SkinTone, 6> kTones{
      {{0.38f, 0.31f}, {0.62f, 0.31f}, {0.95f, 0.32f}, {1.45f, 0.34f}, {2.45f, 0.36f}, {3.70f, 0.38f}}};
  if (fitzpatrick < 1 || fitzpatrick > 6) throw std::invalid_argument("skin_tone: expected 1 to 6");
  return kTones[static_cast<std::size_t>(fitzpatrick - 1)];
}

}  // namespace render
