#include <algorithm>
#include <cmath>

#include "render/image/compose.h"
#include "render/image/text.h"
#include "render/image/utf8.h"

namespace render {
namespace {

constexpr double kLabelShare = 0.02;   // height of capitals against the image
constexpr double kLeastLetters = 9.0;  // pixels; smaller ones are not read on a screen, an assumption
constexpr Rgba kLabelInk{28, 32, 38, 255};
constexpr Rgba kLabelPlate{255, 255, 255, 235};
// A stamp is a caution: dark letters on amber, which no studio and no skin has.
constexpr Rgba kStampInk{61, 34, 0, 255};
constexpr Rgba kStampPlate{255, 196, 77, 245};

// Longest start of word that fits, at least one character.
std::size_t fitting_part(const Font& font, std::string_view word, double pixel_height, double max_width) {
  std::size_t end = 0;
  while (end < word.size()) {
    std::size_t next = end;
    next_code_point(word, next);
    if (end > 0 && font.width(word.substr(0, next), pixel_height) > max_width) break;
    end = next;
  }
  return end;
}

void append_word(std::vector<std::string>& lines, const Font& font, std::string_view word,
                 double pixel_height, double max_width) {
  std::string& last = lines.back();
  const std::string joined = last.empty() ? std::string(word) : last + ' ' + std::string(word);
  if (font.width(joined, pixel_height) <= max_width) {
    last = joined;
    return;
  }
  if (!last.empty()) lines.emplace_back();
  while (font.width(word, pixel_height) > max_width) {
    const std::size_t part = fitting_part(font, word, pixel_height, max_width);
    if (part == word.size()) break;
    lines.back() = word.substr(0, part);
    lines.emplace_back();
    word.remove_prefix(part);
  }
  lines.back() = word;
}

void append_line(std::vector<std::string>& lines, const Font& font, std::string_view line,
                 double pixel_height, double max_width) {
  lines.emplace_back();
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) append_word(lines, font, line.substr(0, end), pixel_height, max_width);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

// The narrowest wrapping with the same number of lines, so that the lines come out about equally long.
std::vector<std::string> balanced(const Font& font, std::string_view utf8, double pixel_height,
                                  double max_width) {
  std::vector<std::string> best = wrap_text(font, utf8, pixel_height, max_width);
  double low = max_width / static_cast<double>(best.size() + 1);
  double high = max_width;
  while (best.size() > 1 && high - low > 0.5) {
    const double middle = 0.5 * (low + high);
    std::vector<std::string> tried = wrap_text(font, utf8, pixel_height, middle);
    if (tried.size() == best.size()) {
      best = std::move(tried);
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

double widest(const Font& font, const std::vector<std::string>& lines, double pixel_height) {
  double width = 0.0;
  for (const std::string& line : lines) width = std::max(width, font.width(line, pixel_height));
  return width;
}

/// Lines on a plate of their own.
struct Plate {
  std::vector<std::string> lines;
  double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
};

struct Label {
  LabelBox box;
  Plate stamp, words;
  double em = 0.0, padding = 0.0;
};

/// As wide as its longest line, in the middle of the image; `y` is left to the caller.
Plate plate_of(const Font& font, std::string_view utf8, const Label& label, int image_width,
               double max_width) {
  Plate plate;
  if (utf8.empty()) return plate;
  plate.lines = balanced(font, utf8, label.em, max_width);
  plate.width = widest(font, plate.lines, label.em) + 2.0 * label.padding;
  plate.height = static_cast<double>(plate.lines.size() - 1) * font.line_height(label.em) +
                 label.box.letter_height + 2.0 * (label.padding + font.descent(label.em) * 0.5);
  plate.x = 0.5 * (image_width - plate.width);
  return plate;
}

Label laid_out(int width, int height, const Font& font, std::string_view utf8, std::string_view stamp) {
  Label label;
  LabelBox& box = label.box;
  box.letter_height = std::max(kLeastLetters, std::ceil(kLabelShare * height));
  label.em = box.letter_height / font.cap_height(1.0);
  const double margin = std::min(0.8 * label.em, 0.03 * width);
  label.padding = std::min(0.6 * label.em, 0.03 * width);
  const double max_width = width - 2.0 * (margin + label.padding);
  label.words = plate_of(font, utf8, label, width, max_width);
  label.stamp = plate_of(font, stamp, label, width, max_width);
  const double gap = stamp.empty() ? 0.0 : 0.25 * label.em;
  box.lines = static_cast<int>(label.words.lines.size() + label.stamp.lines.size());
  box.width = std::max(label.words.width, label.stamp.width);
  box.height = label.words.height + gap + label.stamp.height;
  box.x = 0.5 * (width - box.width);
  box.y = std::max(0.0, height - margin - box.height);
  label.stamp.y = box.y;
  label.words.y = box.y + label.stamp.height + gap;
  return label;
}

void draw_plate(Image& image, const Font& font, const Label& label, const Plate& plate, Rgba ground,
                Rgba ink) {
  fill_round_rect(image, plate.x, plate.y, plate.width, plate.height, 0.5 * label.em, ground);
  TextStyle style{0.5 * image.width, 0.0, label.em, ink, TextAnchor::baseline_centre};
  style.y = std::round(plate.y + label.padding + 0.5 * font.descent(label.em) + label.box.letter_height);
  for (const std::string& line : plate.lines) {
    draw_text(image, font, style, line);
    style.y += font.line_height(label.em);
  }
}

}  // namespace

std::vector<std::string> wrap_text(const Font& font, std::string_view utf8, double pixel_height,
                                   double max_width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = utf8.find('\n');
    append_line(lines, font, utf8.substr(0, end), pixel_height, max_width);
    if (end == std::string_view::npos) return lines;
    utf8.remove_prefix(end + 1);
  }
}

double draw_paragraph(Image& image, const Font& font, const TextStyle& style, std::string_view utf8,
                      double max_width) {
  TextStyle line_style = style;
  line_style.anchor = TextAnchor::top_left;
  for (const std::string& line : wrap_text(font, utf8, style.pixel_height, max_width)) {
    draw_text(image, font, line_style, line);
    line_style.y += font.line_height(style.pixel_height);
  }
  return line_style.y - style.y;
}

LabelBox label_box(int width, int height, const Font& font, std::string_view utf8, std::string_view stamp) {
  return laid_out(width, height, font, utf8, stamp).box;
}

LabelBox burn_label(Image& image, const Font& font, std::string_view utf8, std::string_view stamp) {
  const Label label = laid_out(image.width, image.height, font, utf8, stamp);
  if (!stamp.empty()) draw_plate(image, font, label, label.stamp, kStampPlate, kStampInk);
  draw_plate(image, font, label, label.words, kLabelPlate, kLabelInk);
  return label.box;
}

}  // namespace render
