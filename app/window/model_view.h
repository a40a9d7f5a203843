#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "app/files/paths.h"
#include "app/studio/frame.h"
#include "app/window/panels/layout.h"
#include "app/window/view/quality_steps.h"

namespace app {

/// Draws a frame into the window at the quality of a screen: its panes from two renderers that share nothing,
/// so that moving the pointer over a panel draws no model again. Needs the window's context.
class ModelView {
 public:
  /// software: the driver draws on the processor, so what moves first starts coarse. From there measured time
  /// decides.
  ModelView(const Paths& paths, bool software);
  ~ModelView();

  /// Draws what changed since the last call. stage: in pixels of the window, y down; window: its size.
  /// moving: the user drags or the time plays; a fine picture follows when it stops. The place of a pane that
  /// is still to come is left as it is. Returns true when a finer picture is still to come.
  bool draw(const Frame& frame, const Area& stage, glm::ivec2 window, bool moving);

  /// Of the picture in the window. Stills have their own, the best.
  QualityStep quality() const { return shown_quality_; }

 private:
  /// The pane that the frame is about, and the one that it is compared with.
  enum class Place { main, other };
  /// What one renderer has drawn: a pane, or a ghost's two.
  struct Drawn {
    std::vector<Pane> panes;
    double ghost_opacity = 0.0;
    glm::ivec2 size{0};
    QualityStep quality = QualityStep::full;
    bool operator==(const Drawn&) const = default;
  };
  struct Canvas;
  Canvas& canvas(Place place);
  /// Returns the milliseconds of drawing; 0 when the picture was there already.
  double draw_at(Place place, const Drawn& wanted);

  Paths paths_;
  bool software_;
  QualitySteps steps_;
  QualityStep shown_quality_ = QualityStep::full;
  std::array<std::unique_ptr<Canvas>, 2> canvases_;
};

}  // namespace app
