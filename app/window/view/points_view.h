#pragma once

#include <memory>
#include <optional>

#include "app/body/outcome.h"
#include "app/session/session.h"
#include "app/window/view/view_data.h"

namespace app {

/// Follows where the needle points of the shown session are on the shown skin; works out again only what has
/// changed.
class PointsFollower {
 public:
  /// The plan is the session's, which may be newer than the outcome's. Empty when no points are shown.
  const std::optional<PointsView>& follow(const std::shared_ptr<const Outcome>& outcome, const Moment& moment,
                                          const Session& session);

 private:
  void map_points(const Session& session);

  std::shared_ptr<const Outcome> outcome_;
  Moment moment_;
  simulation::Session given_;
  render::Camera camera_;
  std::optional<PointsView> view_;
};

}  // namespace app
