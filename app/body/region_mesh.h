#pragma once

#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <vector>

#include "app/body/person_shape.h"
#include "app/files/paths.h"
#include "render/mesh/baked_mesh.h"
#include "simulation/face/face_surface.h"
#include "simulation/plan/plan.h"

namespace app {

/// A region's baked asset, mapped once and shared by every person.
class RegionMesh {
 public:
  /// Maps the mesh that set-up made ready. What only a new person's body needs is checked, and read, when
  /// that is made. Throws AssetError.
  static RegionMesh load(const Paths& paths, simulation::Region region);

  simulation::Region region() const { return region_; }
  /// The skin comes first. Their topologies are checked; read nothing else of them directly.
  const std::vector<render::BakedPart>& parts() const { return mesh_.parts(); }
  /// SHA-256 of the mesh file that was made ready.
  const std::string& hash() const { return mesh_.source_sha256(); }

  /// Refined points of a part for these targets; targets the part does not have are an AssetError.
  std::vector<glm::vec3> shaped(const render::BakedPart& part, const std::vector<ShapeWeight>& weights) const;
  /// Face: the expression units of a part, refined.
  std::vector<simulation::FaceField> expressions(const render::BakedPart& part) const;
  /// A body is made: what it was made from gives its memory back until another is.
  void release_shapes() const;
  /// What it shows is worked out: all of it gives its memory back until it is read again.
  void release() const;
  /// Landmark positions by name for these targets.
  std::map<std::string, glm::dvec3> landmarks(const std::vector<ShapeWeight>& weights) const;

 private:
  std::vector<glm::vec3> shaped_cage(const render::BakedPart& part,
                                     const std::vector<ShapeWeight>& weights) const;

  simulation::Region region_ = simulation::Region::calf;
  std::string file_;
  render::BakedMesh mesh_;
};

}  // namespace app
