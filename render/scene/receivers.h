#pragma once

#include "render/scene/draw_list.h"

namespace render {

/// What takes occlusion, in the order in which it is laid out.
template <typename Action>
void for_receivers(const DrawList& list, const Action& action) {
  for (const auto* group : {&list.opaque, &list.shells, &list.mirrors, &list.hair})
    for (const Drawn& drawn : *group) action(drawn);
}

}  // namespace render
