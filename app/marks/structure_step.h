#pragma once

#include <optional>

#include "app/marks/structure_pick.h"

namespace app {

/// The structure after (step 1) or before (-1) `from` that the camera sees, in the order of
/// simulation::Structure, left before right, and round again; the first or the last when there is no `from`.
/// `from` itself when it is the only one seen; empty when none is. The place told lies on it, where nothing
/// hides it, near the middle of what is in the picture. A scene without anatomy has none.
std::optional<Tapped> next_structure(const StructureScene& scene, const render::Camera& camera, double aspect,
                                     const std::optional<SidedStructure>& from, int step);

}  // namespace app
