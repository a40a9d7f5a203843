#include "app/studio/letters.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>
#include <string>

#include "app/base/error.h"
#include "app/studio/annotate.h"
#include "app/studio/captions.h"
#include "app/studio/light.h"
#include "app/studio/presenter.h"

namespace app {
namespace {

constexpr double kMostOfPicture = 0.2;
constexpr int kLargestSide = 16384;
constexpr double kLetterGap = 0.01;  // of the rows, between letters and body

Notes longest_notes(const render::Font& font, const Texts& texts, const Pane& pane, Join join,
                    const simulation::Plan& plan, const simulation::Plan* second, const PictureFormat& format,
                    std::span<const KnownOutcome> known) {
  Notes notes;
  notes.label = permanent_label(texts);
  notes.light = light_line(pane.light, texts);
  notes.keep_clear = format.keep_clear;
  notes.captions = longest_captions(font, pane, join, format.captioned, plan, second, texts, known);
  // Readings of the tape stand in the captions of halves: three lines a leg.
  if (pane.tape.shown && in_halves(join))
    for (std::string& one : notes.captions) one += "\n1\n2\n3\n4\n5\n6";
  if (pane.needles) notes.points_key = texts.at("points.key");
  return notes;
}

/// Of a layout, with nothing drawn.
LetterRows rows_of(const render::Font& font, const Notes& notes, glm::ivec2 size) {
  render::Image sheet{size.x, size.y, {}};
  double top = 0.0, bottom = size.y;
  for (const Placed& placed : annotate(sheet, font, notes)) {
    const bool above = placed.what != Written::label && placed.box.min.y < 0.5 * size.y;
    if (above) top = std::max(top, placed.box.max.y);
    if (!above) bottom = std::min(bottom, placed.box.min.y);
  }
  const double gap = kLetterGap * (size.y - 2 * notes.keep_clear);
  return {static_cast<int>(std::ceil(top + gap)), static_cast<int>(std::ceil(size.y - bottom + gap))};
}

std::optional<glm::ivec2> smallest_that_fits(const render::Font& font, const Texts& texts, glm::ivec2 size,
                                             int keep_clear, const std::string& stamp) {
  for (double scale = 1.0; scale * std::max(size.x, size.y) <= kLargestSide; scale *= 1.01) {
    const glm::ivec2 tried(static_cast<int>(std::ceil(scale * size.x)),
                           static_cast<int>(std::ceil(scale * size.y)));
    if (label_fits(font, texts, tried, keep_clear, stamp)) return tried;
    if (scale > 8.0) break;
  }
  for (int width = size.x; width <= kLargestSide; width += std::max(1, width / 100))
    if (label_fits(font, texts, {width, size.y}, keep_clear, stamp)) return glm::ivec2(width, size.y);
  return std::nullopt;
}

std::string size_words(glm::ivec2 size) {
  return std::to_string(size.x) + "x" + std::to_string(size.y);
}

}  // namespace

LetterRows letter_rows(const render::Font& font, const Texts& texts, const Pane& pane, Join join,
                       const simulation::Plan& plan, const simulation::Plan* second,
                       const PictureFormat& format, std::span<const KnownOutcome> known,
                       const std::string& stamp) {
  Notes notes = longest_notes(font, texts, pane, join, plan, second, format, known);
  notes.stamp = stamp;
  LetterRows most;
  // A range is one line whatever its length; the shorter, the larger.
  for (const std::size_t letters : {40u, 60u, 75u}) {
    notes.range.assign(join == Join::beside ? 2 : 1, std::string(letters, 'n'));
    const LetterRows rows = rows_of(font, notes, format.size);
    most = {std::max(most.top, rows.top), std::max(most.bottom, rows.bottom)};
  }
  return most;
}

bool label_fits(const render::Font& font, const Texts& texts, glm::ivec2 size, int keep_clear,
                const std::string& stamp) {
  const std::string label = permanent_label(texts);
  const int rows = size.y - 2 * keep_clear;
  if (rows < 1) return false;
  const render::LabelBox box = render::label_box(size.x, rows, font, label, stamp);
  const double em = box.letter_height / font.cap_height(1.0);
  std::istringstream words(label + ' ' + stamp);
  for (std::string word; words >> word;)
    if (font.width(word, em) > 0.88 * size.x) return false;
  return box.width * box.height <= kMostOfPicture * size.x * size.y && box.height <= rows;
}

void require_label_fits(const render::Font& font, const Texts& texts, const PictureFormat& format,
                        const std::string& stamp) {
  if (label_fits(font, texts, format.size, format.keep_clear, stamp)) return;
  const auto works = smallest_that_fits(font, texts, format.size, format.keep_clear, stamp);
  throw InputError("--size: the permanent label would cover more than a fifth of " + size_words(format.size) +
                   ", expected at least " + (works ? size_words(*works) : std::string("a wider picture")));
}

}  // namespace app
