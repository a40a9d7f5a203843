#include <array>
#include <cmath>

#include "app/base/number_text.h"
#include "app/studio/annotate_parts.h"
#include "render/image/compose.h"
#include "render/scene/heat_colour.h"

namespace app {
namespace {

constexpr std::array kScaleShares = {1.0, 0.5, 0.0, -0.5, -1.0};

std::string signed_number(double value) {
  return (value > 0.0 ? "+" : "") + number_text(value);
}

/// Sizes of the millimetre scale in letters of `px`: slim, because legs leave little room beside them.
struct ScaleBox {
  double letter, bar, numbers, edge;
  double width() const { return numbers + bar + 1.5 * letter; }
};

ScaleBox scale_box(const render::Font& font, double px, float limit_mm) {
  ScaleBox box{0.76 * px, 0.6 * px, 0.0, 0.4 * px};
  for (const double share : kScaleShares)
    box.numbers = std::max(box.numbers, font.width(signed_number(share * limit_mm), box.letter));
  box.numbers = std::max(box.numbers, font.width("mm", box.letter) - box.bar);
  return box;
}

}  // namespace

NoteBox draw_scale(render::Image& image, const render::Font& font, double px, float limit_mm, int clear) {
  const ScaleBox box = scale_box(font, px, limit_mm);
  const int width = static_cast<int>(std::lround(box.bar));
  const int height = static_cast<int>(std::lround((image.height - 2 * clear) * 0.32));
  const int left = static_cast<int>(std::lround(image.width - box.edge - 0.5 * box.letter - box.bar));
  const int top = (image.height - height) / 2;
  const double row_height = font.line_height(box.letter);
  const glm::dvec2 corner{image.width - box.edge - box.width(), top - 0.7 * box.letter - row_height};
  const glm::dvec2 size{box.width(), height + 1.4 * box.letter + row_height};
  const NoteBox plate{corner, corner + size};
  render::fill_round_rect(image, corner.x, corner.y, size.x, size.y, 0.35 * px, kPlate);
  render::draw_text(
      image, font,
      {left + box.bar, top - 0.75 * box.letter, box.letter, kInk, render::TextAnchor::baseline_right}, "mm");
  for (int row = 0; row < height; ++row) {
    const float mm = limit_mm * (1.0f - 2.0f * (static_cast<float>(row) + 0.5f) / static_cast<float>(height));
    const glm::vec3 colour = render::heat_colour(mm, limit_mm);
    const auto byte = [](float v) { return static_cast<std::uint8_t>(std::lround(255.0f * v)); };
    render::fill_rect(image, left, top + row, width, 1,
                      {byte(colour.r), byte(colour.g), byte(colour.b), 255});
  }
  for (const double share : kScaleShares) {
    const double y = top + height * (0.5 - 0.5 * share) + 0.35 * box.letter;
    render::draw_text(image, font,
                      {left - 0.4 * box.letter, y, box.letter, kInk, render::TextAnchor::baseline_right},
                      signed_number(share * limit_mm));
  }
  return plate;
}

}  // namespace app
