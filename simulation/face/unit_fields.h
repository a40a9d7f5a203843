#pragma once

#include <vector>

#include "simulation/anatomy/face_landmarks.h"
#include "simulation/anatomy/unit_field.h"

namespace simulation {

/// The units of every muscle of the atlas that moves the skin, both sides.
std::vector<UnitField> unit_fields(const FaceLandmarks& landmarks);

}  // namespace simulation
