#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <span>
#include <vector>

#include "app/marks/injection_map.h"
#include "render/camera/camera.h"

namespace app {

/// Where a point of a map stands in a picture: pixels, y down.
struct PointMark {
  std::size_t point = 0;  // of the map
  glm::dvec2 pixel{0.0};
  bool seen = false;    // it faces the camera and nothing of the skin lies before it
  double dot_px = 0.0;  // radius of its disc
};

/// Which points of the map, in its order, face the camera with nothing of the skin before them, on a skin
/// that has these points and normals.
std::vector<bool> points_seen(const InjectionMap& map, const render::Topology& skin,
                              std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                              const render::Camera& camera);

/// All points of the map, in its order. `seen`: of points_seen() for this camera; what lies outside the
/// picture is not seen either. `origin` is the picture's upper left corner.
std::vector<PointMark> point_marks(const InjectionMap& map, const std::vector<bool>& seen,
                                   const render::Topology& skin, std::span<const glm::vec3> positions_mm,
                                   const render::Camera& camera, glm::dvec2 origin, glm::dvec2 size);

/// A box in pixels, y down.
struct NoteBox {
  glm::dvec2 min{0.0};
  glm::dvec2 max{0.0};
};
bool overlap(const NoteBox& a, const NoteBox& b);

/// More points than this in a picture are not labelled: their numbers could not be told apart.
inline constexpr std::size_t kMostLabels = 48;

/// A place for the label of every mark that is seen, of that size each, beside its disc and inside the room:
/// to the right, left, above or below it. None overlaps another, another point's disc or a `taken` box; a
/// label without such a place is left out, and all are when there are too many points.
std::vector<std::optional<NoteBox>> label_places(std::span<const PointMark> marks,
                                                 std::span<const glm::dvec2> sizes, const NoteBox& room,
                                                 std::span<const NoteBox> taken = {});

}  // namespace app
