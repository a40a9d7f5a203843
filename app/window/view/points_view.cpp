#include "app/window/view/points_view.h"

#include "app/marks/point_labels.h"

namespace app {
namespace {

bool same_view(const render::Camera& a, const render::Camera& b) {
  return a.eye_mm == b.eye_mm && a.target_mm == b.target_mm && a.orthographic == b.orthographic;
}

simulation::Session shown_session(const Session& session) {
  const auto& list = session.plan().sessions;
  const auto shown = static_cast<std::size_t>(session.session_shown);
  return shown < list.size() ? list[shown] : simulation::Session{};
}

}  // namespace

void PointsFollower::map_points(const Session& session) {
  given_ = shown_session(session);
  view_->map = std::make_shared<const InjectionMap>(injection_map(
      session.plan(), static_cast<std::size_t>(session.session_shown), outcome_->body(), outcome_->model()));
}

const std::optional<PointsView>& PointsFollower::follow(const std::shared_ptr<const Outcome>& outcome,
                                                        const Moment& moment, const Session& session) {
  if (!session.points.shown || !outcome || outcome->body().region() != session.region) {
    view_.reset();
    outcome_.reset();
    return view_;
  }
  const bool fresh = !view_;
  if (fresh) view_.emplace();
  const bool new_body = fresh || outcome->shared_body() != outcome_->shared_body();
  const bool new_skin = fresh || outcome != outcome_ || !(moment == moment_);
  const bool new_map = new_body || !(shown_session(session) == given_);
  outcome_ = outcome;
  moment_ = moment;
  const Body& body = outcome->body();
  if (new_body)
    view_->topology =
        std::shared_ptr<const render::Topology>(outcome->shared_body(), body.parts().front().topology);
  if (new_skin) view_->skin = std::make_shared<const PartSurface>(outcome->surface(moment).parts.front());
  if (new_map) map_points(session);
  if (new_skin || new_map || !same_view(camera_, session.view().camera)) {
    camera_ = session.view().camera;
    view_->seen =
        points_seen(*view_->map, *view_->topology, view_->skin->positions_mm, view_->skin->normals, camera_);
  }
  return view_;
}

}  // namespace app
