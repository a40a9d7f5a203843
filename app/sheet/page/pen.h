#pragma once

#include <pango/pangocairo.h>

#include <string>
#include <string_view>
#include <vector>

#include "app/sheet/page/fonts.h"
#include "render/image/image.h"

/// Everything that puts a mark on the page. Lengths are points, y goes down.
namespace app {

struct Ink {
  double red = 0.0, green = 0.0, blue = 0.0, alpha = 1.0;
};
constexpr Ink ink(unsigned hex, double alpha = 1.0) {
  return {(hex >> 16 & 255) / 255.0, (hex >> 8 & 255) / 255.0, (hex & 255) / 255.0, alpha};
}

/// The colours of the program's light look, on paper.
inline constexpr Ink kText = ink(0x10222B), kQuiet = ink(0x4B5F69), kAccent = ink(0x0A6C87),
                     kAccentSoft = ink(0xE6F2F5), kOnSoft = ink(0x084B5E), kHairline = ink(0xD9E2E6),
                     kEdge = ink(0x7C8C95), kBand = ink(0x0A6C87, 0.18), kBandEdge = ink(0x5A96A8),
                     kMark = ink(0xA8480C), kMarkSoft = ink(0xE5B999), kFiller = ink(0x7A2E8E),
                     kWarnGround = ink(0xFFF1DC), kOnWarn = ink(0x6E3F00);

struct Style {
  double size = 9.0;  // points, before the pen's scale
  PangoWeight weight = PANGO_WEIGHT_NORMAL;
  Ink colour = kText;
  PangoAlignment align = PANGO_ALIGN_LEFT;
};

struct Spot {
  double x = 0.0, y = 0.0;
};

/// Draws, or only measures: what it returns is the same.
class Pen {
 public:
  /// `scale` multiplies sizes of letters and lengths of px(). Without `cairo` it measures.
  Pen(PangoContext* context, double scale, cairo_t* cairo = nullptr)
      : context_(context), scale_(scale), cairo_(cairo) {}

  double px(double length) const { return length * scale_; }
  bool draws() const { return cairo_ != nullptr; }
  /// One that measures alike.
  Pen measuring() const { return Pen(context_, scale_); }

  /// Words in lines of that width from `at` (their upper left corner) down; returns their height. The first
  /// `bold` bytes are in a heavier weight.
  double words(Spot at, double width, std::string_view text, const Style& style, std::size_t bold = 0);
  /// Width of the words in one line.
  double width_of(std::string_view text, const Style& style);
  double line_height(const Style& style);

  void fill(Spot at, double width, double height, const Ink& colour, double radius = 0.0);
  void frame(Spot at, double width, double height, const Ink& colour, double radius, double line);
  void line(const std::vector<Spot>& spots, const Ink& colour, double width);
  void dashes(Spot from, Spot to, const Ink& colour, double width, double dash);
  void area(const std::vector<Spot>& outline, const Ink& colour);
  void disc(Spot middle, double radius, const Ink& colour);
  void ring(Spot middle, double radius, const Ink& colour, double width);
  /// Scaled to that width.
  void picture(Spot at, double width, const render::Image& image);

  /// A part of the document's structure, such as `H1` or `P`, while it lives.
  class Part {
   public:
    Part(Pen& pen, const char* name, const char* attributes = "") : cairo_(pen.cairo_), name_(name) {
      if (cairo_) cairo_tag_begin(cairo_, name_, attributes);
    }
    ~Part() {
      if (cairo_) cairo_tag_end(cairo_, name_);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

   private:
    cairo_t* cairo_;
    const char* name_;
  };

 private:
  Held<PangoLayout> layout(std::string_view text, const Style& style, double width, std::size_t bold);
  void use(const Ink& colour);
  void rounded(Spot at, double width, double height, double radius);

  PangoContext* context_;
  double scale_;
  cairo_t* cairo_;
};

}  // namespace app
