#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/check/plan_check.h"
#include "app/files/limits_file.h"
#include "app/files/texts.h"
#include "app/studio/compose.h"
#include "app/studio/frame_notes.h"
#include "app/studio/people_range.h"
#include "render/image/image.h"
#include "render/image/text.h"
#include "render/scene/renderer.h"

namespace app {

/// One finished picture, and what its sidecar tells of it.
struct Taken {
  render::Image image;
  std::string studio_hash;
  std::string stamp;  // empty: the plan keeps to what is known
  std::optional<TapeTaken> tape;
  std::shared_ptr<const InjectionMap> points;  // null: none shown
};

/// What every finished picture is taken with, in the order in which it is made and torn down: the window's
/// saved pictures as well as stills and clips.
class Photographer {
 public:
  /// Needs a current context for its whole life. Throws AssetError for a missing font, text or shader.
  explicit Photographer(const Paths& paths);

  /// compose(), with caption, range, readings, scale, the stamp and the permanent label burned in. Throws as
  /// compose() does, and AssetError for a missing text. The same frame and format give the same bytes.
  Taken take(const Frame& frame, const PictureFormat& format);

  /// letter_rows() for pictures of this photographer.
  LetterRows letter_rows(const Pane& pane, Join join, const simulation::Plan& plan,
                         const simulation::Plan* second, const PictureFormat& format);

  /// Before a clip: works the ranges of all its weeks out at once.
  void prepare(const std::shared_ptr<const Outcome>& outcome) { ranges_.prepare(outcome); }

  /// What its pictures of these plans are stamped with (stamp_of()).
  std::string stamp(const simulation::Plan& plan, const simulation::Plan* second) const {
    return stamp_of(plan, second, limits_, texts_);
  }

  const Texts& texts() const { return texts_; }
  const render::Font& font() const { return font_; }

 private:
  const std::vector<KnownOutcome>& known_outcomes(const Pane& pane);

  std::filesystem::path outcomes_file_;
  std::optional<std::vector<KnownOutcome>> known_;  // few pictures need them
  render::Font font_;
  Texts texts_;
  Limits limits_;
  render::Renderer renderer_;
  Presenter presenter_;
  PeopleRanges ranges_;
};

}  // namespace app
