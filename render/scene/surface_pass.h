#pragma once

#include "render/scene/draw_list.h"
#include "render/scene/occlusion_pass.h"
#include "render/scene/programs.h"

namespace render {

/// Draws the opaque parts of the list into the bound framebuffer, with the tapes and decals on them.
void draw_solid(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs);
/// After draw_solid(): a light line round the highlighted parts, 0.4 % of the picture's height wide, where no
/// other part is in front. aspect: width by height of the whole picture.
void draw_outlines(const DrawList& list, float aspect, Programs& programs);
/// After these: what is blended over it, see-through shells last. Leaves the units as draw_solid() set
/// them.
void draw_see_through(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs);

}  // namespace render
