#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "app/body/landmarks.h"
#include "render/scene/skin_shade.h"
#include "simulation/plan/plan.h"

namespace app {

/// How the skin of a head differs from its mean tone from zone to zone: warmer cheeks, nose, chin and ears,
/// cooler and darker under the eyes, yellower brow, oilier middle, a man's shaved beard, and with age
/// freckles, spots and fine vessels. Every figure of it is assumed: where portrait painting puts these, by
/// eye; nobody's own skin is known. `rest_mm` is the relaxed skin, Y up, facing +Z, `landmarks` that head's
/// own. The same for the same person, whatever is treated.
std::vector<render::SkinShade> skin_zones(std::span<const glm::vec3> rest_mm, const Landmarks& landmarks,
                                          const simulation::Person& person);

}  // namespace app
