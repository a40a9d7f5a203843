#include "app/studio/annotate.h"

#include <algorithm>

#include "app/studio/annotate_parts.h"
#include "render/image/compose.h"

namespace app {
namespace {

/// Letters fit the narrower of height and pane width.
double letter_px(const render::Image& image, std::size_t panes) {
  return std::max(11.0, std::min(image.height * 0.028, image.width / static_cast<double>(panes) * 0.042));
}

/// CaptionColumns that a caption has to itself.
struct CaptionColumns {
  double left = 0.0, right = 0.0;
};

CaptionColumns columns_of(const Notes& notes, std::size_t caption, double image_width) {
  const double pane = image_width / static_cast<double>(std::max<std::size_t>(1, notes.captions.size()));
  const double left = pane * static_cast<double>(caption);
  if (!notes.divider) return {left, left + pane};
  // Beside a divider near an edge words keep the room to be read: a quarter of the width, an assumption.
  const double divider = std::clamp(*notes.divider, 0.25, 0.75) * image_width;
  return caption == 0 ? CaptionColumns{left, divider} : CaptionColumns{divider, left + pane};
}

std::vector<std::string> caption_lines(const render::Font& font, const std::string& text,
                                       CaptionColumns columns, double px) {
  return render::wrap_text(font, text, px, columns.right - columns.left - 2.0 * px);
}

NoteBox draw_caption(render::Image& image, const render::Font& font, CaptionColumns columns, double y,
                     double px, const std::string& text) {
  const double pad = 0.5 * px, x = columns.left;
  const auto lines = caption_lines(font, text, columns, px);
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
  return {{x + pad, y + pad}, {x + 3.0 * pad + longest, y + pad + height}};
}

/// Of the caption with most of them, as they are wrapped.
double caption_rows(const render::Image& image, const render::Font& font, const Notes& notes, double px) {
  std::size_t rows = 0;
  for (std::size_t i = 0; i < notes.captions.size(); ++i)
    rows =
        std::max(rows, caption_lines(font, notes.captions[i], columns_of(notes, i, image.width), px).size());
  return static_cast<double>(rows);
}

/// What discs and rings are, centred at the top, where thigh or hair end.
struct Key {
  std::vector<std::string> lines;
  double px = 0.0, width = 0.0, height = 0.0;
  double top = 0.0;  // without the rows that are kept clear
};

Key key_of(const render::Font& font, const Notes& notes, double image_width, double px, double rows) {
  Key key;
  if (notes.points_key.empty()) return key;
  // Under the captions.
  key.top = notes.captions.empty() ? 0.4 * px : 1.4 * px + 1.2 * px * rows;
  key.px = 0.8 * px;
  key.lines = render::wrap_text(font, notes.points_key, key.px, image_width - 3.0 * key.px);
  for (const auto& line : key.lines) key.width = std::max(key.width, font.width(line, key.px));
  key.width += key.px;
  key.height = font.line_height(key.px) * static_cast<double>(key.lines.size()) + 0.5 * key.px;
  return key;
}

NoteBox key_box(const render::Image& image, const Notes& notes, const Key& key) {
  const glm::dvec2 corner{0.5 * (image.width - key.width), notes.keep_clear + key.top};
  return {corner, corner + glm::dvec2(key.width, key.height)};
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

/// Where readings stand that have no room beside their rings.
double tapes_top(const render::Font& font, const Notes& notes, const Key& key, double px, double rows) {
  const double below_caption = notes.captions.empty() ? 0.0 : rows * font.line_height(px) + 1.2 * px;
  const double below_key = key.lines.empty() ? 0.0 : key.top + key.height;
  return 0.5 * px + std::max(below_caption, below_key);
}

void draw_all_tapes(render::Image& image, const render::Font& font, const Notes& notes, const Key& key,
                    const RangePlate& range, double px, double rows, std::vector<Placed>& placed) {
  Rows beside{-1e9, 1e9};
  double above = notes.keep_clear + tapes_top(font, notes, key, px, rows);
  if (!notes.range.empty()) {
    const double gap = 0.2 * px;
    if (!range.on_top) beside.bottom = range.box.min.y - gap;
    if (range.on_top) beside.top = range.box.max.y + gap;
    if (range.on_top) above = std::max(above, beside.top);
  }
  double right = image.width;
  for (const Placed& one : placed)
    if (one.what == Written::scale) right = one.box.min.x;
  draw_tapes(image, font, notes, 0.85 * px, {beside, above, right}, placed);
}

/// Units beside the points that are seen, where all that is placed leaves them room.
void draw_points(render::Image& image, const render::Font& font, const Notes& notes, double px,
                 std::vector<Placed>& placed) {
  const double pad = 0.22 * px;
  std::vector<PointMark> marks;
  std::vector<glm::dvec2> sizes;
  for (const PointNote& note : notes.points) {
    marks.push_back(note.mark);
    sizes.emplace_back(font.width(note.text, px) + 2.0 * pad, font.cap_height(px) + 2.4 * pad);
  }
  const NoteBox room{{0.0, notes.keep_clear}, {image.width, image.height - notes.keep_clear}};
  std::vector<NoteBox> taken;
  for (const Placed& one : placed) taken.push_back(one.box);
  const auto places = label_places(marks, sizes, room, taken);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    const NoteBox& box = *places[i];
    render::fill_round_rect(image, box.min.x, box.min.y, sizes[i].x, sizes[i].y, 0.3 * px, kPlate);
    render::draw_text(
        image, font,
        {0.5 * (box.min.x + box.max.x), box.max.y - 1.2 * pad, px, kInk, render::TextAnchor::baseline_centre},
        notes.points[i].text);
    placed.push_back({Written::units, box});
  }
}

/// Rows keep_clear to height - keep_clear as a picture of their own.
render::Image clear_rows(const render::Image& image, int keep_clear) {
  const int height = image.height - 2 * keep_clear;
  if (image.rgba.empty()) return {image.width, height, {}};
  render::Image rows = render::make_image(image.width, height, {0, 0, 0, 0}, image.depth());
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

NoteBox label_place(const render::Image& image, const render::Font& font, const Notes& notes) {
  const auto box =
      render::label_box(image.width, image.height - 2 * notes.keep_clear, font, notes.label, notes.stamp);
  const glm::dvec2 corner{box.x, box.y + notes.keep_clear};
  return {corner, corner + glm::dvec2(box.width, box.height)};
}

/// Label at the bottom of a picture, key at its top, under the captions.
void draw_frame(render::Image& image, const render::Font& font, const Notes& notes, const Key& key) {
  render::burn_label(image, font, notes.label, notes.stamp);
  if (!notes.points_key.empty()) draw_key(image, font, key, key.top);
}

}  // namespace

std::vector<Placed> annotate(render::Image& image, const render::Font& font, const Notes& given) {
  const Notes notes = with_light(given);
  const double px = letter_px(image, std::max<std::size_t>(1, notes.captions.size()));
  const double rows = caption_rows(image, font, notes, px);
  const Key key = key_of(font, notes, image.width, px, rows);
  const NoteBox label = label_place(image, font, notes);
  std::vector<Placed> placed{{Written::label, label}};
  std::vector<NoteBox> at_top;
  for (std::size_t i = 0; i < notes.captions.size(); ++i) {
    at_top.push_back(draw_caption(image, font, columns_of(notes, i, image.width), notes.keep_clear, px,
                                  notes.captions[i]));
    placed.push_back({Written::caption, at_top.back()});
  }
  if (!key.lines.empty()) {
    at_top.push_back(key_box(image, notes, key));
    placed.push_back({Written::key, at_top.back()});
  }
  const RangePlate range = range_plate(image, font, notes, label, at_top);
  if (!notes.range.empty()) placed.push_back({Written::range, range.box});
  if (notes.heat_limit_mm)
    placed.push_back({Written::scale, draw_scale(image, font, px, *notes.heat_limit_mm, notes.keep_clear)});
  draw_all_tapes(image, font, notes, key, range, px, rows, placed);
  draw_points(image, font, notes, 0.72 * px, placed);
  draw_range(image, font, notes, range);
  if (notes.keep_clear == 0) {
    draw_frame(image, font, notes, key);
    return placed;
  }
  render::Image clear = clear_rows(image, notes.keep_clear);
  draw_frame(clear, font, notes, key);
  render::blit(image, clear, 0, notes.keep_clear);
  return placed;
}

}  // namespace app
