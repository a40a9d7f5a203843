#pragma once

#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <vector>

#include "app/body/person_shape.h"
#include "app/files/manifest.h"
#include "app/files/paths.h"
#include "render/mesh/mesh.h"
#include "render/mesh/subdivision.h"
#include "simulation/face/face_surface.h"
#include "simulation/plan/plan.h"

namespace app {

/// One drawn part of a region asset: its control mesh with every target, and how it is refined.
struct MeshPart {
  render::Cage cage;
  render::Subdivision subdivision;
  /// Face: the expression units, refined.
  std::vector<simulation::FaceField> expressions;
};

/// A region's baked asset, read once and shared by every person.
class RegionMesh {
 public:
  /// Reads the mesh, checks it against the manifest and prepares the refinement. Throws AssetError.
  static RegionMesh load(const Paths& paths, simulation::Region region);

  simulation::Region region() const { return region_; }
  const std::vector<MeshPart>& parts() const { return parts_; }
  /// SHA-256 of the mesh file.
  const std::string& hash() const { return hash_; }

  /// Refined points of a part for these targets; targets the part does not have are an AssetError.
  std::vector<glm::vec3> shaped(const MeshPart& part, const std::vector<ShapeWeight>& weights) const;
  /// Landmark positions by name for these targets.
  std::map<std::string, glm::dvec3> landmarks(const std::vector<ShapeWeight>& weights) const;

 private:
  std::vector<glm::vec3> shaped_cage(const render::Cage& cage, const std::vector<ShapeWeight>& weights) const;

  simulation::Region region_ = simulation::Region::calf;
  std::string hash_;
  std::string file_;
  std::vector<MeshPart> parts_;
  render::Cage landmark_cage_;
  std::vector<std::string> landmark_names_;
};

}  // namespace app
