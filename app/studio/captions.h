#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/files/outcomes_file.h"
#include "app/files/texts.h"
#include "app/studio/frame.h"
#include "render/image/text.h"

/// What is written on the pictures of a frame. All words come from the texts.
namespace app {

/// `Before treatment` for an untreated body, else week and responder.
std::string caption_of(const Pane& pane, const Texts& texts);

/// What of toxin and filler a pane shows, for a plan that has filler. Empty for other plans and for an
/// untreated body.
std::string treatment_line(const Pane& pane, const Texts& texts);

/// One per half of the picture, or one for all of it, with line breaks. Comparisons always have theirs; a
/// single pane has one when `captioned`. A side effect that is shown is always named, with how often it comes
/// by `known`.
std::vector<std::string> captions_of(const Frame& frame, bool captioned, const Texts& texts,
                                     std::span<const KnownOutcome> known = {});

/// captions_of() with the longest words that any week and responder has. `pane` needs no outcome; `second` is
/// the other plan of a Join::beside.
std::vector<std::string> longest_captions(const render::Font& font, const Pane& pane, Join join,
                                          bool captioned, const simulation::Plan& plan,
                                          const simulation::Plan* second, const Texts& texts,
                                          std::span<const KnownOutcome> known = {});

}  // namespace app
