#pragma once

#include "assets/bake/edge_loops.h"
#include "assets/bake/part.h"

namespace bake {

/// Head, neck and shoulders as one part `skin`, with the inner mouth and eye sockets. Cut along the edge ring
/// of the chest below the armpits and one ring of each upper arm, and closed there.
Part bust_skin(const Mesh& mesh, const EdgeLoops& body);

/// The same quads, open, for ray casts.
std::vector<std::uint32_t> bust_quads(const Mesh& mesh, const EdgeLoops& body);

}  // namespace bake
