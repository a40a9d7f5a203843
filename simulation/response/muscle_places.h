#pragma once

#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "simulation/anatomy/face_landmarks.h"
#include "simulation/anatomy/muscle.h"
#include "simulation/measure/leg_frame.h"
#include "simulation/response/model.h"

namespace simulation {

/// Where a skin point lies over the end-plate sheet of one muscle.
struct MusclePlace {
  Muscle muscle = Muscle::corrugator;
  BodySide side = BodySide::left;
  glm::dvec2 sheet{0.5};     // as in standard_sites; outside 0 to 1 beyond the sheet's edge
  double distance_mm = 0.0;  // to the sheet's edge, 0 over the sheet
};

/// Places over every calf muscle of both legs a needle can reach from this skin point, nearest first. The
/// atlas places the sheets; lengths and widths are the model's.
std::vector<MusclePlace> calf_places(const glm::dvec3& skin_mm, const Sided<LegFrame>& legs,
                                     const ResponseModel& model);

/// The same for the face, from its landmarks. A point over the procerus is given for both sides.
std::vector<MusclePlace> face_places(const glm::dvec3& skin_mm, const FaceLandmarks& landmarks,
                                     const ResponseModel& model);

/// The first skin that a ray meets, mm, or nothing; the direction is unit.
using SkinRay =
    std::function<std::optional<glm::dvec3>(const glm::dvec3& from_mm, const glm::dvec3& direction)>;

/// The skin point that calf_places() puts at this place of the muscle's sheet, within 0.01 mm: the inverse.
/// Nothing for a muscle that has no sheet there or where no skin is met.
std::optional<glm::dvec3> calf_skin_point(Muscle muscle, BodySide side, const glm::dvec2& sheet,
                                          const Sided<LegFrame>& legs, const ResponseModel& model,
                                          const SkinRay& skin);

/// The same for the face: the outermost skin over the place.
std::optional<glm::dvec3> face_skin_point(Muscle muscle, BodySide side, const glm::dvec2& sheet,
                                          const FaceLandmarks& landmarks, const ResponseModel& model,
                                          const SkinRay& skin);

/// Unit direction in which a sheet's first coordinate grows; up where the face has no such sheet.
glm::dvec3 calf_sheet_along(BodySide side, const Sided<LegFrame>& legs);
glm::dvec3 face_sheet_along(Muscle muscle, BodySide side, const FaceLandmarks& landmarks,
                            const ResponseModel& model);

}  // namespace simulation
