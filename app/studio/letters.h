#pragma once

#include <span>

#include "app/files/outcomes_file.h"
#include "app/files/texts.h"
#include "app/studio/compose.h"
#include "render/image/text.h"
#include "simulation/plan/plan.h"

/// The room that letters take in a picture, known before it is drawn.
namespace app {

/// Rows at top and bottom of a picture of that format that captions, range, key and label take at most:
/// equal at every week and for every responder, so that pictures of a series are framed alike. `pane` needs
/// no outcome; `second` is the other plan of a Join::beside, `known` as captions_of() takes it; `stamp`
/// stands over the label (stamp_of()).
LetterRows letter_rows(const render::Font& font, const Texts& texts, const Pane& pane, Join join,
                       const simulation::Plan& plan, const simulation::Plan* second,
                       const PictureFormat& format, std::span<const KnownOutcome> known = {},
                       const std::string& stamp = {});

/// Whether the permanent label, with its stamp, covers at most a fifth of the picture, with no word broken.
bool label_fits(const render::Font& font, const Texts& texts, glm::ivec2 size, int keep_clear = 0,
                const std::string& stamp = {});

/// Throws InputError that names the smallest size that works, of the same shape or else as high, unless
/// label_fits().
void require_label_fits(const render::Font& font, const Texts& texts, const PictureFormat& format,
                        const std::string& stamp = {});

}  // namespace app
