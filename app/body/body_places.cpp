// Where on a body a needle stands: muscles under the skin, skin over the muscles.
#include "app/body/body.h"

namespace app {

std::vector<simulation::MusclePlace> Body::muscle_places(const glm::dvec3& skin_mm,
                                                         const simulation::ResponseModel& model) const {
  if (!is_calf()) return simulation::face_places(skin_mm, face_marks_, model);
  return simulation::calf_places(skin_mm, leg_frames(), model);
}

simulation::Sided<simulation::LegFrame> Body::leg_frames() const {
  simulation::Sided<simulation::LegFrame> legs;
  for (const simulation::BodySide side : simulation::kBodySides) legs[side] = tape(side).frame();
  return legs;
}

std::optional<SkinPlace> Body::skin_over(simulation::Muscle muscle, simulation::BodySide side,
                                         const glm::dvec2& sheet,
                                         const simulation::ResponseModel& model) const {
  const BodyPart& skin = parts_.front();
  std::optional<SkinPlace> met;
  const simulation::SkinRay ray = [&](const glm::dvec3& from_mm,
                                      const glm::dvec3& direction) -> std::optional<glm::dvec3> {
    met = place_under(*skin.topology, skin.rest_mm, {from_mm, direction});
    if (!met) return std::nullopt;
    return point_of(*skin.topology, *met, skin.rest_mm);
  };
  const auto point = is_calf() ? simulation::calf_skin_point(muscle, side, sheet, leg_frames(), model, ray)
                               : simulation::face_skin_point(muscle, side, sheet, face_marks_, model, ray);
  return point ? met : std::nullopt;
}

glm::dvec3 Body::sheet_along(simulation::Muscle muscle, simulation::BodySide side,
                             const simulation::ResponseModel& model) const {
  return is_calf() ? simulation::calf_sheet_along(side, leg_frames())
                   : simulation::face_sheet_along(muscle, side, face_marks_, model);
}

std::vector<simulation::MuscleSheet> Body::muscle_sheets(const simulation::ResponseModel& model) const {
  if (is_calf()) return {};
  return simulation::face_sheets(face_marks_, model);
}

}  // namespace app
