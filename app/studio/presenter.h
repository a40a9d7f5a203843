#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/body/outcome.h"
#include "app/files/manifest.h"
#include "app/files/paths.h"
#include "app/marks/point_decals.h"
#include "app/marks/tape_ring.h"
#include "app/marks/tapped.h"
#include "app/studio/lid_line.h"
#include "app/studio/light.h"
#include "render/scene/renderer.h"

namespace app {

/// Displacement at the ends of the heat scale, mm; fixed, so that all heat pictures can be compared.
inline constexpr float kHeatLimitMm = 4.0f;

/// Which of the two bodies on stage: the one at the shown week, or the same person untreated.
enum class Stage { now, before };

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

  /// Uploads the outcome at a moment; `before` shows its untreated baseline in the same pose. `layer` decides
  /// whether heat values and anatomy are worked out too. set_body() with the outcome's body is included. What
  /// is already on stage is not uploaded again.
  void show(Stage stage, const Outcome& outcome, const Moment& moment, render::Layer layer);

  /// Lays the tape round what show() has put on that stage, at a height from 0 (knee) to 1 (ankle), or takes
  /// it off. A face has none. Returns the ring, empty where there is none.
  const TapeRing& lay_tape(Stage stage, std::optional<double> t);

  /// Paints the points of a map on what show() has put on that stage, or takes them off (null). The map must
  /// be of this body.
  void lay_points(Stage stage, const std::shared_ptr<const InjectionMap>& map);
  /// The skin as shown on that stage.
  const PartSurface& skin(Stage stage) const;

  /// The light of both stages from now on; at first the clinical one.
  void set_light(const Light& light) { light_ = light; }

  /// The structure to draw highlighted from now on, where the layer shows it; empty: none.
  void highlight(const std::optional<SidedStructure>& structure) { highlighted_ = structure; }

  /// What to draw. Camera aside, it depends on body, light and layer alone: both stages get the same light,
  /// exposure, fade and materials.
  render::SceneView view(Stage stage, render::Layer layer, const render::Camera& camera) const;
  /// The body now, with the untreated body as a see-through shell over it.
  render::SceneView ghost_view(render::Layer layer, const render::Camera& camera, float opacity) const;

  /// One text that names every material and picture on that stage, for comparing two shots.
  std::string materials(Stage stage) const;

  /// What a standard view of the body in that pose has to hold.
  render::Framing framing(simulation::CalfPose pose) const;

 private:
  struct StageParts;
  std::shared_ptr<const render::Image> texture(const std::string& file);
  void add_parts(StageParts& stage);
  void upload_anatomy(StageParts& stage, const std::vector<simulation::AnatomyMesh>& meshes,
                      const simulation::TreatmentState& state);
  void upload_eyes(StageParts& stage);
  void light_pose(StageParts& stage, const Moment& held);
  void clear();

  render::Renderer& renderer_;
  Paths paths_;
  std::map<std::string, std::shared_ptr<const render::Image>> textures_;
  std::shared_ptr<const Body> body_;
  std::optional<LidFinder> lids_;  // of a face
  std::vector<float> hair_;        // density per point of a face's skin
  Light light_;
  std::optional<SidedStructure> highlighted_;
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
render::Framing framing_of(const Body& body, simulation::CalfPose pose = simulation::CalfPose::standing);

}  // namespace app
