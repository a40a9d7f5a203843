#include "app/window/widgets/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

constexpr Colour rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
          static_cast<std::uint8_t>(hex), alpha};
}

constexpr Palette kLight = {
    .ground = rgb(0xF3F6F7),
    .panel = rgb(0xFFFFFF),
    .raised = rgb(0xF5F8F9),
    .hairline = rgb(0xE0E7EA),
    .edge = rgb(0x7C8C95),
    .text = rgb(0x10222B),
    .text_quiet = rgb(0x4B5F69),
    .accent = rgb(0x0A6C87),
    .on_accent = rgb(0xFFFFFF),
    .accent_soft = rgb(0xDFF0F4),
    .on_soft = rgb(0x084B5E),
    .hover = rgb(0xE8EFF1),
    .band = rgb(0x0A6C87, 44),
    .band_edge = rgb(0x5A96A8),
    .filler = rgb(0x7A2E8E),
    .second = rgb(0x7A3E9D),
    .second_band = rgb(0x7A3E9D, 34),
    .mark = rgb(0xA8480C),
    .warn_ground = rgb(0xFFF1DC),
    .on_warn = rgb(0x6E3F00),
    .shade = rgb(0x0B1A21, 115),
};

constexpr Palette kDark = {
    .ground = rgb(0x0E1519),
    .panel = rgb(0x151E23),
    .raised = rgb(0x1D282E),
    .hairline = rgb(0x2A373E),
    .edge = rgb(0x71838D),
    .text = rgb(0xEDF3F5),
    .text_quiet = rgb(0xAEBEC6),
    .accent = rgb(0x5CC4DE),
    .on_accent = rgb(0x04222C),
    .accent_soft = rgb(0x17404D),
    .on_soft = rgb(0xD3F1F9),
    .hover = rgb(0x26333A),
    .band = rgb(0x5CC4DE, 46),
    .band_edge = rgb(0x4A96AA),
    .filler = rgb(0xD9A0EA),
    .second = rgb(0xD0A6F5),
    .second_band = rgb(0xD0A6F5, 40),
    .mark = rgb(0xF2A35E),
    .warn_ground = rgb(0x3D2C10),
    .on_warn = rgb(0xFFDCA6),
    .shade = rgb(0x000000, 150),
};

constexpr Palette kHighContrast = {
    .ground = rgb(0x000000),
    .panel = rgb(0x000000),
    .raised = rgb(0x000000),
    .hairline = rgb(0xFFFFFF),
    .edge = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF),
    .text_quiet = rgb(0xFFFFFF),
    .accent = rgb(0xFFD93B),
    .on_accent = rgb(0x000000),
    .accent_soft = rgb(0x3A3000),
    .on_soft = rgb(0xFFFFFF),
    .hover = rgb(0x333333),
    .band = rgb(0xFFD93B, 70),
    .band_edge = rgb(0xFFD93B),
    .filler = rgb(0xFF9CF0),
    .second = rgb(0xFF9BF0),
    .second_band = rgb(0xFF9BF0, 60),
    .mark = rgb(0x7FE0FF),
    .warn_ground = rgb(0x000000),
    .on_warn = rgb(0xFFD93B),
    .shade = rgb(0x000000, 200),
};

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

}  // namespace

const Palette& palette(Theme theme) {
  if (theme == Theme::dark) return kDark;
  return theme == Theme::high_contrast ? kHighContrast : kLight;
}

double contrast(Colour a, Colour b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Colour blend(Colour over, Colour ground) {
  const auto mix = [&](std::uint8_t top, std::uint8_t under) {
    return static_cast<std::uint8_t>(std::lround((top * over.alpha + under * (255 - over.alpha)) / 255.0));
  };
  return {mix(over.red, ground.red), mix(over.green, ground.green), mix(over.blue, ground.blue), 255};
}

Colour skin_swatch(int tone) {
  static constexpr std::array<Colour, 6> kSwatches = {rgb(0xF4D9C6), rgb(0xE9C1A3), rgb(0xD3A27E),
                                                      rgb(0xB07B55), rgb(0x80532F), rgb(0x4F3222)};
  return kSwatches[static_cast<std::size_t>(std::clamp(tone, 1, 6) - 1)];
}

}  // namespace app
