#pragma once

#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "app/body/body.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/face/face_anatomy.h"
#include "simulation/face/face_surface.h"
#include "simulation/response/muscle_sheet.h"

namespace app {

/// The head of a person of 40 years, made larger or smaller about the middle between the eyes.
struct HeadSize {
  simulation::Sex sex = simulation::Sex::female;
  double scale = 1.0;
};

/// A head of any size with its muscles as drawn, as counted and as they move the skin.
class SizedFace {
 public:
  explicit SizedFace(const HeadSize& size);

  double scale() const { return scale_; }
  const simulation::FaceLandmarks& landmarks() const { return landmarks_; }
  glm::dvec3 point(const SkinPlace& place) const { return point_of(topology(), place, skin_mm_); }
  glm::dvec3 normal(const SkinPlace& place) const { return normal_of(topology(), place, normals_); }

  const simulation::AnatomyMesh& drawn(simulation::Structure structure, simulation::BodySide side) const;
  /// The skin over a place of a muscle's sheet.
  std::optional<SkinPlace> skin_over(simulation::Muscle muscle, simulation::BodySide side,
                                     const glm::dvec2& site) const;
  /// The skin over triangles of a drawn muscle's outer face, with their areas; every seventh, which is
  /// enough. Of a ring only the part that a dose is counted to, as the atlas says.
  std::vector<std::pair<SkinPlace, double>> outer_face(simulation::Structure structure,
                                                       simulation::BodySide side) const;
  /// Muscles that a dose of so many units at one skin point is counted to.
  std::set<std::pair<simulation::Muscle, simulation::BodySide>> reached_by(const SkinPlace& place,
                                                                           double units) const;
  /// Largest movement at full effort of the skin about a place by the muscles of a structure.
  double moved_mm(simulation::Structure structure, simulation::BodySide side, const SkinPlace& place) const;

 private:
  const render::Topology& topology() const { return *body_->parts().front().topology; }

  std::shared_ptr<const Body> body_;
  double scale_;
  simulation::FaceLandmarks landmarks_;
  std::vector<glm::vec3> skin_mm_, normals_;
  std::vector<simulation::AnatomyMesh> meshes_;
  std::optional<simulation::FacePart> moving_;
};

/// Made once each.
const SizedFace& sized_face(const HeadSize& size);

}  // namespace app
