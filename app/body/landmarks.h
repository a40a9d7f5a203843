#pragma once

#include <glm/vec3.hpp>
#include <map>
#include <string>

#include "simulation/anatomy/face_landmarks.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/filler/filler_sites.h"
#include "simulation/measure/leg_frame.h"

/// What the package's landmarks are to the model. All of them must be there (std::out_of_range).
namespace app {

/// Points of a shaped mesh by the package's names, mm.
using Landmarks = std::map<std::string, glm::dvec3>;

/// `side` is `l` or `r`, as the package names it.
simulation::LegLandmarks leg_landmarks(const Landmarks& landmarks, const std::string& side);
simulation::FootLandmarks foot_landmarks(const Landmarks& landmarks, const std::string& side);

simulation::FaceLandmarks face_landmarks_of(const Landmarks& landmarks);
/// Of the face whose landmarks are `marks`.
simulation::FillerLandmarks filler_landmarks(const Landmarks& landmarks,
                                             const simulation::FaceLandmarks& marks);

}  // namespace app
