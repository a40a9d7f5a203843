#include "app/studio/frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace app {
namespace {

/// Rows that the subject of a view takes, from above.
struct Span {
  double top, bottom;
};

Span subject_rows(render::StandardView view, const render::Framing& framing, const render::Camera& camera,
                  glm::ivec2 pane) {
  glm::dvec3 centre = framing.centre_mm;
  const glm::dvec3 back = glm::normalize(camera.eye_mm - camera.target_mm);
  const glm::dvec3 right = glm::normalize(glm::cross(camera.up, back));
  glm::dvec3 up = glm::cross(back, right);
  glm::dvec3 foot = framing.centre_mm;
  double above = 0.5 * framing.height_mm, below = above - framing.foot_room_mm;
  if (render::is_close_up(view)) {
    for (const render::CloseUp& close_up : framing.close_ups)
      if (close_up.view == view) centre = foot = close_up.centre_mm, above = below = 0.5 * close_up.height_mm;
  } else if (view == render::StandardView::top) {
    above = below = 0.5 * std::max(framing.width_mm, framing.depth_mm);
  } else {
    up = {0.0, 1.0, 0.0};
    // What is nearer is larger: the top of a head lies in its middle, a chin before it.
    if (!framing.orthographic) foot += 0.5 * std::max(framing.width_mm, framing.depth_mm) * back;
  }
  const double aspect = static_cast<double>(pane.x) / pane.y;
  const auto row = [&](glm::dvec3 point) {
    return 0.5 * (1.0 - render::to_ndc(camera, point, aspect).y) * pane.y;
  };
  return {row(centre + above * up), row(foot - below * up)};
}

/// Farther off, or for an orthographic camera and a long lens a larger picture.
render::Camera shrunk(render::StandardView view, render::Camera camera, double factor) {
  if (camera.orthographic) {
    camera.ortho_height_mm /= factor;
  } else if (render::is_close_up(view)) {
    camera.vertical_fov_rad = 2.0 * std::atan(std::tan(0.5 * camera.vertical_fov_rad) / factor);
  } else {
    camera = render::zoom_at(camera, factor, glm::dvec2(0.0), 1.0);
  }
  return camera;
}

constexpr double kChinGap = 0.02;  // of the height, to the letters below; an assumption, by eye

/// Lower in the picture where the model would end above its edge, as far as its box stays within `room`.
render::Camera down_to_edge(render::StandardView view, const render::Framing& framing, render::Camera camera,
                            glm::ivec2 pane, Span room) {
  if (!framing.ends_at_y_mm || render::is_close_up(view) || view == render::StandardView::top) return camera;
  const double aspect = static_cast<double>(pane.x) / pane.y;
  const glm::dvec3 end(framing.centre_mm.x, *framing.ends_at_y_mm, framing.centre_mm.z);
  const double end_row = 0.5 * (1.0 - render::to_ndc(camera, end, aspect).y) * pane.y;
  const double free = room.bottom - subject_rows(view, framing, camera, pane).bottom;
  const double down = std::min(pane.y - end_row, free - kChinGap * pane.y);
  if (down <= 0.0) return camera;
  return render::pan(camera, {0.0, 0.0}, {0.0, -2.0 * down / pane.y}, aspect);
}

render::Camera clear_of_letters(render::StandardView view, const render::Framing& framing,
                                render::Camera camera, glm::ivec2 pane, Span room) {
  constexpr double kLeast = 0.1;  // smaller than that nothing would be told
  constexpr int kSteps = 4;       // of a perspective, which changes as it moves
  const double aspect = static_cast<double>(pane.x) / pane.y;
  for (int step = 0; step < kSteps; ++step) {
    Span rows = subject_rows(view, framing, camera, pane);
    if (rows.top >= room.top - 0.25 && rows.bottom <= room.bottom + 0.25) break;
    const double share = (room.bottom - room.top) / (rows.bottom - rows.top);
    if (share < 1.0) camera = shrunk(view, camera, std::max(kLeast, share));
    rows = subject_rows(view, framing, camera, pane);
    double down = std::max(0.0, room.top - rows.top);
    if (rows.bottom + down > room.bottom) down = room.bottom - rows.bottom;
    camera = render::pan(camera, {0.0, 0.0}, {0.0, -2.0 * down / pane.y}, aspect);
  }
  return camera;
}

}  // namespace

