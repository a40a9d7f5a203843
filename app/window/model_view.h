#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <memory>
#include <optional>

#include "app/body/outcome.h"
#include "app/files/paths.h"
#include "app/session/session.h"
#include "app/studio/presenter.h"
#include "app/window/panels/layout.h"
#include "app/window/view/quality_steps.h"
#include "render/scene/renderer.h"

namespace app {

/// Draws the model of a session into the window: one picture, or before and after, from two renderers that
/// share nothing, so that moving the pointer over a panel draws no model again. Needs the window's context.
class ModelView {
 public:
  /// software: the driver draws on the processor, so what moves first starts coarse. From there measured time
  /// decides.
  ModelView(const Paths& paths, bool software);

  /// Draws what changed since the last call. stage: in pixels of the window, y down; window: its size.
  /// moving: the user drags or the time plays; a fine picture follows when it stops.
  /// tape_t: height of the tape on the calves; empty: none. points: painted on the skin; null: none.
  /// beside: of the second plan, in the right pane when the session compares two; null: not there yet, and
  /// that pane is left as it is.
  /// Returns true when a finer picture is still to come.
  bool draw(const Session& session, const std::shared_ptr<const Outcome>& outcome, const Area& stage,
            glm::ivec2 window, bool moving, std::optional<double> tape_t = {},
            const std::shared_ptr<const InjectionMap>& points = {},
            const std::shared_ptr<const Outcome>& beside = {});

  /// Of the picture in the window. Stills have their own, the best.
  QualityStep quality() const { return shown_quality_; }

  /// A still of what the session shows, with the same camera: panes side by side, wiped or ghosted. height:
  /// in pixels. Before and after are refused unless camera, light, pose and materials are equal.
  render::Image capture(const Session& session, const std::shared_ptr<const Outcome>& outcome, int height,
                        std::optional<double> tape_t = {},
                        const std::shared_ptr<const InjectionMap>& points = {},
                        const std::shared_ptr<const Outcome>& beside = {});

 private:
  struct Pane;
  struct Shown {
    Stage stage;  // what of the outcome
    std::shared_ptr<const Outcome> outcome;
    Moment moment;
    render::Camera camera;
    render::Layer layer;
    bool ghost;
    double opacity;
    glm::ivec2 size;
    QualityStep quality;
    std::optional<double> tape_t;
    std::shared_ptr<const InjectionMap> points;
    Light light;
    std::optional<SidedStructure> highlighted;  // in the window alone, never in a still
  };
  Pane& pane(Stage place);
  bool up_to_date(const Pane& pane, const Shown& wanted) const;
  /// Returns the milliseconds of drawing; 0 when the picture was there already.
  double draw_pane(Stage place, const Shown& wanted);
  render::SceneView scene(Stage place, const Shown& wanted);
  render::Image with_other(const Session& session, const Shown& wanted, const Shown& other,
                           const render::SceneView& view, render::Image image);
  Shown wanted_of(const Session& session, const std::shared_ptr<const Outcome>& outcome, glm::ivec2 size,
                  std::optional<double> tape_t, const std::shared_ptr<const InjectionMap>& points) const;

  Paths paths_;
  bool software_;
  QualitySteps steps_;
  QualityStep shown_quality_ = QualityStep::full;
  std::array<std::unique_ptr<Pane>, 2> panes_;

 public:
  ~ModelView();
};

}  // namespace app
