#pragma once

#include <vector>

#include "app/studio/lid_line.h"
#include "render/mesh/mesh.h"

namespace app {

/// The moist edge of both eyes: a ribbon from each lid's margin to the ball, with the film of tears standing
/// on the lower one, and the caruncle in the inner corner. Drawn with MaterialKind::lid_rim, which says what
/// uv and scalars mean.
struct EyeRim {
  std::vector<glm::vec3> positions_mm, normals;
};

/// The same for every face.
const render::Topology& rim_topology();
/// MaterialKind::lid_rim's scalar of each point.
const std::vector<float>& rim_kinds();

/// The rim for these openings. An eye that is shut hides its own inside the ball.
EyeRim make_eye_rim(const std::array<LidOpening, 2>& openings);

}  // namespace app
