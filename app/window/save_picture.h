#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/body/outcome.h"
#include "app/files/paths.h"
#include "app/session/session.h"

namespace app {

/// Saves what the session shows, 1600 pixels high, as `capture` would take it, as
/// `foreshow_REGION_wWW_N.png` in a folder, with its sidecar; N is the first number that is free. Returns the
/// file. Needs the window's context, `driver` describes it. `beside`: of the second plan, where the session
/// compares two. Throws InputError when a file cannot be written or a plan is not worked out yet.
std::filesystem::path save_picture(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                   const std::shared_ptr<const Outcome>& beside, const Paths& paths,
                                   const std::string& driver, const std::filesystem::path& folder);

}  // namespace app
