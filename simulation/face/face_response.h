#pragma once

#include <array>

#include "simulation/anatomy/muscle.h"

namespace simulation {

/// Resting pulls of the face's muscles and what they do to the height of the brow. The tones are assumptions:
/// with that of the frontalis a full block of it drops the brow by about 0.9 mm.
struct FaceResponse {
  double frontalis_tone = 0.12;  // resting activation, share of the most
  double depressor_tone = 0.15;  // the same for corrugator, depressor supercilii and procerus
  double mouth_tone = 0.1;       // of the depressor of the mouth's corners and the mentalis: an assumption
  /// Rise of the relaxed brow over the pupil when a muscle is blocked in full on both sides, mm; of those
  /// that lift it negative. A part of the block does that part of it. Zero until a skin is measured.
  std::array<double, kMuscleCount> brow_rise_mm{};
};

}  // namespace simulation
