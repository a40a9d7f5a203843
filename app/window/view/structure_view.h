#pragma once

#include <array>
#include <memory>
#include <optional>

#include "app/body/outcome.h"
#include "app/session/session.h"
#include "app/window/view/view_data.h"

namespace app {

/// Finds structures on the shown body and follows the tapped one; works out again only what has changed.
class StructureFollower {
 public:
  /// `beside`: of the session's second plan; null while there is none. Neither view nor picker while there is
  /// no outcome of the region.
  void follow(const std::shared_ptr<const Outcome>& outcome, const std::shared_ptr<const Outcome>& beside,
              const Moment& moment, const Session& session);

  const std::optional<StructureView>& view() const { return view_; }
  const StructurePicker& picker() const { return picker_; }
  const StructureStepper& stepper() const { return stepper_; }

 private:
  /// What one pane shows.
  struct Shown {
    std::shared_ptr<const Outcome> outcome;
    Moment moment;
    bool untreated = false;  // the pane of week 0
    render::Layer layer = render::Layer::skin;
    StructureSet hidden{};
    bool operator==(const Shown&) const = default;
  };
  static Shown shown_in(std::size_t pane, const Session& session,
                        const std::shared_ptr<const Outcome>& outcome,
                        const std::shared_ptr<const Outcome>& beside, const Moment& moment);
  static StructureScene scene_of(const Shown& shown, bool with_anatomy);
  /// Picker and stepper of the two panes.
  void offer(const std::array<Shown, 2>& panes, const Session& session);
  void follow_tapped(const Shown& shown, const Session& session);

  Shown shown_;  // of scene_
  std::optional<StructureScene> scene_;
  std::optional<Tapped> tapped_;
  render::Camera camera_;
  std::optional<StructureView> view_;
  StructurePicker picker_;
  StructureStepper stepper_;
};

/// Puts the figures that predict has for the tapped muscle in the place of those of the drawn state, so that
/// they are the numbers of the other panels. Muscles that predict does not tell apart keep the state's.
void tell_as_predicted(StructureView& view, const Session& session, const ViewData& data);

}  // namespace app
