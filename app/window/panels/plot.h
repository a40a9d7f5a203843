#pragma once

#include <imgui.h>

#include "app/session/session.h"
#include "app/window/panels/layout.h"
#include "app/window/view/view_data.h"
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
  ImVec2 at(double week, double value) const { return {x(week), y(value)}; }
  /// The week under a place, to a whole day, inside the run.
  double week_at(float x) const;
  /// Whether it runs over years: ticks and marks are then coarser.
  bool over_years() const { return app::over_years(last_week); }
};

/// What is drawn around the typical line: the people, or behind them also what a tape or a rater may read.
enum class Bands { people, with_reading };

/// The value axis that holds the bands and no change, with room above and below. `other`: of a second plan.
Plot make_plot(const Area& area, const Curve* curve, double last_week, Bands bands,
               const Curve* other = nullptr);

/// Quiet lines at round values with their numbers left of the area, months below.
void draw_axes(const Ui& ui, const Plot& plot, const Curve* curve, bool values);
/// Bands and typical line (plot_bands.cpp).
void draw_band(const Ui& ui, const Plot& plot, const Curve& curve, Bands bands);
/// Whether a reading moves the curve's band anywhere.
bool has_reading(const Curve& curve);
/// What the two bands are, in two short lines from `at` down; one line where nothing is read.
void draw_band_key(const Ui& ui, const Curve& curve, ImVec2 at);
ImVec2 band_key_size(const Ui& ui, const Curve& curve);
/// People under a second plan, in its own colour and with a dashed line.
void draw_second_band(const Ui& ui, const Plot& plot, const Curve& curve);
/// Sessions and fillers as marked lines of their own kind, milestones as rings with a word where there is
/// room.
void draw_marks(const Ui& ui, const Plot& plot, const Session& session, const Curve* curve);
/// Both of a run over years (plot_years.cpp): a tick per quarter and a word per year; sessions as small
/// marks, those of a second plan along the bottom; words where there is room, turns of the curve first.
void draw_year_axis(const Ui& ui, const Plot& plot);
void draw_year_marks(const Ui& ui, const Plot& plot, const Session& session, const Curve* curve);
/// Which line belongs to which plan, in one row.
void draw_plan_key(const Ui& ui, const Plot& plot, const Session& session, float top);
/// Where leaflets and trials put onset, peak and end: one lane each, from `top` down, `height` each.
void draw_claims(const Ui& ui, const Plot& plot, const std::vector<Claim>& claims, simulation::Region region,
                 float top, float height);
/// Where the second plan's typical line is at the current week.
void draw_second_knob(const Ui& ui, const Plot& plot, const Curve& curve, double week);
/// The line at the current week and its knob on the typical line.
void draw_play_head(const Ui& ui, const Plot& plot, const Curve* curve, double week, float knob);

}  // namespace app
