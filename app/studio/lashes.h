#pragma once

#include <vector>

#include "app/studio/lid_line.h"
#include "render/mesh/mesh.h"

namespace app {

/// Lashes of both eyes as single strands that grow on the edges of the lids; uv.y runs from root (0) to
/// tip (1). Numbers and lengths are assumed within what is usual: some 140 above, 8 mm, and 60 below, 5 mm.
struct Lashes {
  std::vector<glm::vec3> positions_mm, normals;
};

/// The same for every face.
const render::Topology& lash_topology();

/// The lashes for these openings; those of an eye that is shut lie hidden in the ball.
Lashes make_lashes(const std::array<LidOpening, 2>& openings);

}  // namespace app
