#include "app/studio/close_ups.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <limits>

#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

using render::CloseUp;
using render::StandardView;
using simulation::BodySide;

// What each picture takes in is an assumption, by eye: the lines or the muscle of that place with enough
// around to know it by. Lengths of a face are shares of the distance between its eyes.

// Of the width of a face's view, in a narrow picture: the frown lines stand close together in its middle,
// crow's feet need the eye beside them. A leg's outline is what it is looked at for.
constexpr double kKeptWidth = 0.85, kKeptOfFrown = 0.6;

CloseUp of_both(const CloseUp& left, StandardView right_view) {
  CloseUp right = left;
  right.view = right_view;
  right.centre_mm.x = -left.centre_mm.x;
  right.yaw_rad = -left.yaw_rad;
  return right;
}

std::vector<CloseUp> of_face(const Body& body) {
  const simulation::FaceLandmarks& marks = body.face_landmarks();
  const Landmarks& named = body.landmarks();
  const glm::dvec3 eyes = 0.5 * (marks.eye.left + marks.eye.right);
  const double unit = glm::distance(marks.eye.left, marks.eye.right);
  const simulation::Brow left = brow_of(marks, BodySide::left), right = brow_of(marks, BodySide::right);
  const glm::dvec3 brows = 0.5 * (left.head + right.head);
  const glm::dvec3 chin = named.at("chin");
  const glm::dvec3 corners = 0.5 * (marks.mouth_corner.left + marks.mouth_corner.right);
  std::vector<CloseUp> views;
  views.push_back(
      {StandardView::glabella, brows + glm::dvec3(0.0, 0.06, 0.0) * unit, 1.5 * unit, 1.1 * unit, 0.0, 0.0});
  views.push_back({StandardView::forehead, brows + glm::dvec3(0.0, 0.5, 0.0) * unit, 2.3 * unit, 1.4 * unit,
                   0.0, glm::radians(6.0)});
  const CloseUp crows_feet{StandardView::crows_feet_left,
                           marks.eye.left + glm::dvec3(0.40, -0.05, -0.1) * unit,
                           1.25 * unit,
                           1.15 * unit,
                           glm::radians(52.0),
                           0.0};
  const CloseUp jaw{StandardView::jaw_left,
                    {eyes.x + 0.75 * unit, corners.y - 0.05 * unit, eyes.z - 0.5 * unit},
                    2.2 * unit,
                    1.9 * unit,
                    glm::radians(58.0),
                    0.0};
  const double lower = marks.nose_base.y - chin.y;
  views.push_back(crows_feet);
  views.push_back(of_both(crows_feet, StandardView::crows_feet_right));
  views.push_back({StandardView::lower_face,
                   {eyes.x, 0.5 * (marks.nose_base.y + chin.y), corners.z},
                   1.9 * unit,
                   1.45 * lower,
                   0.0,
                   0.0});
  views.push_back(jaw);
  views.push_back(of_both(jaw, StandardView::jaw_right));
  for (CloseUp& view : views)
    view.kept_width = view.view == StandardView::glabella ? kKeptOfFrown : kKeptWidth;
  return views;
}

struct LegBox {
  glm::dvec3 low{std::numeric_limits<double>::max()};
  glm::dvec3 high{std::numeric_limits<double>::lowest()};
  glm::dvec3 centre() const { return 0.5 * (low + high); }
};

/// What of the legs on a side (1 left, -1 right, 0 both) stands between two heights at rest, as it is held.
LegBox box_between(const Body& body, const std::vector<glm::vec3>& held_mm, double from_y, double to_y,
                   int side) {
  const std::vector<glm::vec3>& rest_mm = body.parts().front().rest_mm;
  LegBox box;
  for (std::size_t i = 0; i < rest_mm.size(); ++i) {
    if (rest_mm[i].y < from_y || rest_mm[i].y > to_y || rest_mm[i].x * static_cast<float>(side) < 0.0f)
      continue;
    box.low = glm::min(box.low, glm::dvec3(held_mm[i]));
    box.high = glm::max(box.high, glm::dvec3(held_mm[i]));
  }
  return box;
}

