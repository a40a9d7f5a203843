#include "app/studio/annotate.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/number_text.h"
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

/// A vertical bar at the right edge, outward on top.
void draw_scale(render::Image& image, const render::Font& font, double px, float limit_mm, int clear) {
  const ScaleBox box = scale_box(font, px, limit_mm);
  const int width = static_cast<int>(std::lround(box.bar));
  const int height = static_cast<int>(std::lround((image.height - 2 * clear) * 0.32));
  const int left = static_cast<int>(std::lround(image.width - box.edge - 0.5 * box.letter - box.bar));
  const int top = (image.height - height) / 2;
  const double row_height = font.line_height(box.letter);
  render::fill_round_rect(image, image.width - box.edge - box.width(), top - 0.7 * box.letter - row_height,
                          box.width(), height + 1.4 * box.letter + row_height, 0.35 * px, kPlate);
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
}

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
bool draw_beside(render::Image& image, const render::Font& font, const Notes& notes, double px) {
  const double right =
      image.width - (notes.heat_limit_mm ? scale_box(font, px, *notes.heat_limit_mm).width() + px : 0.5 * px);
  const double gap = 1.1 * px;
  std::vector<Plate> plates;
  for (const TapeNote& note : notes.tapes) {
    Plate plate = plate_size(font, note, px);
    plate.x = note.to_the_left ? note.x - gap - plate.width : note.x + gap;
    plate.y = note.y - 0.5 * plate.height;
    if (plate.x < 0.5 * px || plate.x + plate.width > right) return false;
    plates.push_back(plate);
  }
  for (std::size_t i = 0; i < plates.size(); ++i) {
    const TapeNote& note = notes.tapes[i];
    const double from = note.to_the_left ? note.x - gap : note.x;
    render::fill_round_rect(image, from, note.y - 0.06 * px, gap, 0.12 * px, 0.0, kInk);
    draw_plate(image, font, note, plates[i], px);
  }
  return true;
}

/// Readings in the upper corners, over the knees, each with a line down to its ring.
void draw_above(render::Image& image, const render::Font& font, const Notes& notes, double top, double px) {
  // No wider than half the picture, however small it is.
  for (const TapeNote& note : notes.tapes)
    px = std::min(px, px * 0.46 * image.width / plate_size(font, note, px).width);
  for (const TapeNote& note : notes.tapes) {
    Plate plate = plate_size(font, note, px);
    plate.x = note.to_the_left ? 0.5 * px : image.width - 0.5 * px - plate.width;
    plate.y = top;
    const double x = std::clamp(note.x, plate.x + 0.5 * px, plate.x + plate.width - 0.5 * px);
    const double bottom = plate.y + plate.height;
    render::fill_round_rect(image, x - 0.06 * px, bottom, 0.12 * px, std::max(0.0, note.y - bottom), 0.0,
                            kInk);
    // A ring that is not below its plate is reached round a corner.
    render::fill_round_rect(image, std::min(x, note.x) - 0.06 * px, note.y - 0.06 * px,
                            std::abs(note.x - x) + 0.12 * px, 0.12 * px, 0.0, kInk);
    draw_plate(image, font, note, plate, px);
  }
}

/// Of the longest caption, as given.
double caption_rows(const Notes& notes) {
  std::ptrdiff_t rows = 0;
  for (const std::string& caption : notes.captions)
    rows = std::max(rows, std::count(caption.begin(), caption.end(), '\n') + 1);
  return static_cast<double>(rows);
}

/// What discs and rings are, centred at the top, where thigh or hair end.
struct Key {
  std::vector<std::string> lines;
  double px = 0.0, width = 0.0, height = 0.0;
};

Key key_of(const render::Font& font, const Notes& notes, double image_width, double px) {
  Key key;
  if (notes.points_key.empty()) return key;
  key.px = 0.8 * px;
  key.lines = render::wrap_text(font, notes.points_key, key.px, image_width - 3.0 * key.px);
  for (const auto& line : key.lines) key.width = std::max(key.width, font.width(line, key.px));
  key.width += key.px;
  key.height = font.line_height(key.px) * static_cast<double>(key.lines.size()) + 0.5 * key.px;
  return key;
}

