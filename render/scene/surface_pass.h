#pragma once

#include "render/scene/draw_list.h"
#include "render/scene/occlusion_pass.h"
#include "render/scene/programs.h"

namespace render {

/// Draws the opaque parts of the list into the bound framebuffer, with the tapes and decals on them.
void draw_solid(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs);
/// After draw_solid(): what is blended over it, see-through shells last. Leaves the units as draw_solid() set
/// them.
void draw_see_through(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs);

}  // namespace render
