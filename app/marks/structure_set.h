#pragma once

#include <bitset>

#include "render/scene/scene_view.h"
#include "simulation/anatomy/atlas.h"

namespace app {

/// Structures of both sides, by simulation::Structure: those that a picture of the anatomy leaves out.
using StructureSet = std::bitset<simulation::kStructureCount>;

inline bool has(const StructureSet& set, simulation::Structure structure) {
  return set.test(static_cast<std::size_t>(structure));
}

/// All that is drawn of a region.
inline StructureSet structures_of(simulation::Region region) {
  StructureSet set;
  for (const simulation::AtlasRow& row : simulation::atlas())
    if (row.structure && row.region == region) set.set(static_cast<std::size_t>(*row.structure));
  return set;
}

/// What a layer of the anatomy draws of a region: fat in a layer of its own alone.
inline StructureSet structures_of(simulation::Region region, render::Layer layer) {
  StructureSet set = structures_of(region);
  if (layer != render::Layer::fat)
    set.reset(static_cast<std::size_t>(simulation::Structure::subcutaneous_fat));
  return set;
}

/// All of its region but this one.
inline StructureSet all_but(simulation::Structure structure) {
  StructureSet set = structures_of(simulation::row_of(structure).region);
  set.reset(static_cast<std::size_t>(structure));
  return set;
}

}  // namespace app
