#pragma once

#include "app/session/action.h"
#include "app/session/session.h"

namespace app {

/// A new session for a mode. The plans are checked ones, one per region; settings only matter to a kiosk.
Session start_session(Mode mode, const simulation::Plan& calf, const simulation::Plan& face,
                      const KioskSettings& settings = {});

/// Whether the mode lets this action through. A kiosk has no plan editing, no files, no free text, no quit
/// but by its PIN.
bool allowed(Mode mode, const Action& action);

/// The same as things stand: on its other screens, and behind a question or the PIN pad, a kiosk lets less
/// through than on its main screen.
bool allowed(const Session& session, const Action& action);

/// The session after the action. Pure: no clock, no files, same input same output. Values out of range are
/// clamped, actions that the mode or screen does not allow change nothing. Undo and Redo change nothing here;
/// they need a History. ResetAll and the kiosk's reset need the start state, so they live in History too.
Session apply(Session session, const Action& action);

}  // namespace app