void draw_key(render::Image& image, const render::Font& font, const Key& key, double top) {
  render::fill_round_rect(image, 0.5 * (image.width - key.width), top, key.width, key.height, 0.35 * key.px,
                          kPlate);
  render::TextStyle style{0.0, top + 0.25 * key.px, key.px, kInk, render::TextAnchor::top_left};
  for (const auto& line : key.lines) {
    style.x = 0.5 * (image.width - font.width(line, key.px));
    render::draw_text(image, font, style, line);
    style.y += font.line_height(key.px);
  }
}

/// Where the key stands: under the captions.
double key_top(const Notes& notes, double px) {
  return notes.captions.empty() ? 0.4 * px : 1.4 * px + 1.2 * px * caption_rows(notes);
}

void draw_tapes(render::Image& image, const render::Font& font, const Notes& notes, double px) {
  if (notes.tapes.empty() || draw_beside(image, font, notes, 0.85 * px)) return;
  const double below_caption =
      notes.captions.empty() ? 0.0 : caption_rows(notes) * font.line_height(px) + 1.2 * px;
  const Key key = key_of(font, notes, image.width, px);
  const double below_key = key.lines.empty() ? 0.0 : key_top(notes, px) + key.height;
  draw_above(image, font, notes, notes.keep_clear + 0.5 * px + std::max(below_caption, below_key), 0.85 * px);
}

/// Units beside the points that are seen, where they have room.
void draw_points(render::Image& image, const render::Font& font, const Notes& notes, double px) {
  const double pad = 0.22 * px;
  std::vector<PointMark> marks;
  std::vector<glm::dvec2> sizes;
  for (const PointNote& note : notes.points) {
    marks.push_back(note.mark);
    sizes.emplace_back(font.width(note.text, px) + 2.0 * pad, font.cap_height(px) + 2.4 * pad);
  }
  const NoteBox room{{0.0, notes.keep_clear}, {image.width, image.height - notes.keep_clear}};
  const auto places = label_places(marks, sizes, room);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    const NoteBox& box = *places[i];
    render::fill_round_rect(image, box.min.x, box.min.y, sizes[i].x, sizes[i].y, 0.3 * px, kPlate);
    render::draw_text(
        image, font,
        {0.5 * (box.min.x + box.max.x), box.max.y - 1.2 * pad, px, kInk, render::TextAnchor::baseline_centre},
        notes.points[i].text);
  }
}

/// Label at the bottom of a picture, key at its top, under the captions.
void draw_frame(render::Image& image, const render::Font& font, const Notes& notes, double px) {
  render::burn_label(image, font, notes.label);
  if (!notes.points_key.empty())
    draw_key(image, font, key_of(font, notes, image.width, px), key_top(notes, px));
}

/// Rows keep_clear to height - keep_clear as a picture of their own.
render::Image clear_rows(const render::Image& image, int keep_clear) {
  render::Image rows = render::make_image(image.width, image.height - 2 * keep_clear, {0, 0, 0, 0});
  render::blit(rows, image, 0, -keep_clear);
  return rows;
}

/// The line of the light stands in every pane, and in a picture without a caption it is one.
Notes with_light(Notes notes) {
  if (notes.light.empty()) return notes;
  if (notes.captions.empty()) notes.captions.emplace_back();
  for (std::string& caption : notes.captions) caption += (caption.empty() ? "" : "\n") + notes.light;
  return notes;
}

}  // namespace

void annotate(render::Image& image, const render::Font& font, const Notes& given) {
  const Notes notes = with_light(given);
  const double px = letter_px(image, std::max<std::size_t>(1, notes.captions.size()));
  const double pane = image.width / static_cast<double>(std::max<std::size_t>(1, notes.captions.size()));
  for (std::size_t i = 0; i < notes.captions.size(); ++i)
    draw_caption(image, font, pane * static_cast<double>(i), notes.keep_clear, pane, px, notes.captions[i]);
  draw_points(image, font, notes, 0.72 * px);
  draw_tapes(image, font, notes, px);
  if (notes.heat_limit_mm) draw_scale(image, font, px, *notes.heat_limit_mm, notes.keep_clear);
  if (notes.keep_clear == 0) {
    draw_frame(image, font, notes, px);
    return;
  }
  render::Image rows = clear_rows(image, notes.keep_clear);
  draw_frame(rows, font, notes, px);
  render::blit(image, rows, 0, notes.keep_clear);
}

}  // namespace app