Pane untreated(Pane pane) {
  pane.stage = Stage::before;
  // Equal at every week and for every responder, so that it is drawn once.
  pane.moment.week = 0.0;
  pane.moment.responder = simulation::Responder::typical;
  pane.moment.treatment = Treatment::both;
  pane.moment.side_effect.reset();
  return pane;
}

Frame joined(Join join, Pane shown, const std::shared_ptr<const Outcome>& second) {
  Frame frame;
  frame.join = join;
  if (join == Join::beside) {
    shown.tape = {};
    shown.needles.reset();
    frame.panes = {shown};
    if (!second) return frame;
    frame.panes.push_back(std::move(shown));
    frame.panes.back().outcome = second;
    return frame;
  }
  if (join != Join::one) {
    Pane before = untreated(shown);
    if (join == Join::ghost) {
      // Two rings in one place could not be read.
      before.tape = {};
      before.needles.reset();
    }
    frame.panes.push_back(std::move(before));
  }
  frame.panes.push_back(std::move(shown));
  return frame;
}

bool in_halves(Join join) {
  return join == Join::side || join == Join::beside;
}

glm::ivec2 pane_size(Join join, glm::ivec2 size) {
  return in_halves(join) ? glm::ivec2(size.x / 2, size.y) : size;
}

render::Camera view_camera(render::StandardView view, const render::Framing& framing, glm::ivec2 pane,
                           int keep_clear, LetterRows letters) {
  render::Framing clear = framing;
  const double share = static_cast<double>(pane.y) / std::max(1, pane.y - 2 * keep_clear);
  clear.height_mm *= share;
  for (render::CloseUp& close_up : clear.close_ups) close_up.height_mm *= share;
  const render::Camera camera = render::standard_camera(view, clear, static_cast<double>(pane.x) / pane.y);
  if (letters == LetterRows{}) return camera;
  const Span room{static_cast<double>(letters.top), static_cast<double>(pane.y - letters.bottom)};
  return down_to_edge(view, framing, clear_of_letters(view, framing, camera, pane, room), pane, room);
}

double wipe_place(const Body& body, const render::Camera& camera, double aspect) {
  // Cells of the picture that the body reaches; finer than a leg is wide, coarser than its points.
  constexpr std::size_t kCells = 96;
  std::array<std::array<bool, kCells>, kCells> reached{};
  const auto cell = [](double ndc) { return static_cast<std::size_t>(0.5 * (ndc + 1.0) * kCells); };
  for (const glm::vec3& point : body.parts().front().rest_mm) {
    const glm::dvec2 ndc = render::to_ndc(camera, glm::dvec3(point), aspect);
    if (std::abs(ndc.x) < 1.0 && std::abs(ndc.y) < 1.0) reached[cell(ndc.x)][cell(ndc.y)] = true;
  }
  std::array<std::ptrdiff_t, kCells> height{};
  std::ptrdiff_t all = 0, highest = 0;
  for (std::size_t i = 0; i < kCells; ++i) {
    height[i] = std::count(reached[i].begin(), reached[i].end(), true);
    all += height[i];
    highest = std::max(highest, height[i]);
  }
  if (all == 0) return 0.5;
  // Half of the shape on either side; a foot alone is no place to compare legs at.
  const auto on_shape = [&](std::size_t i) { return 2 * height[i] > highest; };
  std::size_t at = 0;
  for (std::ptrdiff_t left = 0; at + 1 < kCells && 2 * (left + height[at]) < all; ++at) left += height[at];
  if (!on_shape(at)) {
    // Between two legs: the middle of the one on the right, without one that of the one on the left.
    std::size_t from = at;
    while (from + 1 < kCells && !on_shape(from)) ++from;
    while (from > 0 && !on_shape(from)) --from;
    std::size_t first = from, last = from;
    while (last + 1 < kCells && on_shape(last + 1)) ++last;
    while (from < at && first > 0 && on_shape(first - 1)) --first;
    at = (first + last) / 2;
  }
  const double share = (static_cast<double>(at) + 0.5) / kCells;
  if (std::abs(share - 0.5) < 0.04) return 0.5;
  // At the very edge one of the halves would not be seen: a twentieth of the width, an assumption.
  return std::clamp(share, 0.05, 0.95);
}

}  // namespace app
