#pragma once

#include <functional>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

namespace simulation {

/// Skin movement of one muscle unit at full effort: parts of expression units of the mesh package, each with
/// a share that varies smoothly over the face, and a movement of its own where the package has none.
struct UnitField {
  struct Source {
    std::string target;  // package name without folders
    std::function<double(const glm::dvec3& rest_mm)> share;
  };
  std::string name;
  std::vector<Source> sources;
  std::function<glm::dvec3(const glm::dvec3& rest_mm)> own;  // may be empty
};

}  // namespace simulation
