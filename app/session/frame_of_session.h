#pragma once

#include <memory>
#include <optional>

#include "app/session/session.h"
#include "app/studio/frame.h"

namespace app {

/// The moment a session looks at.
Moment moment_of(const Session& session);

/// What a session shows, of its plan's outcome and that of its second plan (null: not there yet), in panes of
/// that aspect, width by height; the window's own is the session's. Empty while no body can be shown.
std::optional<Frame> frame_of(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                              const std::shared_ptr<const Outcome>& beside, double aspect);

}  // namespace app
