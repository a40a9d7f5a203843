#include "app/sheet/page/pen.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "app/sheet/page/jpeg.h"

namespace app {
namespace {

constexpr int kPictureQuality = 88;  // of JPEG: no block of it is seen at arm's length
constexpr double kLeading = 1.22;    // lines of Inter, of its size
constexpr double kTurn = std::numbers::pi;

}  // namespace

Held<PangoLayout> Pen::layout(std::string_view text, const Style& style, double width, std::size_t bold) {
  Held<PangoLayout> laid(pango_layout_new(context_));
  PangoFontDescription* font = pango_font_description_from_string("Inter");
  pango_font_description_set_weight(font, style.weight);
  pango_font_description_set_absolute_size(font, px(style.size) * PANGO_SCALE);
  pango_layout_set_font_description(laid.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(laid.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_alignment(laid.get(), style.align);
  pango_layout_set_wrap(laid.get(), PANGO_WRAP_WORD_CHAR);
  if (width > 0.0) pango_layout_set_width(laid.get(), static_cast<int>(std::floor(width * PANGO_SCALE)));
  PangoAttrList* marks = pango_attr_list_new();
  // In one height whatever the line holds, so that columns keep one rhythm.
  pango_attr_list_insert(
      marks, pango_attr_line_height_new_absolute(static_cast<int>(px(style.size) * kLeading * PANGO_SCALE)));
  if (bold > 0) {
    PangoAttribute* heavy = pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD);
    heavy->start_index = 0;
    heavy->end_index = static_cast<guint>(bold);
    pango_attr_list_insert(marks, heavy);
  }
  pango_layout_set_attributes(laid.get(), marks);
  pango_attr_list_unref(marks);
  return laid;
}

double Pen::words(Spot at, double width, std::string_view text, const Style& style, std::size_t bold) {
  if (text.empty()) return 0.0;
  const Held<PangoLayout> laid = layout(text, style, width, bold);
  PangoRectangle box;
  pango_layout_get_extents(laid.get(), nullptr, &box);
  if (cairo_) {
    use(style.colour);
    cairo_move_to(cairo_, at.x, at.y);
    pango_cairo_show_layout(cairo_, laid.get());
  }
  return static_cast<double>(box.height) / PANGO_SCALE;
}

double Pen::width_of(std::string_view text, const Style& style) {
  const Held<PangoLayout> laid = layout(text, style, 0.0, 0);
  PangoRectangle box;
  pango_layout_get_extents(laid.get(), nullptr, &box);
  return static_cast<double>(box.width) / PANGO_SCALE;
}

double Pen::line_height(const Style& style) {
  return px(style.size) * kLeading;
}

void Pen::use(const Ink& colour) {
  cairo_set_source_rgba(cairo_, colour.red, colour.green, colour.blue, colour.alpha);
}

void Pen::rounded(Spot at, double width, double height, double radius) {
  const double r = std::min({radius, width / 2, height / 2});
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, at.x + width - r, at.y + r, r, -kTurn / 2, 0);
  cairo_arc(cairo_, at.x + width - r, at.y + height - r, r, 0, kTurn / 2);
  cairo_arc(cairo_, at.x + r, at.y + height - r, r, kTurn / 2, kTurn);
  cairo_arc(cairo_, at.x + r, at.y + r, r, kTurn, 1.5 * kTurn);
  cairo_close_path(cairo_);
}

void Pen::fill(Spot at, double width, double height, const Ink& colour, double radius) {
  if (!cairo_ || width <= 0.0 || height <= 0.0) return;
  use(colour);
  rounded(at, width, height, radius);
  cairo_fill(cairo_);
}

void Pen::frame(Spot at, double width, double height, const Ink& colour, double radius, double line) {
  if (!cairo_) return;
  use(colour);
  cairo_set_line_width(cairo_, line);
  rounded(at, width, height, radius);
  cairo_stroke(cairo_);
}

void Pen::line(const std::vector<Spot>& spots, const Ink& colour, double width) {
  if (!cairo_ || spots.empty()) return;
  use(colour);
  cairo_set_line_width(cairo_, width);
  cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to(cairo_, spots.front().x, spots.front().y);
  for (const Spot& spot : spots) cairo_line_to(cairo_, spot.x, spot.y);
  cairo_stroke(cairo_);
}

void Pen::dashes(Spot from, Spot to, const Ink& colour, double width, double dash) {
  if (!cairo_) return;
  const double pattern[] = {dash, dash};
  cairo_set_dash(cairo_, pattern, 2, 0.0);
  line({from, to}, colour, width);
  cairo_set_dash(cairo_, nullptr, 0, 0.0);
}

void Pen::area(const std::vector<Spot>& outline, const Ink& colour) {
  if (!cairo_ || outline.size() < 3) return;
  use(colour);
  cairo_move_to(cairo_, outline.front().x, outline.front().y);
  for (const Spot& spot : outline) cairo_line_to(cairo_, spot.x, spot.y);
  cairo_close_path(cairo_);
  cairo_fill(cairo_);
}

void Pen::disc(Spot middle, double radius, const Ink& colour) {
  if (!cairo_) return;
  use(colour);
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, middle.x, middle.y, radius, 0, 2 * kTurn);
  cairo_fill(cairo_);
}

void Pen::ring(Spot middle, double radius, const Ink& colour, double width) {
  if (!cairo_) return;
  use(colour);
  cairo_set_line_width(cairo_, width);
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, middle.x, middle.y, radius, 0, 2 * kTurn);
  cairo_stroke(cairo_);
}

void Pen::picture(Spot at, double width, const render::Image& image) {
  if (!cairo_ || image.width <= 0 || image.height <= 0) return;
  // The page holds the JPEG itself; the surface around it tells its size alone.
  auto* const packed = new std::vector<unsigned char>(encode_jpeg(image, kPictureQuality));
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height);
  cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, packed->data(), packed->size(),
      [](void* held) { delete static_cast<std::vector<unsigned char>*>(held); }, packed);
  cairo_save(cairo_);
  cairo_translate(cairo_, at.x, at.y);
  cairo_scale(cairo_, width / image.width, width / image.width);
  cairo_set_source_surface(cairo_, surface, 0.0, 0.0);
  cairo_rectangle(cairo_, 0.0, 0.0, image.width, image.height);
  cairo_fill(cairo_);
  cairo_restore(cairo_);
  cairo_surface_destroy(surface);
}

}  // namespace app
