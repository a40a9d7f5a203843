#pragma once

#include <optional>
#include <span>

#include "app/body/calf_measures.h"
#include "app/files/outcomes_file.h"
#include "app/studio/annotate.h"
#include "app/studio/compose.h"

namespace app {

/// What the tape of a picture reads.
struct TapeTaken {
  double t = 0.0;  // share from knee to ankle
  simulation::Sided<TapeReading> reading;
};

/// All that is written on the picture of a frame that compose() has just left on the presenter's stages:
/// captions, side effects with their rates of `known`, light, scale, and the readings and units of its marks;
/// of the range, see PeopleRanges.
Notes notes_of(const Frame& frame, const PictureFormat& format, const Presenter& presenter,
               const std::optional<TapeTaken>& tape, const Texts& texts,
               std::span<const KnownOutcome> known = {});

/// Readings of the tape of the frame's main pane; empty where it has none.
std::optional<TapeTaken> read_tape_of(const Frame& frame, const Presenter& presenter);

}  // namespace app
