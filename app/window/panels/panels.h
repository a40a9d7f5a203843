#pragma once

#include "app/session/history.h"
#include "app/window/panels/layout.h"
#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// The consultant's window without the model. Each panel reads the session and the view data and puts what
/// the user did into ui.actions; it computes nothing of the model and keeps nothing.
namespace app {

void top_bar(const Ui& ui, const History& history, const ViewData& data, const Layout& layout);
/// The button of the take-home sheet and what opens under it.
void sheet_menu(const Ui& ui, const Session& session, const ViewData& data);
void plan_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& area);
/// Fillers of a face's plan, what is shown of it, and what a filler is.
void filler_section(const Ui& ui, const Session& session, const ViewData& data, float width);
void person_section(const Ui& ui, const Session& session, const ViewData& data, float width);
/// How many sessions, how many weeks apart.
void rhythm_section(const Ui& ui, const Session& session, float width);
/// The second plan: made, told, taken away.
void beside_section(const Ui& ui, const Session& session, float width);
void outcome_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& area);
void timeline_panel(const Ui& ui, const Session& session, const ViewData& data, const Area& area);
/// Over the model: view buttons, pane labels, expressions, wipe handle, legends.
void stage_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area);
/// Over the model, after model_input(): grips that move the tape along the legs, and its readings. The ring
/// can be dragged anywhere.
void tape_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area);
/// Over the model, after model_input(): units of the needle points; while points are placed, handles that
/// move free points, and a new one where the skin was `clicked`.
void points_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area,
                    bool clicked);
/// The tool of the needle points, above `bottom`. Returns the bottom of what lies above it.
float points_bar(const Ui& ui, const Session& session, const Area& area, float bottom);
/// What the stage is not: the clinical light, or the full quality while something moves; and why a dropped
/// file did nothing. `corner`: upper
/// left, pixels. Draws into the current window, nothing when there is nothing to say.
void stage_notes(const Ui& ui, const Session& session, const ViewData& data, ImVec2 corner);
/// Over the model, last of all on the stage: opens the card of a structure that was `clicked`, closes it when
/// nothing was met, and shows it while its point is seen. room: the part of the stage that is free of
/// controls.
void structure_overlay(const Ui& ui, const Session& session, const ViewData& data, const Area& area,
                       const Area& room, bool clicked);
/// The permanent label, and what is being computed.
void label_bar(const Ui& ui, const ViewData& data, const Area& area);
/// What is asked about cases; else evidence card and shortcut sheet, when the session shows one.
void overlays(const Ui& ui, const Session& session, const ViewData& data, ImVec2 window_size);

/// All of the above.
void consultant_panels(const Ui& ui, const History& history, const ViewData& data, ImVec2 window_size);

}  // namespace app
