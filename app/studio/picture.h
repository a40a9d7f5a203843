#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/base/names.h"
#include "app/body/calf_measures.h"
#include "app/body/outcome.h"
#include "app/body/tape_place.h"
#include "app/files/texts.h"
#include "app/studio/annotate.h"
#include "app/studio/light.h"
#include "app/studio/presenter.h"
#include "render/camera/camera.h"
#include "render/image/image.h"
#include "render/image/text.h"
#include "render/scene/renderer.h"

namespace app {

enum class Comparison { none, side, wipe, ghost };

/// One finished picture: what it shows, from where, how large.
struct Picture {
  Moment moment;
  render::StandardView view = render::StandardView::front;
  render::Layer layer = render::Layer::skin;
  Comparison comparison = Comparison::none;
  glm::ivec2 size{1600, 1200};
  int keep_clear = 0;  // rows at top and bottom that platforms cover: no subject, no letters there
  bool transparent = false;
  TapePlace tape;         // calves only
  bool points = false;    // needle points of the session the week belongs to
  Light light;            // any but the clinical one is named in the picture, whatever else is written
  bool captioned = true;  // week and responder in the corner; comparisons always have it
};

/// Everything of one shot that light, camera or pose could fake a result with.
struct Shot {
  render::SceneView view;
  glm::ivec2 size{0};
  simulation::Expression expression = simulation::Expression::neutral;
  double effort = 0.0;
  simulation::CalfPose pose = simulation::CalfPose::standing;
  std::string materials;
};

/// SHA-256 of the shot: camera, lens, light, exposure, fade, pose, materials and size.
std::string studio_hash(const Shot& shot);

/// Throws InputError naming what differs unless both shots have one studio hash. Every before-and-after goes
/// through it.
void require_comparable(const Shot& before, const Shot& after);

/// Camera of a picture (of one half, when it is side by side).
render::Camera camera_of(const Picture& picture, const render::Framing& framing);

/// What the caption says: `Before treatment` for an untreated moment, else week and responder.
std::string caption_of(const Outcome& outcome, const Moment& moment);
/// What of toxin and filler a picture shows, for a plan that has filler: a line for under the caption. Empty
/// for other plans and for an untreated moment.
std::string treatment_line(const Outcome& outcome, const Moment& moment, const Texts& texts);

/// What is said over the halves of a picture of two plans: letter and title, then week and responder.
std::vector<std::string> plan_captions(const Outcome& a, const Outcome& b, const Moment& moment);

/// What the tape of a picture reads.
struct TapeTaken {
  double t = 0.0;  // share from knee to ankle
  simulation::Sided<TapeReading> reading;
};

/// Readings of a calf at the height of its tape.
TapeTaken read_tape_at(const Outcome& outcome, const Moment& moment, const TapePlace& place);
/// Adds the readings to a picture taken from that camera: beside the rings, or below the two captions of a
/// picture in halves, each of which tells its own.
void write_tape(const TapeRing& ring, const TapeTaken& tape, const Texts& texts, const render::Camera& camera,
                glm::ivec2 size, bool halves, Notes& notes);

/// Adds the units of every point to a picture, or a pane of it, taken from that camera of that skin.
void write_points(const InjectionMap& map, const render::Topology& topology, const PartSurface& skin,
                  const Texts& texts, const render::Camera& camera, glm::dvec2 origin, glm::dvec2 size,
                  Notes& notes);

/// A picture and the studio hash it was taken with.
struct Taken {
  render::Image image;
  std::string studio_hash;
  render::Camera camera;
  std::optional<TapeTaken> tape;
  std::shared_ptr<const InjectionMap> points;  // null: none shown
};

/// Takes pictures on one renderer. Same input, same pixels.
class Photographer {
 public:
  /// All must outlive this.
  Photographer(render::Renderer& renderer, Presenter& presenter, const render::Font& font, const Texts& texts)
      : renderer_(renderer), presenter_(presenter), font_(font), texts_(texts) {}

  /// Draws, composes, and burns caption, legend and the permanent label.
  Taken take(const Outcome& outcome, const Picture& picture, int supersample = 2);

  /// Two plans for one person in the halves of one picture, at one moment. The picture compares `side` and
  /// has neither tape nor points (std::invalid_argument otherwise).
  Taken take_beside(const Outcome& a, const Outcome& b, const Picture& picture, int supersample = 2);

 private:
  render::Image compared(const Outcome& outcome, const Picture& picture, const Shot& after,
                         std::optional<double> tape_t, const std::shared_ptr<const InjectionMap>& points,
                         int supersample);
  void write_all_points(const InjectionMap& map, const Picture& picture, const Shot& shot, const Body& body,
                        Notes& notes) const;
  Shot shot_of(Stage stage, const Picture& picture, const render::Camera& camera) const;

  render::Renderer& renderer_;
  Presenter& presenter_;
  const render::Font& font_;
  const Texts& texts_;
};

inline constexpr Names<Comparison, 4> kComparisonNames{{{Comparison::none, "none"},
                                                        {Comparison::side, "side"},
                                                        {Comparison::wipe, "wipe"},
                                                        {Comparison::ghost, "ghost"}}};
inline constexpr Names<render::Layer, 4> kLayerNames{{{render::Layer::skin, "skin"},
                                                      {render::Layer::muscle, "muscle"},
                                                      {render::Layer::xray, "xray"},
                                                      {render::Layer::heat, "heat"}}};
inline constexpr Names<Treatment, 3> kTreatmentNames{
    {{Treatment::both, "both"}, {Treatment::toxin, "toxin"}, {Treatment::filler, "filler"}}};
inline constexpr Names<simulation::CalfPose, 2> kPoseNames{
    {{simulation::CalfPose::standing, "standing"}, {simulation::CalfPose::tiptoe, "tiptoe"}}};
inline constexpr Names<simulation::Expression, 5> kExpressionNames{
    {{simulation::Expression::neutral, "neutral"},
     {simulation::Expression::frown, "frown"},
     {simulation::Expression::raise, "raise"},
     {simulation::Expression::squint, "squint"},
     {simulation::Expression::smile, "smile"}}};

}  // namespace app
