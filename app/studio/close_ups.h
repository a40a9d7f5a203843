#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/body/body.h"
#include "render/camera/camera.h"

/// The views of the places that are treated.
namespace app {

/// The close-ups that a body of that region has; every view of the whole subject is of both, but for legs,
/// which end where they would be looked at from above.
bool shows(simulation::Region region, render::StandardView view);

/// The quantity of what a close-up shows, for Frame::told: depth of its lines, or thickness of a jaw muscle
/// that the plan treats; of a view of the whole face, depth of the treated lines that the expression draws.
/// Empty for all others.
std::string quantity_in(render::StandardView view, const simulation::Plan& plan,
                        simulation::Expression expression);

/// All close-ups of a body in a pose, placed by the person's own landmarks. Those of a calf that shows a weak
/// push-off take in the heel, which tells it.
std::vector<render::CloseUp> close_ups_of(const Body& body,
                                          simulation::CalfPose pose = simulation::CalfPose::standing,
                                          std::optional<simulation::AdverseOutcome> shown = {});

}  // namespace app
