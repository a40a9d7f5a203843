#include "render/image/text.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <cmath>
#include <cstdint>
#include <utility>

#include "render/error.h"
#include "render/image/blend_pixel.h"
#include "render/image/utf8.h"

namespace render {
namespace {

constexpr double kUnits = 64.0;  // FreeType counts in 1/64 pixel
constexpr FT_Int32 kLoadFlags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

}  // namespace

struct Font::Face {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  explicit Face(const std::filesystem::path& path) {
    if (FT_Init_FreeType(&library) != 0) throw AssetError(path.string() + ": no font engine");
    if (FT_New_Face(library, path.c_str(), 0, &face) != 0 || !FT_IS_SCALABLE(face)) {
      release();
      throw AssetError(path.string() + ": missing or not a scalable font, expected an OpenType font");
    }
  }
  ~Face() { release(); }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  void release() {
    if (face) FT_Done_Face(face);
    if (library) FT_Done_FreeType(library);
    face = nullptr;
    library = nullptr;
  }

  // Font units to pixels.
  double scale(double pixel_height) const { return pixel_height / face->units_per_EM; }

  double advance(FT_UInt glyph, double pixel_height) const {
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0) return 0.0;
    return static_cast<double>(face->glyph->metrics.horiAdvance) * scale(pixel_height);
  }

  double kerning(FT_UInt left, FT_UInt right, double pixel_height) const {
    FT_Vector offset{};
    if (left == 0 || FT_Get_Kerning(face, left, right, FT_KERNING_UNSCALED, &offset) != 0) return 0.0;
    return static_cast<double>(offset.x) * scale(pixel_height);
  }

  // Calls visit(glyph, x) per character, x the pen in pixels; returns the advance of the whole line.
  template <class Visit>
  double lay_out(std::string_view utf8, double pixel_height, Visit visit) const {
    double x = 0.0;
    FT_UInt previous = 0;
    for (std::size_t at = 0; at < utf8.size();) {
      const FT_UInt glyph = FT_Get_Char_Index(face, next_code_point(utf8, at));
      x += kerning(previous, glyph, pixel_height);
      visit(glyph, x);
      x += advance(glyph, pixel_height);
      previous = glyph;
    }
    return x;
  }
};

Font::Font(const std::filesystem::path& path) : face_(std::make_unique<Face>(path)) {}
Font::~Font() = default;
Font::Font(Font&&) noexcept = default;
Font& Font::operator=(Font&&) noexcept = default;

double Font::width(std::string_view utf8, double pixel_height) const {
  return face_->lay_out(utf8, pixel_height, [](FT_UInt, double) {});
}

double Font::ascent(double pixel_height) const {
  return face_->face->ascender * face_->scale(pixel_height);
}

double Font::descent(double pixel_height) const {
  return -face_->face->descender * face_->scale(pixel_height);
}

double Font::line_height(double pixel_height) const {
  return face_->face->height * face_->scale(pixel_height);
}

double Font::cap_height(double pixel_height) const {
  const FT_UInt glyph = FT_Get_Char_Index(face_->face, 'H');
  if (FT_Load_Glyph(face_->face, glyph, FT_LOAD_NO_SCALE) != 0) return 0.0;
  return static_cast<double>(face_->face->glyph->metrics.horiBearingY) * face_->scale(pixel_height);
}

namespace {

void blend_bitmap(Image& image, const FT_Bitmap& bitmap, int left, int top, Rgba colour) {
  for (int row = 0; row < static_cast<int>(bitmap.rows); ++row) {
    const int y = top + row;
    if (y < 0 || y >= image.height) continue;
    for (int column = 0; column < static_cast<int>(bitmap.width); ++column) {
      const int x = left + column;
      if (x < 0 || x >= image.width) continue;
      const std::uint8_t coverage = bitmap.buffer[row * bitmap.pitch + column];
      blend_pixel(image, x, y, colour, coverage / 255.0);
    }
  }
}

void draw_glyph(Image& image, FT_Face face, FT_UInt glyph, double x, double baseline, Rgba colour) {
  if (FT_Load_Glyph(face, glyph, kLoadFlags) != 0) return;
  FT_GlyphSlot slot = face->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return;
  const double whole_x = std::floor(x);
  const double whole_y = std::floor(baseline);
  FT_Outline_Translate(&slot->outline, std::lround((x - whole_x) * kUnits),
                       -std::lround((baseline - whole_y) * kUnits));
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return;
  blend_bitmap(image, slot->bitmap, static_cast<int>(whole_x) + slot->bitmap_left,
               static_cast<int>(whole_y) - slot->bitmap_top, colour);
}

// Left end of the baseline.
std::pair<double, double> pen_start(const Font& font, const TextStyle& style, std::string_view utf8) {
  const double width = font.width(utf8, style.pixel_height);
  const double ascent = font.ascent(style.pixel_height);
  switch (style.anchor) {
    case TextAnchor::top_left:
      return {style.x, style.y + ascent};
    case TextAnchor::top_centre:
      return {style.x - 0.5 * width, style.y + ascent};
    case TextAnchor::top_right:
      return {style.x - width, style.y + ascent};
    case TextAnchor::baseline_left:
      return {style.x, style.y};
    case TextAnchor::baseline_centre:
      return {style.x - 0.5 * width, style.y};
    case TextAnchor::baseline_right:
      return {style.x - width, style.y};
    case TextAnchor::centre:
      return {style.x - 0.5 * width, style.y + 0.5 * font.cap_height(style.pixel_height)};
  }
  return {style.x, style.y};
}

}  // namespace

void draw_text(Image& image, const Font& font, const TextStyle& style, std::string_view utf8) {
  if (style.pixel_height <= 0.0 || utf8.empty() || image.rgba.empty()) return;
  FT_Face face = font.face().face;
  const auto size = static_cast<FT_F26Dot6>(std::lround(style.pixel_height * kUnits));
  if (FT_Set_Char_Size(face, size, size, 72, 72) != 0) return;

  const auto [start, baseline] = pen_start(font, style, utf8);
  std::vector<std::pair<FT_UInt, double>> glyphs;
  font.face().lay_out(utf8, style.pixel_height,
                      [&glyphs](FT_UInt glyph, double x) { glyphs.emplace_back(glyph, x); });
  for (const auto& [glyph, x] : glyphs) {
    draw_glyph(image, face, glyph, start + x, baseline, style.rgba);
  }
}

}  // namespace render
