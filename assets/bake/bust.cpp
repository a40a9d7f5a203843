#include "assets/bake/bust.h"

#include "assets/bake/region_cut.h"

namespace bake {
namespace {

constexpr Edge kChestRingEdge = {1384, 1394};
constexpr Edge kLeftArmRingEdge = {8414, 8415};
constexpr std::uint32_t kHeadVertex = 132;  // any vertex of the head's midline

}  // namespace

std::vector<std::uint32_t> bust_quads(const Mesh& mesh, const EdgeLoops& body) {
  const auto mirror = mirror_of(mesh, "body");
  const std::vector<std::vector<std::uint32_t>> rings = {
      body.ring(kChestRingEdge.first, kChestRingEdge.second),
      body.ring(kLeftArmRingEdge.first, kLeftArmRingEdge.second),
      body.ring(mirror.at(kLeftArmRingEdge.first), mirror.at(kLeftArmRingEdge.second))};
  return body.side_of(rings, kHeadVertex);
}

Part bust_skin(const Mesh& mesh, const EdgeLoops& body) {
  PartBuilder builder(mesh, "skin", "skin");
  builder.add_quads(bust_quads(mesh, body));
  for (const auto& rim : open_rims(builder.part())) close_rim(builder, rim, mesh.positions_mm);
  return builder.take();
}

}  // namespace bake
