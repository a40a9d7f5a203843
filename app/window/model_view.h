#pragma once

#include <array>
#include <chrono>
#include <glm/vec2.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "app/files/paths.h"
#include "app/studio/frame.h"
#include "app/window/panels/layout.h"
#include "app/window/view/quality_steps.h"
#include "render/context/interface_damage.h"

namespace app {

/// Draws a frame into the window: its panes from two renderers that share nothing, so that moving the pointer
/// over a panel draws no model again. What changes is drawn at once, as coarse as the machine needs to keep
/// up; what rests becomes as good as a still, step by step. Needs the window's context.
class ModelView {
 public:
  /// software: the driver draws on the processor, so what changes first starts coarse. From there measured
  /// time decides.
  ModelView(const Paths& paths, bool software);
  ~ModelView();

  /// Draws what changed since the last call. stage: in pixels of the window, y down; window: its size. The
  /// place of a pane that is still to come is left as it is.
  void draw(const Frame& frame, const Area& stage, glm::ivec2 window);
  /// There is nothing to show.
  void hide() { placed_.clear(); }

  /// Seconds until refine() has something to do, if nothing changes: 0 at once, infinite when all pictures
  /// are finished. moving: more of the same is likely to come, so the model rests later.
  double rest_in_s(bool moving) const;
  /// One step, in software meant to take at most a tenth of a second. True when a picture has become better.
  bool refine();
  /// Puts the pictures that meet that part of a window of that height into it.
  void present(const render::PixelRect& part, int window_height_px);
  /// Where in a window of that height pictures are other than at the last call.
  std::vector<render::PixelRect> take_fresh(int window_height_px);

  /// Of the last picture of something that changed.
  QualityStep quality() const { return shown_quality_; }

 private:
  /// The pane that the frame is about, and the one that it is compared with.
  enum class Place { main, other };
  /// What one renderer has drawn: a pane, or a ghost's two.
  struct Drawn {
    std::vector<Pane> panes;
    double ghost_opacity = 0.0;
    glm::ivec2 size{0};
    bool operator==(const Drawn&) const = default;
  };
  /// Where a picture stands, pixels, bottom left corner, y up. A wipe shows its left columns alone.
  struct Placed {
    Place place = Place::main;
    glm::ivec2 origin{0}, size{0};
    std::optional<double> wipe;
    bool operator==(const Placed&) const = default;
    render::PixelRect rect(int window_height_px) const {
      const int bottom = window_height_px - origin.y;
      return {{origin.x, bottom - size.y}, {origin.x + size.x, bottom}};
    }
  };
  struct Canvas;
  Canvas& canvas(Place place);
  /// Returns the milliseconds of drawing; 0 when the picture was there already or they are not known.
  double draw_at(Place place, const Drawn& wanted);

  Paths paths_;
  bool software_;
  QualitySteps steps_;
  int old_times_ = 0;  // that will still come of frames at another step
  QualityStep shown_quality_ = QualityStep::full;
  std::array<std::unique_ptr<Canvas>, 2> canvases_;
  std::vector<Placed> placed_, told_;  // told_: by the last take_fresh()
  std::size_t turn_ = 0;               // in placed_: whose picture is refined next
  std::chrono::steady_clock::time_point changed_;
};

}  // namespace app
