#include <algorithm>
#include <cmath>

#include "app/studio/annotate_parts.h"
#include "render/image/compose.h"

namespace app {
namespace {

/// Where a reading stands: beside its ring, or above it in a corner.
struct Plate {
  double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
};

double note_px(double px, std::size_t line) {
  return line == 0 ? px : 0.74 * px;
}

Plate plate_size(const render::Font& font, const TapeNote& note, double px) {
  Plate plate;
  plate.height = 0.7 * px;
  for (std::size_t i = 0; i < note.lines.size(); ++i) {
    plate.width = std::max(plate.width, font.width(note.lines[i], note_px(px, i)));
    plate.height += font.line_height(note_px(px, i));
  }
  plate.width += 1.2 * px;
  return plate;
}

Placed placed_at(const Plate& plate) {
  return {Written::tape, {{plate.x, plate.y}, {plate.x + plate.width, plate.y + plate.height}}};
}

void draw_plate(render::Image& image, const render::Font& font, const TapeNote& note, const Plate& plate,
                double px) {
  render::fill_round_rect(image, plate.x, plate.y, plate.width, plate.height, 0.35 * px, kPlate);
  render::TextStyle style{plate.x + 0.6 * px, plate.y + 0.35 * px, px, kInk, render::TextAnchor::top_left};
  for (std::size_t i = 0; i < note.lines.size(); ++i) {
    style.pixel_height = note_px(px, i);
    render::draw_text(image, font, style, note.lines[i]);
    style.y += font.line_height(style.pixel_height);
  }
}

/// Readings at the height of their rings with a line to each. False, and nothing drawn, without room for all.
bool draw_beside(render::Image& image, const render::Font& font, const Notes& notes, double px,
                 const TapeRoom& room, std::vector<Placed>& placed) {
  const Rows& rows = room.beside;
  const double right = room.right - 0.1 * px;
  const double gap = 1.1 * px;
  std::vector<Plate> plates;
  for (const TapeNote& note : notes.tapes) {
    Plate plate = plate_size(font, note, px);
    plate.x = note.to_the_left ? note.x - gap - plate.width : note.x + gap;
    plate.y = std::max(rows.top, std::min(note.y - 0.5 * plate.height, rows.bottom - plate.height));
    if (plate.x < 0.5 * px || plate.x + plate.width > right) return false;
    plates.push_back(plate);
  }
  for (std::size_t i = 0; i < plates.size(); ++i) {
    const TapeNote& note = notes.tapes[i];
    const double from = note.to_the_left ? note.x - gap : note.x;
    render::fill_round_rect(image, from, note.y - 0.06 * px, gap, 0.12 * px, 0.0, kInk);
    draw_plate(image, font, note, plates[i], px);
    placed.push_back(placed_at(plates[i]));
  }
  return true;
}

/// Readings in the upper corners, over the knees, each with a line down to its ring.
void draw_above(render::Image& image, const render::Font& font, const Notes& notes, const TapeRoom& room,
                double px, std::vector<Placed>& placed) {
  // No wider than half of what is free, however small it is.
  for (const TapeNote& note : notes.tapes)
    px = std::min(px, px * 0.46 * room.right / plate_size(font, note, px).width);
  for (const TapeNote& note : notes.tapes) {
    Plate plate = plate_size(font, note, px);
    plate.x = note.to_the_left ? 0.5 * px : room.right - 0.5 * px - plate.width;
    plate.y = room.above;
    const double x = std::clamp(note.x, plate.x + 0.5 * px, plate.x + plate.width - 0.5 * px);
    const double bottom = plate.y + plate.height;
    render::fill_round_rect(image, x - 0.06 * px, bottom, 0.12 * px, std::max(0.0, note.y - bottom), 0.0,
                            kInk);
    // A ring that is not below its plate is reached round a corner.
    render::fill_round_rect(image, std::min(x, note.x) - 0.06 * px, note.y - 0.06 * px,
                            std::abs(note.x - x) + 0.12 * px, 0.12 * px, 0.0, kInk);
    draw_plate(image, font, note, plate, px);
    placed.push_back(placed_at(plate));
  }
}

}  // namespace

void draw_tapes(render::Image& image, const render::Font& font, const Notes& notes, double px,
                const TapeRoom& room, std::vector<Placed>& placed) {
  if (notes.tapes.empty() || draw_beside(image, font, notes, px, room, placed)) return;
  draw_above(image, font, notes, room, px, placed);
}

}  // namespace app
