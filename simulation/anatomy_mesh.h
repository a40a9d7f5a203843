#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "simulation/sided.h"

namespace simulation {

/// What an anatomy mesh shows; several meshes of a side may show parts of one structure. All shapes are
/// parametric and illustrative; none is for aiming a needle.
enum class Structure {
  gastrocnemius_medial,
  gastrocnemius_lateral,
  soleus,
  achilles_tendon,
  tibia,
  fibula,
  femur,
  patella,
  heel_bone,
  midfoot_bones,
  forefoot_bones,
  patellar_tendon,
  anterior_compartment,  // tibialis anterior, toe extensors and their tendons
  lateral_compartment,   // peroneal muscles and their tendons
  frontalis,
  corrugator,
  procerus,
  orbicularis_oculi,
  zygomaticus,
  masseter,
  nasalis,
  depressor_anguli_oris,
  mentalis,
  orbicularis_oris,
  temporalis,
  skull
};
inline constexpr int kStructureCount = static_cast<int>(Structure::skull) + 1;

enum class Tissue { muscle, tendon, bone };

/// One closed, outward-facing mesh under the skin. Count and order of points and triangles depend on the
/// structure alone, never on the loss, so that a frame only moves points.
struct AnatomyMesh {
  Structure structure = Structure::tibia;
  Tissue tissue = Tissue::bone;
  BodySide side = BodySide::left;  // midline structures: left
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec3> normals;
  /// u across the fibres, v along them from origin (0) to insertion (1).
  std::vector<glm::vec2> uvs;
  /// Per point: 1 is muscle, 0 is tendon; a muscle fades into tendon at its ends.
  std::vector<float> fleshiness;
  std::vector<glm::uvec3> triangles;
};

}  // namespace simulation
