#pragma once

#include "render/scene/draw_list.h"
#include "render/scene/occlusion_pass.h"
#include "render/scene/programs.h"

namespace render {

/// Draws the list into the bound framebuffer: opaque parts, what is blended over them, see-through shells
/// last.
void draw_surfaces(const DrawList& list, Layer layer, const OcclusionPass& occlusion, Programs& programs);

}  // namespace render
