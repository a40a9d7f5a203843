#pragma once

#include <glm/vec2.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/view_names.h"
#include "app/body/outcome.h"
#include "app/body/tape_place.h"
#include "app/marks/injection_map.h"
#include "app/marks/structure_set.h"
#include "app/marks/tapped.h"
#include "app/studio/light.h"
#include "render/camera/camera.h"
#include "render/scene/scene_view.h"

/// What is shown, as one value: the window draws it, and saved pictures, stills and clips are made of it.
namespace app {

/// Which body of an outcome: the one at the moment, or the same person untreated.
enum class Stage { now, before };

/// All that one view of a body depends on.
struct Pane {
  std::shared_ptr<const Outcome> outcome;
  Stage stage = Stage::now;
  Moment moment;  // of the untreated body: how it is held; its week is 0
  render::Camera camera;
  render::Layer layer = render::Layer::skin;
  Light light;
  TapePlace tape;                             // calves only
  std::optional<Needles> needles;             // whose points show on the skin
  StructureSet hidden{};                      // of the anatomy, what is not drawn
  std::optional<SidedStructure> highlighted;  // in the window alone, never in a still
  bool operator==(const Pane&) const = default;
};

struct Frame {
  Join join = Join::one;
  /// From left to right; of a ghost the shell, then the body under it. A `beside` whose second plan is not
  /// worked out yet has one; no picture can be made of it.
  std::vector<Pane> panes;
  double wipe = 0.5;           // share of the width that shows the untreated body
  double ghost_opacity = 0.4;  // of the shell, 0 to 1
  std::string told{};          // quantity whose range is written; empty: the plan's main one
  bool operator==(const Frame&) const = default;

  /// The pane that the frame is about: the treated body, of two plans the first.
  const Pane& main() const { return join == Join::beside ? panes.front() : panes.back(); }
};

/// The untreated body in the same pose, from the same place, in the same light.
Pane untreated(Pane pane);

/// A pane joined with what it is compared with: its untreated body, or `second`, of the other plan. Marks
/// that could not be read twice are left out: those of a ghost's shell, and tape and needles of two plans.
Frame joined(Join join, Pane shown, const std::shared_ptr<const Outcome>& second = nullptr);

/// Panes that stand beside each other share the width.
bool in_halves(Join join);
/// Size of one pane of a picture of that size, pixels.
glm::ivec2 pane_size(Join join, glm::ivec2 size);

/// Rows at the top and bottom edge of a picture that its letters take.
struct LetterRows {
  int top = 0, bottom = 0;
  bool operator==(const LetterRows&) const = default;
};

/// A standard view for a pane of that size that keeps the subject out of `keep_clear` rows at top and bottom,
/// and clear of the letters: where they would lie over it, it is moved or made smaller.
render::Camera view_camera(render::StandardView view, const render::Framing& framing, glm::ivec2 pane,
                           int keep_clear = 0, LetterRows letters = {});

/// Where the divider of a wipe stands in a picture of the body: on the shape, in the middle where it can.
double wipe_place(const Body& body, const render::Camera& camera, double aspect);

}  // namespace app
