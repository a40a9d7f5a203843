#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace render {

/// Diagonal field of view of the perspective camera at any aspect, in radians: 28 degrees, a long portrait
/// lens, so that a nose does not grow.
inline constexpr double kDiagonalFovRad = 28.0 * 3.14159265358979323846 / 180.0;

/// Where the picture is taken from. Right-handed world in mm, Y up, the person faces +Z, +X is the person's
/// left. Aspect is width / height of the picture; ndc runs from -1 to 1, x right, y up.
struct Camera {
  glm::dvec3 eye_mm{0.0, 0.0, 1000.0};
  glm::dvec3 target_mm{0.0};
  glm::dvec3 up{0.0, 1.0, 0.0};
  bool orthographic = false;
  double ortho_height_mm = 500.0;  // height of the picture, orthographic only
  double vertical_fov_rad = 0.3;   // perspective only
  double near_mm = 10.0;
  double far_mm = 10000.0;

  glm::mat4 view() const;
  /// OpenGL clip space, depth -1..1.
  glm::mat4 projection(double aspect) const;
  double distance_mm() const;  // eye to target
  /// Height in mm that the picture covers at the target.
  double visible_height_mm() const;

  bool operator==(const Camera&) const = default;
};

/// Vertical field of view whose diagonal is kDiagonalFovRad at that aspect. A camera follows a resized window
/// by `camera.vertical_fov_rad = vertical_fov_rad(aspect)`.
double vertical_fov_rad(double aspect);

struct Ray {
  glm::dvec3 origin_mm{0.0};
  glm::dvec3 direction{0.0, 0.0, -1.0};  // unit length
};

/// The ray through a point of the picture, from the eye (perspective) or the eye's plane (orthographic).
Ray ray_through(const Camera& camera, glm::dvec2 ndc, double aspect);

/// Where that ray meets the plane through the target that faces the camera.
glm::dvec3 point_on_target_plane(const Camera& camera, glm::dvec2 ndc, double aspect);

/// Picture position of a world point.
glm::dvec2 to_ndc(const Camera& camera, glm::dvec3 point_mm, double aspect);

/// ndc of pixel (x, y), y down from the top left corner of a picture of that size.
glm::dvec2 pixel_to_ndc(glm::dvec2 pixel, glm::dvec2 size);

/// left and right are the person's: `left` looks at the left side from +X. Quarter views are 45 degrees off.
/// From glabella on: close-ups, which look at a place that the framing tells.
enum class StandardView {
  front,
  back,
  left,
  right,
  quarter_left,
  quarter_right,
  top,
  glabella,
  forehead,
  crows_feet_left,
  crows_feet_right,
  lower_face,
  jaw_left,
  jaw_right,
  calf_back,
  calf_inner_left,
  calf_inner_right,
  calf_outer_left,
  calf_outer_right,
  calf_heel
};

/// What a close-up shows: a rectangle that faces the camera.
struct CloseUp {
  StandardView view = StandardView::glabella;
  glm::dvec3 centre_mm{0.0};
  double width_mm = 100.0;
  double height_mm = 100.0;
  double yaw_rad = 0.0;     // where it is seen from: 0 the front, a quarter turn the person's left
  double pitch_rad = 0.0;   // above 0: from above
  double kept_width = 1.0;  // share of the width that a picture too narrow for it keeps
  bool operator==(const CloseUp&) const = default;
};

/// No turn by hand goes steeper, whatever the limits of a framing: 80 degrees, an assumption, so that up
/// stays up.
inline constexpr double kMaxPitchRad = 80.0 * 3.14159265358979323846 / 180.0;

/// How far a camera may be turned and moved by hand. The usual limits are assumptions, by eye.
struct CameraLimits {
  double lowest_pitch_rad = -kMaxPitchRad;
  double highest_pitch_rad = kMaxPitchRad;
  double closest = 1.0 / 8.0;  // height of the picture, as a share of what a standard view shows
  double farthest = 3.0;
  bool operator==(const CameraLimits&) const = default;
};

/// What must be in the picture: a box around centre, upright, width along X and depth along Z.
struct Framing {
  glm::dvec3 centre_mm{0.0};
  double height_mm = 300.0;
  double width_mm = 200.0;
  double depth_mm = 200.0;
  bool orthographic = false;
  bool from_above = true;            // whether StandardView::top is worth a look
  bool quarter_from_behind = false;  // quarter views between back and side (calves) instead of front and side
  double margin = 0.06;              // free edge, as a share of the picture
  double foot_room_mm = 0.0;         // of the height, at its foot: what holds letters and not the subject
  std::optional<double> ends_at_y_mm{};  // where the model begins to dissolve below the box, if it does
  std::vector<CloseUp> close_ups{};      // none of a view twice
  CameraLimits limits{};
  bool operator==(const Framing&) const = default;
};

inline constexpr StandardView kStandardViews[] = {StandardView::front,
                                                  StandardView::back,
                                                  StandardView::left,
                                                  StandardView::right,
                                                  StandardView::quarter_left,
                                                  StandardView::quarter_right,
                                                  StandardView::top,
                                                  StandardView::glabella,
                                                  StandardView::forehead,
                                                  StandardView::crows_feet_left,
                                                  StandardView::crows_feet_right,
                                                  StandardView::lower_face,
                                                  StandardView::jaw_left,
                                                  StandardView::jaw_right,
                                                  StandardView::calf_back,
                                                  StandardView::calf_inner_left,
                                                  StandardView::calf_inner_right,
                                                  StandardView::calf_outer_left,
                                                  StandardView::calf_outer_right,
                                                  StandardView::calf_heel};

/// Whether it shows one place instead of the whole subject.
constexpr bool is_close_up(StandardView view) {
  return view >= StandardView::glabella;
}

/// Whether the framing has that view: those of the whole subject, that from above unless it says no, and the
/// close-ups it tells of.
bool offers(const Framing& framing, StandardView view);

/// `front`, `quarter-left`, ... as written on the command line.
std::string_view view_name(StandardView view);
std::optional<StandardView> view_from_name(std::string_view name);

/// The framing centred and filling the picture but for the margin. All upright views of one framing and
/// aspect share one distance and scale, so pictures can be compared; nothing in the box is cut at any turn.
/// A close-up shows its rectangle whole, but for the edges that a narrow picture cuts, from as far as a
/// square front view is taken (farther where the lens would be wider than kDiagonalFovRad): perspective does
/// not depend on what it looks at. Throws std::out_of_range for a view that the framing does not offer.
Camera standard_camera(StandardView view, const Framing& framing, double aspect);

/// Turntable about the target: yaw > 0 moves the eye towards the person's left as seen from the front, pitch
/// > 0 raises it. The horizon stays level and the eye within 80 degrees of it.
Camera orbit(Camera camera, double yaw_rad, double pitch_rad);

/// Moves the camera so that the point of the target plane under ndc_from comes to lie under ndc_to.
Camera pan(Camera camera, glm::dvec2 ndc_from, glm::dvec2 ndc_to, double aspect);

/// factor > 1 comes closer; the point of the target plane under ndc stays there.
Camera zoom_at(Camera camera, double factor, glm::dvec2 ndc, double aspect);

/// Keeps the subject in sight: the target inside the framing's box, height and size of the picture within
/// the framing's limits. Apply after orbit, pan and zoom_at.
Camera keep_in_view(Camera camera, const Framing& framing, double aspect);

}  // namespace render
