#pragma once

#include <glm/vec3.hpp>
#include <span>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/anatomy/face_landmarks.h"
#include "simulation/face/head_outline.h"

namespace simulation {

/// Skull and jaw as one closed mesh: what face muscles lie on. An illustration: proportions of an adult skull
/// set on eyes, chin and the outline of the scalp, pressed under the skin by at least 3.5 mm at the front; no
/// scan stands behind it. The package has no bones. `head` covers the face from below the jaw up.
AnatomyMesh skull(std::span<const glm::vec3> skin_mm, const FaceLandmarks& landmarks,
                  const HeadOutline& head);

}  // namespace simulation
