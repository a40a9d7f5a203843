#pragma once

#include "assets/bake/edge_loops.h"
#include "assets/bake/hem.h"
#include "assets/bake/part.h"

namespace bake {

struct Legs {
  Part skin;
  HemLevel hem;  // to be applied to positions and displacements of the skin
};

/// Both legs from about 12 cm above the knee to the toes as one part `skin`, closed by flat lids. The rows of
/// the thigh are re-spaced along their own edge columns between a ring above the knee, which stays, and the
/// level of the hem on `posed_mm` (a typical body in its stance, over all base vertices).
Legs leg_skin(const Mesh& mesh, const EdgeLoops& body, std::span<const glm::dvec3> posed_mm);

}  // namespace bake
