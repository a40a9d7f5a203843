#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "app/body/body.h"
#include "render/camera/camera.h"
#include "render/mesh/mesh.h"

/// A measuring tape as it lies on the legs: a band round the convex loop of the section, on both legs at one
/// height. Window and stills draw and measure the same one.
namespace app {

inline constexpr double kTapeWidthMm = 8.0;
inline constexpr double kTapeOffMm = 1.0;  // outside the skin

/// The band of both legs as one mesh, points in the order of tape_topology(), and its middle lines.
struct TapeRing {
  std::vector<glm::vec3> positions_mm;
  std::vector<glm::vec3> normals;  // unit, outward
  std::vector<float> along_mm;     // from the tape's end, so that its marks are true centimetres
  /// Middle of each band, closed (the first point is not repeated); empty where the skin is not closed.
  simulation::Sided<std::vector<glm::vec3>> middle_mm;
  /// The axis of each lower leg: what the tape moves along.
  simulation::Sided<std::array<glm::dvec3, 2>> axis_mm;  // knee, ankle
  bool empty() const { return middle_mm.left.empty() || middle_mm.right.empty(); }
};

/// Same for every ring: two bands of quads, v across the band (0 lower edge, 1 upper edge).
render::Topology tape_topology();

/// t: 0 (knee) to 1 (ankle). Follows the hull of the skin at each height of the band, kTapeOffMm outside it.
/// Empty when the skin is not closed round a leg there.
TapeRing make_tape_ring(const Body& body, std::span<const glm::vec3> skin_mm, double t);

/// Where a ring stands in a picture: pixels, y down.
struct TapeMark {
  simulation::BodySide side = simulation::BodySide::left;
  bool to_the_left = false;  // its reading goes to the left of it, else to the right
  glm::dvec2 grip{0.0};      // outermost point of the ring on that side
  glm::dvec2 knee{0.0};      // ends of the axis
  glm::dvec2 ankle{0.0};
  std::vector<glm::dvec2> line;  // the half of the ring that faces the camera, from end to end
  double width = 0.0;            // of that half
  double low = 0.0, high = 0.0;  // lowest and highest row of the ring, high <= low
};
/// Left picture side first. `origin` is the picture's upper left corner.
std::array<TapeMark, 2> tape_marks(const TapeRing& ring, const render::Camera& camera, glm::dvec2 origin,
                                   glm::dvec2 size);

/// Where along the leg a point of the picture lies, moved along the axis: share from knee to ankle, not
/// clamped. `otherwise` where the axis nearly points at the camera: a pixel would be many centimetres.
double height_under(const TapeMark& mark, glm::dvec2 pixel, double otherwise);

/// Pixels from a point to the nearest place on the ring.
double distance_px(const TapeMark& mark, glm::dvec2 pixel);

}  // namespace app
