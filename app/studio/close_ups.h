#pragma once

#include <vector>

#include "app/body/body.h"
#include "render/camera/camera.h"

/// The views of the places that are treated.
namespace app {

/// The close-ups that a body of that region has; every view of the whole subject is of both.
bool shows(simulation::Region region, render::StandardView view);

/// All close-ups of a body in a pose, placed by the person's own landmarks.
std::vector<render::CloseUp> close_ups_of(const Body& body,
                                          simulation::CalfPose pose = simulation::CalfPose::standing);

}  // namespace app
