#include "app/scene/annotate.h"

#include <algorithm>
#include <cmath>

#include "app/outcome/dose_sums.h"
#include "render/image/compose.h"
#include "render/scene/heat_colour.h"

namespace app {
namespace {

constexpr render::Rgba kPlate{250, 250, 250, 235};
constexpr render::Rgba kInk{28, 32, 36, 255};

/// Letters fit the narrower of height and pane width.
double letter_px(const render::Image& image, std::size_t panes) {
  return std::max(11.0, std::min(image.height * 0.028, image.width / static_cast<double>(panes) * 0.042));
}

void draw_caption(render::Image& image, const render::Font& font, double x, double y, double width, double px,
                  const std::string& text) {
  const double pad = 0.5 * px;
  const auto lines = render::wrap_text(font, text, px, width - 4.0 * pad);
  double longest = 0.0;
  for (const auto& line : lines) longest = std::max(longest, font.width(line, px));
  const double line_height = font.line_height(px);
  const double height = line_height * static_cast<double>(lines.size()) + pad;
  render::fill_round_rect(image, x + pad, y + pad, longest + 2.0 * pad, height, 0.35 * px, kPlate);
  render::TextStyle style{x + 2.0 * pad, y + 1.5 * pad, px, kInk, render::TextAnchor::top_left};
  for (const auto& line : lines) {
    render::draw_text(image, font, style, line);
    style.y += line_height;
  }
}

std::string signed_mm(double value) {
  return (value > 0.0 ? "+" : "") + number_text(value) + (value == 0.0 ? " mm" : "");
}

/// A vertical bar at the right edge, outward on top.
void draw_scale(render::Image& image, const render::Font& font, double px, float limit_mm, int clear) {
  const int width = static_cast<int>(std::lround(px));
  const int height = static_cast<int>(std::lround((image.height - 2 * clear) * 0.32));
  const int right = static_cast<int>(std::lround(image.width - 1.2 * px));
  const int top = (image.height - height) / 2;
  const double text_width = font.width("+0.5 mm", px * 0.8) + px;
  const int left = right - width;
  render::fill_round_rect(image, left - text_width, top - 1.2 * px, text_width + width + 0.7 * px,
                          height + 2.4 * px, 0.35 * px, kPlate);
  for (int row = 0; row < height; ++row) {
    const float mm = limit_mm * (1.0f - 2.0f * (static_cast<float>(row) + 0.5f) / static_cast<float>(height));
    const glm::vec3 colour = render::heat_colour(mm, limit_mm);
    const auto byte = [](float v) { return static_cast<std::uint8_t>(std::lround(255.0f * v)); };
    render::fill_rect(image, left, top + row, width, 1,
                      {byte(colour.r), byte(colour.g), byte(colour.b), 255});
  }
  for (const double share : {1.0, 0.5, 0.0, -0.5, -1.0}) {
    const double y = top + height * (0.5 - 0.5 * share) + 0.28 * px;
    render::draw_text(image, font, {left - 0.35 * px, y, px * 0.8, kInk, render::TextAnchor::baseline_right},
                      signed_mm(share * limit_mm));
  }
}

double scale_width(const render::Font& font, double px) {
  return font.width("+0.5 mm", px * 0.8) + 4.0 * px;
}

/// A plate beside a ring, with a line to it.
struct Plate {
  double x, y, width, height;
};

double note_px(double px, std::size_t line) {
  return line == 0 ? px : 0.74 * px;
}

Plate plate_of(const render::Font& font, const TapeNote& note, double px) {
  Plate plate{0.0, 0.0, 0.0, 0.7 * px};
  for (std::size_t i = 0; i < note.lines.size(); ++i) {
    plate.width = std::max(plate.width, font.width(note.lines[i], note_px(px, i)));
    plate.height += font.line_height(note_px(px, i));
  }
  plate.width += 1.2 * px;
  const double gap = 1.1 * px;
  plate.x = note.to_the_left ? note.x - gap - plate.width : note.x + gap;
  plate.y = note.y - 0.5 * plate.height;
  return plate;
}

void draw_note(render::Image& image, const render::Font& font, const TapeNote& note, double px) {
  const Plate plate = plate_of(font, note, px);
  const double inner = note.to_the_left ? plate.x + plate.width : plate.x;
  const double from = std::min(inner, note.x), to = std::max(inner, note.x);
  render::fill_round_rect(image, from, note.y - 0.06 * px, to - from, 0.12 * px, 0.0, kInk);
  render::fill_round_rect(image, plate.x, plate.y, plate.width, plate.height, 0.35 * px, kPlate);
  render::TextStyle style{plate.x + 0.6 * px, plate.y + 0.35 * px, px, kInk, render::TextAnchor::top_left};
  for (std::size_t i = 0; i < note.lines.size(); ++i) {
    style.pixel_height = note_px(px, i);
    render::draw_text(image, font, style, note.lines[i]);
    style.y += font.line_height(style.pixel_height);
  }
}

/// Readings beside their rings; where the picture is too narrow for both, under the last caption.
void place_tapes(const render::Image& image, const render::Font& font, double px, Notes& notes) {
  const double right = image.width - (notes.heat_limit_mm ? scale_width(font, px) : 0.5 * px);
  const bool fits = std::all_of(notes.tapes.begin(), notes.tapes.end(), [&](const TapeNote& note) {
    const Plate plate = plate_of(font, note, px);
    return plate.x >= 0.5 * px && plate.x + plate.width <= right;
  });
  if (fits) return;
  if (notes.captions.empty()) notes.captions.emplace_back();
  for (const TapeNote& note : notes.tapes)
    for (const std::string& line : note.lines)
      notes.captions.back() += (notes.captions.back().empty() ? "" : "\n") + line;
  notes.tapes.clear();
}

/// Rows keep_clear to height - keep_clear as a picture of their own.
render::Image clear_rows(const render::Image& image, int keep_clear) {
  render::Image rows = render::make_image(image.width, image.height - 2 * keep_clear, {0, 0, 0, 0});
  render::blit(rows, image, 0, -keep_clear);
  return rows;
}

}  // namespace

void annotate(render::Image& image, const render::Font& font, Notes notes) {
  const double px = letter_px(image, std::max<std::size_t>(1, notes.captions.size()));
  place_tapes(image, font, 0.85 * px, notes);
  const double pane = image.width / static_cast<double>(std::max<std::size_t>(1, notes.captions.size()));
  for (std::size_t i = 0; i < notes.captions.size(); ++i)
    draw_caption(image, font, pane * static_cast<double>(i), notes.keep_clear, pane, px, notes.captions[i]);
  for (const TapeNote& note : notes.tapes) draw_note(image, font, note, 0.85 * px);
  if (notes.heat_limit_mm) draw_scale(image, font, px, *notes.heat_limit_mm, notes.keep_clear);
  if (notes.keep_clear == 0) {
    render::burn_label(image, font, notes.label);
    return;
  }
  render::Image rows = clear_rows(image, notes.keep_clear);
  render::burn_label(rows, font, notes.label);
  render::blit(image, rows, 0, notes.keep_clear);
}

}  // namespace app
