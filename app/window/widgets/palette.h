#pragma once

#include <cstdint>
#include <span>

#include "app/session/session.h"

namespace app {

/// An opaque or translucent sRGB colour.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Colour&) const = default;
};

/// The colours of one theme. Text pairs reach 4.5:1 and edges of controls and graph marks 3:1; a test holds
/// them to that.
struct Palette {
  Colour ground;    // between panels, behind the timeline
  Colour panel;     // of panels
  Colour raised;    // cards and fields on a panel
  Colour hairline;  // between areas; decoration only
  Colour edge;      // of controls
  Colour text;
  Colour text_quiet;
  Colour accent;       // the one accent: filled controls, the typical line, the play head
  Colour on_accent;    // text on it
  Colour accent_soft;  // selected rows, the label bar
  Colour on_soft;      // text on it
  Colour hover;        // of quiet controls
  Colour band;         // between p10 and p90
  Colour band_edge;
  Colour filler;       // marks and words of fillers; never those of a toxin
  Colour second;       // the typical line of a second plan, told apart by its dashes as well
  Colour second_band;  // between its p10 and p90
  Colour mark;         // sessions and milestones, told apart from the accent by shape as well
  Colour warn_ground;
  Colour on_warn;
  Colour shade;  // over the window behind a dialog
};

const Palette& palette(Theme theme);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(Colour a, Colour b);

/// `over` laid on an opaque ground.
Colour blend(Colour over, Colour ground);

/// What the skin-tone swatches show for Fitzpatrick types 1 to 6 (out of range is clamped). For recognition
/// only; the renderer has its own skin.
Colour skin_swatch(int tone);

}  // namespace app
