#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/body/body.h"
#include "app/marks/structure_set.h"
#include "app/marks/tapped.h"
#include "render/camera/camera.h"
#include "render/scene/scene_view.h"
#include "simulation/response/state.h"

/// Which structure of a body a person points at, and what the plan does to it.
namespace app {

/// Where a body is, at one moment, as far as a layer shows it. `anatomy` is empty in layers of the skin.
struct StructureScene {
  const Body* body = nullptr;
  const simulation::ResponseModel* model = nullptr;
  render::Layer layer = render::Layer::skin;
  Surface surface;
  std::vector<simulation::AnatomyMesh> anatomy;
  StructureSet hidden{};  // of the anatomy, what is not drawn; nothing in layers of the skin
};

/// Whether the layer shows muscles and bones.
bool shows_anatomy(render::Layer layer);

/// The nearest structure along a ray. In layers of the skin: what lies straight below the skin that is met,
/// within kBelowSkinMm, or the muscle whose sheet of end plates is nearest; none behind an eye or another
/// part that is no skin.
std::optional<Tapped> structure_under(const StructureScene& scene, const render::Ray& ray);

/// The nearest structure that a ray meets, of those that are not hidden.
std::optional<Tapped> nearest_structure(std::span<const simulation::AnatomyMesh> anatomy,
                                        const render::Ray& ray, const StructureSet& hidden = {});

/// How deep below the skin a muscle is still the one below it, mm: fat of a heavy calf is 20 mm thick.
/// An assumption.
inline constexpr double kBelowSkinMm = 30.0;
/// A muscle so close under the first surface of a tendon is told in the tendon's place, mm. An assumption.
inline constexpr double kTendonSheetMm = 12.0;
/// How far beside the sheet of a muscle's end plates a skin point still belongs to that muscle, mm. An
/// assumption, for muscles that have a sheet and no mesh.
inline constexpr double kBesideSheetMm = 5.0;

/// Where a tapped place is now.
struct StructurePoint {
  glm::dvec3 position_mm{0.0};
  bool seen = false;  // it faces the camera and no other structure (skin: no other skin) lies before it
};
StructurePoint structure_point(const StructureScene& scene, const Tapped& tapped,
                               const render::Camera& camera);

/// What a plan does to a structure of one side.
struct StructureEffect {
  enum class Reach { none, spread, target };
  Reach reach = Reach::none;  // of the plan, at any week
  double block = 0.0;         // share of fibres, 0 to 1; at the state's week
  double volume = 1.0;        // share of the volume of week 0
};

/// A structure of several muscles (both columns of the forehead) is their mean. Spread: no injection names
/// the muscle, yet at least half a percent of it is blocked or gone now.
StructureEffect effect_on(simulation::Structure structure, simulation::BodySide side,
                          const simulation::Plan& plan, const simulation::TreatmentState& state);

}  // namespace app
