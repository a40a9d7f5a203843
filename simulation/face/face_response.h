#pragma once

namespace simulation {

/// How far the brow moves when the resting pull of its muscles changes. Assumptions: full block of the
/// frontalis lets the brow drop about 0.9 mm, full block of the brow's depressors lets it rise about 0.6 mm.
struct FaceResponse {
  double frontalis_tone = 0.15;  // resting activation, share of the most
  double depressor_tone = 0.15;  // the same for corrugator, depressor supercilii and procerus
  double mouth_tone = 0.1;       // of the depressor of the mouth's corners and the mentalis: an assumption
  double brow_mm_per_frontalis_tone = 6.0;
  double brow_mm_per_depressor_tone = 4.0;
};

}  // namespace simulation
