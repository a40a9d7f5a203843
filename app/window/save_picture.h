#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/body/outcome.h"
#include "app/files/texts.h"
#include "app/session/session.h"
#include "app/window/model_view.h"
#include "render/image/text.h"

namespace app {

/// Saves what the model view shows, 1600 pixels high, with captions and the permanent label burned in, as
/// `foreshow_REGION_wWW_N.png` in a folder; N is the first number that is free. Returns the file. Throws
/// InputError when it cannot be written. beside: of the second plan, where the session compares two.
std::filesystem::path save_picture(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                   const std::shared_ptr<const Outcome>& beside, ModelView& model,
                                   const render::Font& font, const Texts& texts,
                                   const std::filesystem::path& folder);

}  // namespace app
