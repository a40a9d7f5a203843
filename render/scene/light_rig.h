#pragma once

#include "render/scene/frame_block.h"
#include "render/scene/studio.h"

namespace render {

/// Fills the lights of the block for a photographer at this azimuth (radians about +Y, 0 = in front of the
/// person). The presets are art direction, not measurement: directions and strengths are chosen by eye. A map
/// is scaled by clinical_light(), never by what it lights.
void set_lights(FrameBlock& block, const Studio& studio, float azimuth_rad);

/// Mean luminance over all directions of the clinical studio.
float clinical_light();

/// Where the studio's photographer stands: as given, or where a camera looking along `toward_eye` is.
float photographer_azimuth(const Studio& studio, glm::vec3 toward_eye);

}  // namespace render
