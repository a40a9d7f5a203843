#include <algorithm>
#include <optional>

#include "app/studio/annotate_parts.h"
#include "render/image/compose.h"

namespace app {
namespace {

// Shares of the em; assumptions, by eye.
constexpr double kSide = 0.6;    // beside the letters
constexpr double kAbove = 0.15;  // above and below them
constexpr double kGap = 0.25;    // to other plates

constexpr double kLeastPx = 8.5;  // em; smaller letters are wrapped instead, an assumption by eye

// Share of the height at the top in which a body dissolves, so that a line hides nothing of it; an
// assumption, by eye.
constexpr double kTopRoom = 0.15;

NoteBox moved_to(NoteBox box, double top) {
  const double height = box.max.y - box.min.y;
  box.min.y = top;
  box.max.y = top + height;
  return box;
}

/// Width of the longest line for letters of one pixel.
double widest_em(const render::Font& font, const std::vector<std::string>& lines) {
  double longest = 0.0;
  for (const std::string& line : lines) longest = std::max(longest, font.width(line, 1.0));
  return longest;
}

/// The highest place at the top that is free.
std::optional<NoteBox> free_at_top(const NoteBox& box, std::span<const NoteBox> at_top, double clear,
                                   double lowest, double gap) {
  std::vector<double> tops{clear + gap};
  for (const NoteBox& other : at_top) tops.push_back(other.max.y + gap);
  std::sort(tops.begin(), tops.end());
  for (const double top : tops) {
    const NoteBox here = moved_to(box, top);
    if (here.max.y > lowest) break;
    const NoteBox wide{here.min - glm::dvec2(gap, 0.5 * gap), here.max + glm::dvec2(gap, 0.5 * gap)};
    if (std::none_of(at_top.begin(), at_top.end(), [&](const auto& other) { return overlap(wide, other); }))
      return here;
  }
  return std::nullopt;
}

}  // namespace

RangePlate range_plate(const render::Image& image, const render::Font& font, const Notes& notes,
                       const NoteBox& label, std::span<const NoteBox> at_top) {
  RangePlate plate;
  if (notes.range.empty()) return plate;
  plate.lines = notes.range;
  double longest = widest_em(font, plate.lines);
  const double rows = image.height - 2.0 * notes.keep_clear;
  // Smaller than the label; one line each as long as it can be read.
  plate.px = std::min(std::max(10.0, 0.022 * rows), 0.98 * image.width / (longest + 2.0 * kSide));
  if (plate.px < kLeastPx) {
    plate.px = kLeastPx;
    plate.lines.clear();
    for (const std::string& line : notes.range)
      for (std::string& part :
           render::wrap_text(font, line, plate.px, 0.98 * image.width - 2.0 * kSide * plate.px))
        plate.lines.push_back(std::move(part));
    longest = widest_em(font, plate.lines);
  }
  const double width = (longest + 2.0 * kSide) * plate.px;
  const double height =
      static_cast<double>(plate.lines.size()) * font.line_height(plate.px) + 2.0 * kAbove * plate.px;
  plate.box = {{0.5 * (image.width - width), 0.0}, {0.5 * (image.width + width), height}};
  const double gap = kGap * plate.px;
  const auto top = free_at_top(plate.box, at_top, notes.keep_clear, notes.keep_clear + kTopRoom * rows, gap);
  plate.on_top = top.has_value();
  plate.box = top ? *top : moved_to(plate.box, label.min.y - gap - height);
  return plate;
}

void draw_range(render::Image& image, const render::Font& font, const Notes& notes, const RangePlate& plate) {
  if (notes.range.empty()) return;
  const glm::dvec2 size = plate.box.max - plate.box.min;
  render::fill_round_rect(image, plate.box.min.x, plate.box.min.y, size.x, size.y, 0.35 * plate.px, kPlate);
  render::TextStyle style{0.5 * image.width, plate.box.min.y + kAbove * plate.px, plate.px, kInk,
                          render::TextAnchor::top_centre};
  for (const std::string& line : plate.lines) {
    render::draw_text(image, font, style, line);
    style.y += font.line_height(plate.px);
  }
}

}  // namespace app