std::vector<CloseUp> of_calf(const Body& body, simulation::CalfPose pose, bool with_heel) {
  Surface raised;
  if (pose != simulation::CalfPose::standing) {
    Moment moment;
    moment.pose = pose;
    raised = body.surface({}, moment);
  }
  const std::vector<glm::vec3>& held_mm =
      raised.parts.empty() ? body.parts().front().rest_mm : raised.parts.front().positions_mm;
  const Landmarks& marks = body.landmarks();
  const double knee = std::min(marks.at("l-knee").y, marks.at("r-knee").y);
  const double ankle = std::max(marks.at("l-ankle").y, marks.at("r-ankle").y);
  const double length = knee - ankle;
  // From the fold of the knee to where the tendon is bare.
  const double low = with_heel ? std::numeric_limits<double>::lowest() : ankle + 0.25 * length;
  const double high = knee + 0.02 * length;
  const double pi = glm::radians(180.0), inner = glm::radians(48.0);
  std::vector<CloseUp> views;
  const LegBox both = box_between(body, held_mm, low, high, 0);
  const double height = both.high.y - both.low.y;
  views.push_back(
      {StandardView::calf_back, both.centre(), 1.08 * (both.high.x - both.low.x), height, pi, 0.0});
  const auto add = [&](StandardView view, int side, double yaw) {
    const LegBox leg = box_between(body, held_mm, low, high, side);
    views.push_back({view, leg.centre(), 1.6 * (leg.high.z - leg.low.z), height, yaw, 0.0});
  };
  add(StandardView::calf_inner_left, 1, pi + inner);
  add(StandardView::calf_inner_right, -1, pi - inner);
  add(StandardView::calf_outer_left, 1, 0.5 * pi);
  add(StandardView::calf_outer_right, -1, -0.5 * pi);
  const LegBox heels = box_between(body, held_mm, -1e9, ankle + 0.55 * length, 0);
  views.push_back({StandardView::calf_heel,
                   {heels.centre().x, heels.centre().y, both.centre().z},
                   1.1 * (heels.high.x - heels.low.x),
                   1.05 * (heels.high.y - heels.low.y),
                   pi,
                   glm::radians(30.0)});
  return views;
}

/// Of a view that shows the whole face: that of the lines which the expression draws, where they are treated.
std::string quantity_of(simulation::Expression expression, const simulation::Plan& plan) {
  using simulation::Expression;
  const auto line = expression == Expression::raise    ? std::optional(simulation::FaceLine::forehead)
                    : expression == Expression::squint ? std::optional(simulation::FaceLine::crows_feet)
                                                       : std::nullopt;
  if (!line || plan.region != simulation::Region::face || simulation::line_units(plan, *line) <= 0.0)
    return {};
  return simulation::relief_quantity(*line);
}

}  // namespace

bool shows(simulation::Region region, StandardView view) {
  if (view == StandardView::top) return region == simulation::Region::face;
  if (!render::is_close_up(view)) return true;
  return (view >= StandardView::calf_back) == (region == simulation::Region::calf);
}

std::string quantity_in(StandardView view, const simulation::Plan& plan, simulation::Expression expression) {
  switch (view) {
    case StandardView::glabella:
      return simulation::relief_quantity(simulation::FaceLine::glabella);
    case StandardView::forehead:
      return simulation::relief_quantity(simulation::FaceLine::forehead);
    case StandardView::crows_feet_left:
    case StandardView::crows_feet_right:
      return simulation::relief_quantity(simulation::FaceLine::crows_feet);
    case StandardView::jaw_left:
    case StandardView::jaw_right: {
      const std::string side = view == StandardView::jaw_left ? "left" : "right";
      std::string found;
      for (const std::string& key : simulation::thickness_quantities(plan))
        if (key.starts_with("face.masseter.") && (found.empty() || key.find(side) != std::string::npos))
          found = key;
      return found;
    }
    default:
      return quantity_of(expression, plan);
  }
}

std::vector<CloseUp> close_ups_of(const Body& body, simulation::CalfPose pose,
                                  std::optional<simulation::AdverseOutcome> shown) {
  if (body.region() != simulation::Region::calf) return of_face(body);
  return of_calf(body, pose, shown == simulation::AdverseOutcome::weak_push_off);
}

}  // namespace app
