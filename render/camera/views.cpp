#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "render/camera/camera.h"

namespace render {
namespace {

constexpr double kClipReach = 4.0;  // clip planes this many bounding radii before and behind the target
constexpr double kOrthoStandoff = 6.0;
// Least distance of the near plane, share of the distance: nearer, depth would be too coarse. Assumptions
// all.
constexpr double kNearest = 0.05;

constexpr std::array<std::pair<StandardView, std::string_view>, std::size(kStandardViews)> kNames{{
    {StandardView::front, "front"},
    {StandardView::back, "back"},
    {StandardView::left, "left"},
    {StandardView::right, "right"},
    {StandardView::quarter_left, "quarter-left"},
    {StandardView::quarter_right, "quarter-right"},
    {StandardView::top, "top"},
    {StandardView::glabella, "glabella"},
    {StandardView::forehead, "forehead"},
    {StandardView::crows_feet_left, "crows-feet-left"},
    {StandardView::crows_feet_right, "crows-feet-right"},
    {StandardView::lower_face, "lower-face"},
    {StandardView::jaw_left, "jaw-left"},
    {StandardView::jaw_right, "jaw-right"},
    {StandardView::calf_back, "calf-back"},
    {StandardView::calf_inner_left, "calf-inner-left"},
    {StandardView::calf_inner_right, "calf-inner-right"},
    {StandardView::calf_outer_left, "calf-outer-left"},
    {StandardView::calf_outer_right, "calf-outer-right"},
    {StandardView::calf_heel, "calf-heel"},
}};

// From the subject to the eye.
glm::dvec3 direction_of(StandardView view, bool quarter_from_behind) {
  const double diagonal = std::sqrt(0.5);
  const double quarter_z = quarter_from_behind ? -diagonal : diagonal;
  switch (view) {
    case StandardView::front:
      return {0.0, 0.0, 1.0};
    case StandardView::back:
      return {0.0, 0.0, -1.0};
    case StandardView::left:
      return {1.0, 0.0, 0.0};
    case StandardView::right:
      return {-1.0, 0.0, 0.0};
    case StandardView::quarter_left:
      return {diagonal, 0.0, quarter_z};
    case StandardView::quarter_right:
      return {-diagonal, 0.0, quarter_z};
    case StandardView::top:
      return {0.0, 1.0, 0.0};
    default:
      break;
  }
  return {0.0, 0.0, 1.0};
}

// The subject as a cylinder about its upright axis, so that every turn needs the same distance.
struct Cylinder {
  double radius, half_height;
};

Cylinder cylinder_of(const Framing& framing) {
  return {0.5 * std::max(framing.width_mm, framing.depth_mm), 0.5 * framing.height_mm};
}

double perspective_distance(const Cylinder& body, bool from_top, double fov, double aspect, double fill) {
  const double tan_y = std::tan(0.5 * fov) * fill;
  const double tan_x = std::tan(0.5 * fov) * aspect * fill;
  if (from_top) return body.half_height + body.radius / std::min(tan_x, tan_y);
  const double for_width = body.radius / std::sin(std::atan(tan_x));
  const double for_height = body.radius + body.half_height / tan_y;
  return std::max(for_width, for_height);
}

double ortho_height(const Cylinder& body, bool from_top, double aspect, double fill) {
  const double half_height = from_top ? body.radius : body.half_height;
  return 2.0 * std::max(half_height, body.radius / aspect) / fill;
}

const CloseUp* close_up_of(const Framing& framing, StandardView view) {
  for (const CloseUp& close_up : framing.close_ups)
    if (close_up.view == view) return &close_up;
  return nullptr;
}

/// From the target of an orthographic camera, or from the middle of a square front view.
double usual_distance(const Framing& framing) {
  const Cylinder body = cylinder_of(framing);
  if (framing.orthographic) return kOrthoStandoff * std::hypot(body.radius, body.half_height);
  return perspective_distance(body, false, vertical_fov_rad(1.0), 1.0, 1.0 - 2.0 * framing.margin);
}

Camera close_up_camera(const CloseUp& close_up, const Framing& framing, double aspect) {
  constexpr double kFill = 0.96;  // of the picture; an assumption, by eye
  // In a narrow picture the whole width would be a view of the whole body: from this many heights on the
  // edges go first, as far as they may. An assumption, by eye.
  constexpr double kMostHeights = 2.0;
  const Cylinder body = cylinder_of(framing);
  const double reach = std::hypot(body.radius, body.half_height);
  const double for_width = close_up.width_mm / aspect;
  const double cut = std::max(kMostHeights * close_up.height_mm, close_up.kept_width * for_width);
  const double height = std::max(close_up.height_mm, std::min(for_width, cut)) / kFill;
  Camera camera;
  camera.orthographic = framing.orthographic;
  camera.ortho_height_mm = height;
  camera.vertical_fov_rad = vertical_fov_rad(aspect);
  double distance = usual_distance(framing);
  if (!framing.orthographic) {
    distance = std::max(distance, 0.5 * height / std::tan(0.5 * camera.vertical_fov_rad));
    camera.vertical_fov_rad = 2.0 * std::atan(0.5 * height / distance);
  }
  camera.target_mm = close_up.centre_mm;
  camera.eye_mm =
      close_up.centre_mm + distance * glm::dvec3(std::cos(close_up.pitch_rad) * std::sin(close_up.yaw_rad),
                                                 std::sin(close_up.pitch_rad),
                                                 std::cos(close_up.pitch_rad) * std::cos(close_up.yaw_rad));
  camera.near_mm = std::max(kNearest * distance, distance - kClipReach * reach);
  camera.far_mm = distance + kClipReach * reach;
  return camera;
}

Camera within_pitch(Camera camera, const CameraLimits& limits) {
  const glm::dvec3 from_target = camera.eye_mm - camera.target_mm;
  const double flat = std::hypot(from_target.x, from_target.z);
  // Straight above is a standard view: a hand that pans or zooms in it does not leave it.
  if (flat < 1e-9 * glm::length(from_target)) return camera;
  const double pitch = std::atan2(from_target.y, flat);
  const double allowed = std::clamp(pitch, limits.lowest_pitch_rad, limits.highest_pitch_rad);
  return allowed == pitch ? camera : orbit(camera, 0.0, allowed - pitch);
}

}  // namespace

bool offers(const Framing& framing, StandardView view) {
  if (view == StandardView::top) return framing.from_above;
  return !is_close_up(view) || close_up_of(framing, view) != nullptr;
}

std::string_view view_name(StandardView view) {
  for (const auto& [known, name] : kNames) {
    if (known == view) return name;
  }
  return {};
}

std::optional<StandardView> view_from_name(std::string_view name) {
  for (const auto& [view, known] : kNames) {
    if (known == name) return view;
  }
  return std::nullopt;
}

Camera standard_camera(StandardView view, const Framing& framing, double aspect) {
  if (is_close_up(view)) {
    const CloseUp* const close_up = close_up_of(framing, view);
    if (!close_up) throw std::out_of_range("standard_camera: the framing has no such view");
    return close_up_camera(*close_up, framing, aspect);
  }
  const Cylinder body = cylinder_of(framing);
  const bool from_top = view == StandardView::top;
  const double fill = 1.0 - 2.0 * framing.margin;
  const double reach = std::hypot(body.radius, body.half_height);

  Camera camera;
  camera.orthographic = framing.orthographic;
  camera.vertical_fov_rad = vertical_fov_rad(aspect);
  camera.ortho_height_mm = ortho_height(body, from_top, aspect, fill);
  const double distance = framing.orthographic
                              ? kOrthoStandoff * reach
                              : perspective_distance(body, from_top, camera.vertical_fov_rad, aspect, fill);
  camera.target_mm = framing.centre_mm;
  camera.eye_mm = framing.centre_mm + distance * direction_of(view, framing.quarter_from_behind);
  if (from_top) camera.up = {0.0, 0.0, -1.0};
  camera.near_mm = std::max(kNearest * distance, distance - kClipReach * reach);
  camera.far_mm = distance + kClipReach * reach;
  return camera;
}

Camera keep_in_view(Camera camera, const Framing& framing, double aspect) {
  const glm::dvec3 half = 0.5 * glm::dvec3(framing.width_mm, framing.height_mm, framing.depth_mm);
  const glm::dvec3 target = glm::clamp(camera.target_mm, framing.centre_mm - half, framing.centre_mm + half);
  camera.eye_mm += target - camera.target_mm;
  camera.target_mm = target;
  camera = within_pitch(camera, framing.limits);

  const double standard = standard_camera(StandardView::front, framing, aspect).visible_height_mm();
  const double seen = camera.visible_height_mm();
  const double allowed =
      std::clamp(seen, framing.limits.closest * standard, framing.limits.farthest * standard);
  return allowed == seen ? camera : zoom_at(camera, seen / allowed, glm::dvec2(0.0), aspect);
}

}  // namespace render
