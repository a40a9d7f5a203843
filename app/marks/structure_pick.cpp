#include "app/marks/structure_pick.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>

#include "app/check/dose_sums.h"
#include "render/camera/pick.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::AnatomyMesh;
using simulation::BodySide;
using simulation::Muscle;
using simulation::Structure;

/// Under this share a muscle counts as not reached: a number shown as 0 would contradict the words.
constexpr double kReached = 0.005;

/// Hair grows on the skin and hides no muscle; anything else over it does.
bool covers_skin(const BodyPart& part) {
  return part.name != "brows" && part.name != "lashes";
}

glm::dvec3 mesh_point(const AnatomyMesh& mesh, const SkinPlace& place) {
  const glm::uvec3 corners = mesh.triangles.at(place.triangle);
  return place.weights.x * glm::dvec3(mesh.positions_mm[corners.x]) +
         place.weights.y * glm::dvec3(mesh.positions_mm[corners.y]) +
         place.weights.z * glm::dvec3(mesh.positions_mm[corners.z]);
}

struct Met {
  Tapped tapped;
  double distance_mm = 0.0;
};

/// The nearest of the meshes that are looked for.
template <typename Wanted>
std::optional<Met> nearest_of(std::span<const AnatomyMesh> anatomy, const render::Ray& ray, Wanted wanted) {
  std::optional<Met> nearest;
  for (std::size_t i = 0; i < anatomy.size(); ++i) {
    const AnatomyMesh& mesh = anatomy[i];
    if (!wanted(mesh)) continue;
    const auto hit = render::pick(mesh.positions_mm, mesh.triangles, ray);
    if (!hit || (nearest && hit->distance_mm >= nearest->distance_mm)) continue;
    nearest =
        Met{{mesh.structure, mesh.side, false, i, {hit->triangle, hit->barycentric}, 0}, hit->distance_mm};
  }
  return nearest;
}

/// What a ray into the skin meets. A tendon's upper end is a thin sheet on its muscle: there it is the
/// muscle.
std::optional<Met> nearest_below(std::span<const AnatomyMesh> anatomy, const render::Ray& inward) {
  auto met = nearest_of(anatomy, inward, [](const AnatomyMesh&) { return true; });
  if (!met || met->distance_mm > kBelowSkinMm) return std::nullopt;
  if (anatomy[met->tapped.mesh].tissue != simulation::Tissue::tendon) return met;
  const auto muscle = nearest_of(
      anatomy, inward, [](const AnatomyMesh& mesh) { return mesh.tissue == simulation::Tissue::muscle; });
  const bool close = muscle && muscle->distance_mm - met->distance_mm <= kTendonSheetMm;
  return close ? muscle : met;
}

/// The muscle whose end plates lie nearest, where no mesh lies below the skin.
std::optional<Tapped> by_sheet(const StructureScene& scene, const SkinPlace& place) {
  const BodyPart& skin = scene.body->parts().front();
  const glm::dvec3 rest = point_of(*skin.topology, place, skin.rest_mm);
  for (const simulation::MusclePlace& near : scene.body->muscle_places(rest, *scene.model)) {
    if (near.distance_mm > kBesideSheetMm) return std::nullopt;
    const auto structure = simulation::structure_of(near.muscle);
    if (!structure) continue;
    return Tapped{*structure, simulation::is_midline(*structure) ? BodySide::left : near.side, true, 0, place,
                  0};
  }
  return std::nullopt;
}

std::optional<Tapped> below_skin(const StructureScene& scene, const render::Ray& ray) {
  const BodyPart& skin = scene.body->parts().front();
  const PartSurface& shown = scene.surface.parts.front();
  const auto hit = render::pick(shown.positions_mm, skin.topology->point_triangles, ray);
  if (!hit) return std::nullopt;
  for (std::size_t i = 1; i < scene.body->parts().size(); ++i) {
    const BodyPart& part = scene.body->parts()[i];
    if (!covers_skin(part)) continue;
    const auto before =
        render::pick(scene.surface.parts[i].positions_mm, part.topology->point_triangles, ray);
    if (before && before->distance_mm < hit->distance_mm) return std::nullopt;
  }
  const SkinPlace place{hit->triangle, hit->barycentric};
  const glm::dvec3 inward = -normal_of(*skin.topology, place, shown.normals);
  const auto found = nearest_below(scene.anatomy, {hit->position_mm, inward});
  if (!found) return by_sheet(scene, place);
  return Tapped{found->tapped.structure, found->tapped.side, true, 0, place, 0};
}

