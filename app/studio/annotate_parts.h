#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/studio/annotate.h"

/// The pieces of annotate(), which alone calls them. All sizes in pixels; `px` is the height of a letter's
/// em.
namespace app {

inline constexpr render::Rgba kPlate{250, 250, 250, 235};
inline constexpr render::Rgba kInk{28, 32, 36, 255};

// annotate_scale.cpp
/// A vertical bar at the right edge, outward on top; returns its plate.
NoteBox draw_scale(render::Image& image, const render::Font& font, double px, float limit_mm, int clear);

// annotate_tape.cpp
/// Rows that readings keep to.
struct Rows {
  double top = 0.0, bottom = 0.0;
};
/// Where readings may stand: the rows of those beside their rings, from where down those in the upper
/// corners, and the column at which something else begins.
struct TapeRoom {
  Rows beside;
  double above = 0.0, right = 0.0;
};
/// Readings beside their rings, or without room for all of them in the upper corners.
void draw_tapes(render::Image& image, const render::Font& font, const Notes& notes, double px,
                const TapeRoom& room, std::vector<Placed>& placed);

// annotate_range.cpp
/// The plate of the range's lines.
struct RangePlate {
  NoteBox box;
  std::vector<std::string> lines;  // as wrapped
  double px = 0.0;
  bool on_top = false;
};
/// Centred at the top, where thigh or hair end, beside or below what stands there already; where that would
/// be over the legs or the face, above the permanent label.
RangePlate range_plate(const render::Image& image, const render::Font& font, const Notes& notes,
                       const NoteBox& label, std::span<const NoteBox> at_top);
void draw_range(render::Image& image, const render::Font& font, const Notes& notes, const RangePlate& plate);

}  // namespace app
