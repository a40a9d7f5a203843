#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/marks/point_labels.h"
#include "render/image/image.h"
#include "render/image/text.h"

namespace app {

/// A reading that points at its ring.
struct TapeNote {
  double x = 0.0, y = 0.0;  // outermost point of the ring, pixels from the upper left corner
  bool to_the_left = false;
  std::vector<std::string> lines;  // the first is the reading, in larger letters
};

/// The units of a point on the skin, beside its disc.
struct PointNote {
  PointMark mark;
  std::string text;
};

/// What is written on a picture.
struct Notes {
  std::string label;                   // the permanent label, always drawn
  std::string stamp;                   // over it: a plan leaves what is known; empty: it does not
  std::vector<std::string> range;      // what most people reach: one line per plan, whatever else is written
  std::vector<std::string> captions;   // one per pane, from left to right
  std::string light;                   // of any light but the clinical one: a line of every caption
  std::vector<TapeNote> tapes;         // readings beside the rings
  std::vector<PointNote> points;       // units beside the points
  std::string points_key;              // what their discs and rings are, above the label; empty: none shown
  std::optional<float> heat_limit_mm;  // draws the colour scale
  int keep_clear = 0;                  // rows at top and bottom without letters
  std::optional<double> divider;       // of a wipe, share of the width: the second caption starts there
};

/// Something that was written, and its plate in pixels, y down.
enum class Written { label, caption, range, key, tape, scale, units };
struct Placed {
  Written what;
  NoteBox box;
};

/// Burns captions, range, readings, scale and label into the picture and returns where. Letters scale with
/// its height. An image without pixels, which has a size alone, is measured.
std::vector<Placed> annotate(render::Image& image, const render::Font& font, const Notes& notes);

}  // namespace app
