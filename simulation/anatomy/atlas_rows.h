#pragma once

#include <span>

#include "simulation/anatomy/atlas.h"

/// The atlas as it is written down; read it through atlas.h.
namespace simulation {

std::span<const AtlasRow> calf_rows();
std::span<const AtlasRow> face_rows();

}  // namespace simulation
