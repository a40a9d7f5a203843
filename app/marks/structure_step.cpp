#include "app/marks/structure_step.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace app {
namespace {

using simulation::AnatomyMesh;

constexpr double kInPicture = 0.92;  // of half the picture: a place nearer its edge is hard to see
constexpr std::size_t kTries = 24;   // places of a structure that are looked at

std::vector<SidedStructure> structures_of(const StructureScene& scene) {
  std::vector<SidedStructure> found;
  for (const AnatomyMesh& mesh : scene.anatomy)
    if (!has(scene.hidden, mesh.structure)) found.push_back({mesh.structure, mesh.side});
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// Middles of the structure's triangles inside the picture, those nearest to the middle of all first.
std::vector<glm::dvec2> places_of(const StructureScene& scene, const SidedStructure& wanted,
                                  const render::Camera& camera, double aspect) {
  std::vector<glm::dvec2> places;
  glm::dvec2 sum(0.0);
  for (const AnatomyMesh& mesh : scene.anatomy) {
    if (SidedStructure{mesh.structure, mesh.side} != wanted) continue;
    for (const glm::uvec3& t : mesh.triangles) {
      const glm::dvec3 middle = glm::dvec3(mesh.positions_mm[t.x]) / 3.0 +
                                glm::dvec3(mesh.positions_mm[t.y]) / 3.0 +
                                glm::dvec3(mesh.positions_mm[t.z]) / 3.0;
      const glm::dvec2 ndc = render::to_ndc(camera, middle, aspect);
      if (std::max(std::abs(ndc.x), std::abs(ndc.y)) > kInPicture) continue;
      places.push_back(ndc);
      sum += ndc;
    }
  }
  if (places.empty()) return places;
  const glm::dvec2 centre = sum / static_cast<double>(places.size());
  const auto off = [&](const glm::dvec2& at) { return glm::length((at - centre) * glm::dvec2(aspect, 1.0)); };
  std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) { return off(a) < off(b); });
  return places;
}

std::optional<Tapped> seen_place(const StructureScene& scene, const SidedStructure& wanted,
                                 const render::Camera& camera, double aspect) {
  const auto places = places_of(scene, wanted, camera, aspect);
  const std::size_t tries = std::min(kTries, places.size());
  for (std::size_t i = 0; i < tries; ++i) {
    const glm::dvec2 at = places[i * places.size() / tries];
    const auto met = nearest_structure(scene.anatomy, render::ray_through(camera, at, aspect), scene.hidden);
    if (met && SidedStructure{met->structure, met->side} == wanted) return met;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Tapped> next_structure(const StructureScene& scene, const render::Camera& camera, double aspect,
                                     const std::optional<SidedStructure>& from, int step) {
  const auto all = structures_of(scene);
  const auto count = static_cast<int>(all.size());
  int at = step > 0 ? -1 : count;
  if (from) {
    const auto found = std::find(all.begin(), all.end(), *from);
    if (found != all.end()) at = static_cast<int>(found - all.begin());
  }
  for (int i = 1; i <= count; ++i) {
    const int next = ((at + (step > 0 ? i : -i)) % count + count) % count;
    if (auto place = seen_place(scene, all[static_cast<std::size_t>(next)], camera, aspect)) return place;
  }
  return std::nullopt;
}

}  // namespace app
