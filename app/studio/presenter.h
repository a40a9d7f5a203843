#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/body/outcome.h"
#include "app/files/paths.h"
#include "app/marks/point_decals.h"
#include "app/marks/tape_ring.h"
#include "app/studio/frame.h"
#include "app/studio/lid_line.h"
#include "render/scene/renderer.h"

namespace app {

/// Displacement at the ends of the heat scale, mm; fixed, so that all heat pictures can be compared.
inline constexpr float kHeatLimitMm = 4.0f;

/// Puts a body on a renderer's stage: parts, materials, shapes, camera and studio. Window, kiosk and capture
/// all draw through it, so that they show the same thing.
class Presenter {
 public:
  /// `renderer` must outlive this.
  Presenter(render::Renderer& renderer, const Paths& paths);
  ~Presenter();
  Presenter(const Presenter&) = delete;
  Presenter& operator=(const Presenter&) = delete;

  /// Takes the parts of the last body away and adds those of this one. Throws AssetError for a texture that
  /// is missing or broken. The same body again costs nothing.
  void set_body(std::shared_ptr<const Body> body);

  /// Puts all of a pane on its stage: body, marks, light. Returns what to draw of it.
  render::SceneView stage(const Pane& pane);
  /// stage() of the body, with its untreated shell over it. Throws std::invalid_argument for a shell of
  /// another body.
  render::SceneView stage_ghost(const Pane& shell, const Pane& body, double opacity);

  /// What lies on the skin of that stage: the ring (empty where there is none) with its height from 0 (knee)
  /// to 1 (ankle), and the needle points, null where none show.
  const TapeRing& ring(Stage stage) const;
  std::optional<double> tape_t(Stage stage) const;
  std::shared_ptr<const InjectionMap> points(Stage stage) const;
  /// The skin as shown on that stage.
  const PartSurface& skin(Stage stage) const;

  /// Uploads the outcome at a moment; `before` shows its untreated baseline in the same pose. `layer` decides
  /// whether heat values and anatomy are worked out too. set_body() with the outcome's body is included. What
  /// is already on stage is not uploaded again.
  void show(Stage stage, const Outcome& outcome, const Moment& moment, render::Layer layer);

  /// What to draw. Camera aside, it depends on body, light and layer alone: both stages get the same light,
  /// exposure, fade and materials.
  render::SceneView view(Stage stage, render::Layer layer, const render::Camera& camera) const;
  /// One text that names every material and picture on that stage, for comparing two shots.
  std::string materials(Stage stage) const;

 private:
  struct StageParts;
  std::shared_ptr<const render::MipImage> texture(const std::string& file);
  void add_parts(StageParts& stage);
  void keep_hem_fine(const StageParts& stage);
  void upload_anatomy(StageParts& stage, const std::vector<simulation::AnatomyMesh>& meshes,
                      const simulation::TreatmentState& state);
  /// `changed`: only what differs from what the buffers hold.
  void upload_body(StageParts& stage, std::span<const float> skin_scalars, bool changed);
  void upload_eyes(StageParts& stage, bool changed);
  void light_pose(StageParts& stage, const Moment& held);
  /// Round or on what show() has put on that stage; off where the place is not shown or there are no needles.
  void lay_tape(Stage stage, const TapePlace& place);
  void lay_needles(Stage stage, const std::optional<Needles>& needles);
  /// Bumps or bruises of the moment, where the pane's layer shows them.
  void lay_blemishes(const Pane& pane);
  const StageParts& parts(Stage stage) const;
  void clear();

  render::Renderer& renderer_;
  Paths paths_;
  std::map<std::string, std::shared_ptr<const render::MipImage>> textures_;
  std::shared_ptr<const Body> body_;
  std::optional<LidFinder> lids_;  // of a face
  std::vector<float> hair_;        // density per point of a face's skin
  Light light_;
  StructureSet hidden_;
  std::optional<SidedStructure> highlighted_;
  std::optional<double> widest_t_;  // where the body's calves are widest
  std::optional<Needles> needles_;  // whose points on this body are needle_points_
  std::shared_ptr<const InjectionMap> needle_points_;
  std::unique_ptr<StageParts> stages_[2];
};

/// Heights between which the cut of thigh or shoulder dissolves, as SceneView takes them.
struct Fade {
  float from_y_mm = 0.0f;
  float to_y_mm = 0.0f;
};
Fade fade_of(const Body& body);

/// Framing of a body in a pose, the same at every effort: legs from the floor to above the knee with room for
/// the label below, orthographic; head and neck, in the 28 degree portrait lens.
/// `shown`: the side effect that the views shall tell of.
render::Framing framing_of(const Body& body, simulation::CalfPose pose = simulation::CalfPose::standing,
                           std::optional<simulation::AdverseOutcome> shown = {});

}  // namespace app
