#pragma once

#include <span>

#include "simulation/anatomy/atlas.h"

/// The atlas as it is written down, part by part; read it through atlas.h. Beside the rows of each part of
/// the face stand the movements of its muscles, one formula each. Over the face the shares that corrugator,
/// depressor supercilii and procerus take of the lowered brow add up to 1, and so do those of the two
/// frontalis parts of the raised brow.
namespace simulation {

std::span<const AtlasRow> calf_rows();
std::span<const AtlasRow> forehead_rows();
std::span<const AtlasRow> frown_rows();
std::span<const AtlasRow> midface_rows();
std::span<const AtlasRow> lower_face_rows();

}  // namespace simulation
