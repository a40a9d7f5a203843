#pragma once

#include <imgui.h>

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/view_data.h"
#include "app/window/widgets/ui.h"

/// Drawing of the outcome curve; shared by desk and kiosk.
namespace app {

struct Plot {
  Area area;  // of the curve itself
  double last_week = 39.0;
  double low = -1.0;  // of the value axis
  double high = 1.0;

  float x(double week) const;
  float y(double value) const;
  /// The week under a place, to a whole day, inside the run.
  double week_at(float x) const;
};

/// The value axis that holds the band and no change, with room above and below.
Plot make_plot(const Area& area, const Curve* curve, double last_week);

/// Quiet lines at round values with their numbers left of the area, months below.
void draw_axes(const Ui& ui, const Plot& plot, const Curve* curve, bool values);
void draw_band(const Ui& ui, const Plot& plot, const Curve& curve);
/// Sessions and fillers as marked lines of their own kind, milestones as rings with a word where there is
/// room.
void draw_marks(const Ui& ui, const Plot& plot, const Session& session, const Curve* curve);
/// Where leaflets and trials put onset, peak and end: one lane each, from `top` down, `height` each.
void draw_claims(const Ui& ui, const Plot& plot, const std::vector<Claim>& claims, simulation::Region region,
                 float top, float height);
/// The line at the current week and its knob on the typical line.
void draw_play_head(const Ui& ui, const Plot& plot, const Curve* curve, double week, float knob);

}  // namespace app
