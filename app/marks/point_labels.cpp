#include "app/marks/point_labels.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "app/marks/point_decals.h"
#include "render/camera/pick.h"

namespace app {
namespace {

/// Below this cosine a disc is seen edge on.
constexpr double kEdgeOn = 0.12;

bool seen_from(const glm::dvec3& point, const glm::dvec3& normal, const render::Topology& skin,
               std::span<const glm::vec3> positions_mm, const render::Camera& camera) {
  const glm::dvec3 toward = camera.orthographic ? glm::normalize(camera.eye_mm - camera.target_mm)
                                                : glm::normalize(camera.eye_mm - point);
  if (glm::dot(normal, toward) < kEdgeOn) return false;
  constexpr double kOffMm = 2.0;  // the skin round the point does not hide it
  const auto hit = render::pick(positions_mm, skin.point_triangles, {point + normal * kOffMm, toward});
  return !hit || (!camera.orthographic && hit->distance_mm > glm::length(camera.eye_mm - point));
}

NoteBox round(const PointMark& mark) {
  return {mark.pixel - mark.dot_px, mark.pixel + mark.dot_px};
}

bool inside(const NoteBox& box, const NoteBox& room) {
  return box.min.x >= room.min.x && box.min.y >= room.min.y && box.max.x <= room.max.x &&
         box.max.y <= room.max.y;
}

}  // namespace

std::vector<bool> points_seen(const InjectionMap& map, const render::Topology& skin,
                              std::span<const glm::vec3> positions_mm, std::span<const glm::vec3> normals,
                              const render::Camera& camera) {
  std::vector<bool> seen;
  for (const InjectionPoint& point : map.points)
    seen.push_back(seen_from(point_of(skin, point.place, positions_mm), normal_of(skin, point.place, normals),
                             skin, positions_mm, camera));
  return seen;
}

std::vector<PointMark> point_marks(const InjectionMap& map, const std::vector<bool>& seen,
                                   const render::Topology& skin, std::span<const glm::vec3> positions_mm,
                                   const render::Camera& camera, glm::dvec2 origin, glm::dvec2 size) {
  const auto pixel = [&](const glm::dvec3& point) {
    const glm::dvec2 ndc = render::to_ndc(camera, point, size.x / size.y);
    return origin + glm::dvec2(0.5 + 0.5 * ndc.x, 0.5 - 0.5 * ndc.y) * size;
  };
  const glm::dvec3 forward = glm::normalize(camera.target_mm - camera.eye_mm);
  const glm::dvec3 right = glm::normalize(glm::cross(forward, camera.up));
  const double dot = kDotMm[static_cast<std::size_t>(map.region)];
  const NoteBox picture{origin, origin + size};
  std::vector<PointMark> marks;
  for (std::size_t i = 0; i < map.points.size(); ++i) {
    const glm::dvec3 at = point_of(skin, map.points[i].place, positions_mm);
    const glm::dvec2 where = pixel(at);
    marks.push_back(
        {i, where, seen[i] && inside({where, where}, picture), glm::length(pixel(at + right * dot) - where)});
  }
  return marks;
}

bool overlap(const NoteBox& a, const NoteBox& b) {
  return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y;
}

std::vector<std::optional<NoteBox>> label_places(std::span<const PointMark> marks,
                                                 std::span<const glm::dvec2> sizes, const NoteBox& room,
                                                 std::span<const NoteBox> taken) {
  std::vector<std::optional<NoteBox>> places(marks.size());
  const auto seen = std::count_if(marks.begin(), marks.end(), [](const PointMark& m) { return m.seen; });
  if (static_cast<std::size_t>(seen) > kMostLabels) return places;
  std::vector<NoteBox> used(taken.begin(), taken.end());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!marks[i].seen) continue;
    const glm::dvec2 size = sizes[i];
    const double away = marks[i].dot_px + 0.15 * size.y;
    const glm::dvec2 centres[] = {{away + 0.5 * size.x, 0.0},
                                  {-away - 0.5 * size.x, 0.0},
                                  {0.0, -away - 0.5 * size.y},
                                  {0.0, away + 0.5 * size.y}};
    for (const glm::dvec2& centre : centres) {
      const NoteBox box{marks[i].pixel + centre - 0.5 * size, marks[i].pixel + centre + 0.5 * size};
      const bool on_dot = std::any_of(marks.begin(), marks.end(), [&](const PointMark& mark) {
        return mark.seen && overlap(box, round(mark));
      });
      const bool on_label =
          std::any_of(used.begin(), used.end(), [&](const NoteBox& other) { return overlap(box, other); });
      if (on_dot || on_label || !inside(box, room)) continue;
      used.push_back(box);
      places[i] = box;
      break;
    }
  }
  return places;
}

}  // namespace app