bool aimed_at(const simulation::Plan& plan, Muscle muscle, BodySide side) {
  const bool left = side == BodySide::left;
  const auto given = [&](const simulation::Session& session, Muscle named) {
    return units_of(session, named, left ? simulation::Side::left : simulation::Side::right) +
           units_of(session, named, simulation::Side::midline);
  };
  const auto group = simulation::row_of(muscle).group;
  return std::any_of(plan.sessions.begin(), plan.sessions.end(), [&](const simulation::Session& session) {
    return given(session, muscle) > 0.0 || (group && given(session, *group) > 0.0);
  });
}

}  // namespace

bool shows_anatomy(render::Layer layer) {
  return layer == render::Layer::muscle || layer == render::Layer::xray || layer == render::Layer::fat;
}

std::optional<Tapped> nearest_structure(std::span<const AnatomyMesh> anatomy, const render::Ray& ray,
                                        const StructureSet& hidden) {
  const auto met = nearest_of(anatomy, ray, [&](const AnatomyMesh& m) { return !has(hidden, m.structure); });
  return met ? std::optional(met->tapped) : std::nullopt;
}

std::optional<Tapped> structure_under(const StructureScene& scene, const render::Ray& ray) {
  return shows_anatomy(scene.layer) ? nearest_structure(scene.anatomy, ray, scene.hidden)
                                    : below_skin(scene, ray);
}

StructurePoint structure_point(const StructureScene& scene, const Tapped& tapped,
                               const render::Camera& camera) {
  StructurePoint point;
  const BodyPart& skin = scene.body->parts().front();
  const auto& skin_mm = scene.surface.parts.front().positions_mm;
  point.position_mm = tapped.below_skin ? point_of(*skin.topology, tapped.place, skin_mm)
                                        : mesh_point(scene.anatomy.at(tapped.mesh), tapped.place);
  constexpr double kFarMm = 3000.0, kNearMm = 3.0;  // what lies so near before it is itself or its edge
  const glm::dvec3 toward = camera.orthographic ? glm::normalize(camera.eye_mm - camera.target_mm)
                                                : glm::normalize(camera.eye_mm - point.position_mm);
  const double far_mm = camera.orthographic ? kFarMm : glm::length(camera.eye_mm - point.position_mm);
  const render::Ray ray{point.position_mm + toward * far_mm, -toward};
  point.seen = true;
  const auto hidden_by = [&](std::span<const glm::vec3> points, std::span<const glm::uvec3> triangles) {
    const auto hit = render::pick(points, triangles, ray);
    return hit && hit->distance_mm < far_mm - kNearMm;
  };
  if (tapped.below_skin)
    point.seen = !hidden_by(skin_mm, skin.topology->point_triangles);
  else
    for (const AnatomyMesh& mesh : scene.anatomy)
      if (!has(scene.hidden, mesh.structure))
        point.seen = point.seen && !hidden_by(mesh.positions_mm, mesh.triangles);
  return point;
}

StructureEffect effect_on(Structure structure, BodySide side, const simulation::Plan& plan,
                          const simulation::TreatmentState& state) {
  StructureEffect effect;
  const auto muscles = simulation::columns_of(structure);
  if (muscles.empty()) return effect;
  effect.volume = 0.0;
  for (const Muscle muscle : muscles) {
    const double share = 1.0 / static_cast<double>(muscles.size());
    effect.block += share * state.muscles.at(muscle, side).block;
    effect.volume += share * state.muscles.at(muscle, side).volume;
    if (aimed_at(plan, muscle, side)) effect.reach = StructureEffect::Reach::target;
  }
  const bool reached = effect.block >= kReached || effect.volume <= 1.0 - kReached;
  if (reached && effect.reach == StructureEffect::Reach::none) effect.reach = StructureEffect::Reach::spread;
  return effect;
}

}  // namespace app
