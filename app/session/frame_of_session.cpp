#include "app/session/frame_of_session.h"

#include "app/marks/structure_pick.h"
#include "app/session/follow_camera.h"

namespace app {

Moment moment_of(const Session& session) {
  return {
      session.week(),     session.responder,
      session.expression, session.effort,
      session.pose,       session.region == simulation::Region::face ? session.treatment : Treatment::both,
      session.side_effect};
}

std::optional<Frame> frame_of(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                              const std::shared_ptr<const Outcome>& beside, double aspect) {
  if (!outcome || session.setup().framing.height_mm <= 0.0) return std::nullopt;
  Pane pane;
  pane.outcome = outcome;
  pane.moment = moment_of(session);
  pane.camera = aspect == session.aspect
                    ? session.view().camera
                    : follow_camera(session.view().camera, {session.framing(), session.aspect},
                                    {session.framing(), aspect});
  pane.layer = session.layer;
  if (shows_anatomy(session.layer)) pane.hidden = session.hidden & structures_of(session.region);
  pane.light = session.light;
  if (session.region == simulation::Region::calf && session.tape.shown) pane.tape = session.tape;
  if (session.points.shown)
    pane.needles = needles_of(session.plan(), static_cast<std::size_t>(session.session_shown));
  if (session.tapped) pane.highlighted = {session.tapped->structure, session.tapped->side};
  Frame frame = joined(session.compare, std::move(pane), beside);
  frame.wipe = session.wipe;
  frame.ghost_opacity = session.ghost_opacity;
  return frame;
}

}  // namespace app
