#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/image/image.h"

namespace render {

/// A typeface that measures and draws UTF-8. Broken UTF-8 and unknown characters draw as the font's own
/// missing glyph. Left-to-right scripts without joining only. Use from one thread at a time.
class Font {
 public:
  /// Throws AssetError when the file is missing or not a font.
  explicit Font(const std::filesystem::path& path);
  ~Font();
  Font(Font&&) noexcept;
  Font& operator=(Font&&) noexcept;

  /// All in pixels, for an em of pixel_height. width is the advance of one line, kerning included.
  double width(std::string_view utf8, double pixel_height) const;
  double ascent(double pixel_height) const;       // baseline to the top of the tallest letters
  double descent(double pixel_height) const;      // baseline to the lowest, positive
  double line_height(double pixel_height) const;  // baseline to baseline
  double cap_height(double pixel_height) const;   // height of a capital H

  struct Face;
  const Face& face() const { return *face_; }

 private:
  std::unique_ptr<Face> face_;
};

/// Which point of the line TextStyle's x, y is.
enum class TextAnchor {
  top_left,
  top_centre,
  top_right,
  baseline_left,
  baseline_centre,
  baseline_right,
  centre,
};

struct TextStyle {
  double x = 0.0;
  double y = 0.0;
  double pixel_height = 16.0;  // em
  Rgba rgba{0, 0, 0, 255};
  TextAnchor anchor = TextAnchor::top_left;
};

/// Draws one line, blended over the image; parts outside are cut off.
void draw_text(Image& image, const Font& font, const TextStyle& style, std::string_view utf8);

/// Lines no wider than max_width pixels, broken at spaces and newlines; a word that is too wide on its own is
/// broken between characters. At least one character per line.
std::vector<std::string> wrap_text(const Font& font, std::string_view utf8, double pixel_height,
                                   double max_width);

/// Draws wrapped lines from the top left of style; returns the height used in pixels.
double draw_paragraph(Image& image, const Font& font, const TextStyle& style, std::string_view utf8,
                      double max_width);

/// Where a burnt label ended up.
struct LabelBox {
  double x = 0.0, y = 0.0, width = 0.0, height = 0.0;  // the plate, pixels
  double letter_height = 0.0;                          // capitals, pixels
  int lines = 0;
};

/// Where burn_label() puts a label in a picture of that size.
LabelBox label_box(int width, int height, const Font& font, std::string_view utf8,
                   std::string_view stamp = {});

/// Burns a permanent label into the lower edge: capitals at least 2 % of the image height and 9 pixels, dark
/// letters on a light, nearly opaque plate so that it reads on anything, also on a transparent image; wrapped
/// to as many lines as the width needs and never cut off. A `stamp` stands over it in a plate of its own
/// colour.
LabelBox burn_label(Image& image, const Font& font, std::string_view utf8, std::string_view stamp = {});

}  // namespace render
