#pragma once

#include <functional>
#include <glm/vec3.hpp>
#include <span>
#include <string>
#include <vector>

#include "simulation/face/face_landmarks.h"

namespace simulation {

/// Skin movement of one muscle unit: parts of expression units of the mesh package, each with a share that
/// varies smoothly over the face, and a movement of its own where the package has none.
struct UnitField {
  struct Source {
    std::string target;  // package name without folders
    std::function<double(const glm::dvec3& rest_mm)> share;
  };
  std::string name;
  std::vector<Source> sources;
  std::function<glm::dvec3(const glm::dvec3& rest_mm)> own;  // may be empty
};

/// All units of both sides. Over the face the shares that corrugator, depressor supercilii and procerus take
/// of the lowered brow add up to 1, and so do those of the two frontalis parts of the raised brow.
std::vector<UnitField> unit_fields(const FaceLandmarks& landmarks);

}  // namespace simulation
