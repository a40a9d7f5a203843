#pragma once

#include <compare>
#include <cstddef>

#include "app/body/skin_place.h"
#include "simulation/anatomy/anatomy_mesh.h"

namespace app {

/// A structure of one side of a body.
struct SidedStructure {
  simulation::Structure structure = simulation::Structure::tibia;
  simulation::BodySide side = simulation::BodySide::left;   // midline structures: left
  auto operator<=>(const SidedStructure&) const = default;  // NOLINT(modernize-use-nullptr): its own 0
};

/// A structure of a body that was pointed at, and the place where it was met, which stays in its material.
struct Tapped {
  simulation::Structure structure = simulation::Structure::tibia;
  simulation::BodySide side = simulation::BodySide::left;  // midline structures: left
  bool below_skin = false;  // the skin was met; the structure is what lies under it
  std::size_t mesh = 0;     // of Body::anatomy(); nothing when below_skin
  SkinPlace place;          // in that mesh, or in the skin
  std::size_t pane = 0;     // of the stage
  bool operator==(const Tapped&) const = default;
};

}  // namespace app
