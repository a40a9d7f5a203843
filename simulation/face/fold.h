#pragma once

namespace simulation {

/// Share by which a gauge on the skin got shorter, beyond `slack`, the part the skin takes up without
/// folding. 0 when it did not; below 1. Lengths in mm, rest > 0.
double shortening(double rest_mm, double now_mm, double slack);

/// Amplitude (half the height from floor to crest) of a sinusoidal fold of skin that keeps its arc length
/// while its span gets shorter by `shortening` (0 to 1): A = (lambda / pi) sqrt(e (1 - e)) * share. The law
/// is exact for small e. `share` (0 to 1) is what folds; the rest thickens the skin.
double fold_amplitude_mm(double shortening, double wavelength_mm, double share);

/// Most that a fold can be deep from crest to floor, mm: all that the skin is shortened by goes into
/// sinusoids of this pitch, d = (2 L / pi) sqrt(e). The law of arc length to first order in e (0 to 1).
double deepest_fold_mm(double shortening, double pitch_mm);

}  // namespace simulation
