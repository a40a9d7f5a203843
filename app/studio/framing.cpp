#include <algorithm>
#include <glm/common.hpp>

#include "app/studio/close_ups.h"
#include "app/studio/presenter.h"

namespace app {
namespace {

// All lengths and shares of framings are assumptions, by eye, tried on the median body; limits of cameras are
// explained at CameraLimits.
// Of the height, for what stands below the feet: the permanent label; in a window on tip-toe also the effort.
constexpr double kLabelRoom = 0.085;
constexpr double kTiptoeRoom = 0.105;

struct Box {
  glm::dvec3 low{1e9};
  glm::dvec3 high{-1e9};
  void include(const std::vector<glm::vec3>& points_mm) {
    for (const glm::vec3& point : points_mm) {
      low = glm::min(low, glm::dvec3(point));
      high = glm::max(high, glm::dvec3(point));
    }
  }
};

Box box_of(const Body& body) {
  Box box;
  for (const BodyPart& part : body.parts()) box.include(part.rest_mm);
  return box;
}

}  // namespace

Fade fade_of(const Body& body) {
  if (body.region() == simulation::Region::calf) {
    // The mesh is cut 120 mm above the knee joint; all of the cut must be gone.
    const auto& marks = body.landmarks();
    const auto knee = static_cast<float>(std::min(marks.at("l-knee").y, marks.at("r-knee").y));
    return {knee + 30.0f, knee + 95.0f};
  }
  // The bust ends in a hollow underside, whose front edge stands 100 mm above its lowest point.
  const auto low = static_cast<float>(box_of(body).low.y);
  return {low + 165.0f, low + 105.0f};
}

render::Framing framing_of(const Body& body, simulation::CalfPose pose,
                           std::optional<simulation::AdverseOutcome> shown) {
  Box box = box_of(body);
  render::Framing framing;
  if (body.region() == simulation::Region::calf) {
    framing.orthographic = true;
    // From there a cut through both thighs would be all there is to see.
    framing.from_above = false;
    framing.quarter_from_behind = true;
    framing.margin = 0.02;
    const bool on_tiptoe = pose == simulation::CalfPose::tiptoe;
    if (on_tiptoe) {
      Moment raised;
      raised.pose = pose;
      for (const PartSurface& part : body.surface({}, raised).parts) box.include(part.positions_mm);
    }
    box.high.y = fade_of(body).to_y_mm;
    framing.foot_room_mm = (on_tiptoe ? kTiptoeRoom : kLabelRoom) * (box.high.y - box.low.y);
    box.low.y -= framing.foot_room_mm;
    // From below the floor would hide the feet, from far away the legs would hang from nothing.
    framing.limits = {.lowest_pitch_rad = 0.0, .farthest = 1.5};
  } else {
    // The shoulders may be cut by the picture's edge: the face is what counts.
    const glm::dvec3 eyes = 0.5 * (body.landmarks().at("l-eye") + body.landmarks().at("r-eye"));
    framing.margin = 0.03;
    box.low.y = eyes.y - 168.0;
    framing.ends_at_y_mm = fade_of(body).from_y_mm;
    framing.foot_room_mm = std::max(0.0, body.landmarks().at("chin").y - 12.0 - box.low.y);
    framing.limits = {.lowest_pitch_rad = -0.35, .farthest = 1.6};
    box.low.x = eyes.x - 105.0;
    box.high.x = eyes.x + 105.0;
    box.low.z = std::max(box.low.z, eyes.z - 150.0);
  }
  framing.centre_mm = 0.5 * (box.low + box.high);
  framing.width_mm = box.high.x - box.low.x;
  framing.height_mm = box.high.y - box.low.y;
  framing.depth_mm = box.high.z - box.low.z;
  framing.close_ups = close_ups_of(body, pose, shown);
  return framing;
}

}  // namespace app
