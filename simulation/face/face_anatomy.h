#pragma once

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/anatomy/face_landmarks.h"
#include "simulation/face/head_outline.h"

namespace simulation {

/// Muscles of the face as thin closed ribbons 2 to 14 mm under the skin, and the skull below them. Made once
/// for a head; muscles follow the skin, bone stays.
class FaceAnatomy {
 public:
  /// `skin_mm` is the relaxed skin; triangles index its points.
  FaceAnatomy(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
              const FaceLandmarks& landmarks);

  /// The ribbons under the skin as it is now, then the skull; with the rest skin they are where they were
  /// made.
  std::vector<AnatomyMesh> under(std::span<const glm::vec3> skin_now_mm) const;

 private:
  struct Ribbon;
  void add(const HeadOutline& head, const Ribbon& ribbon);

  AnatomyMesh skull_;
  std::vector<glm::vec3> rest_skin_;
  std::vector<AnatomyMesh> meshes_;
  std::vector<std::vector<std::uint32_t>> skin_points_;  // per mesh and point
};

}  // namespace simulation
