#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "simulation/anatomy/face_landmarks.h"
#include "simulation/anatomy/muscle.h"
#include "simulation/response/model.h"

namespace simulation {

/// The end plates of one facial muscle as a flat sheet near the skin, in the rest head's millimetres.
struct MuscleSheet {
  Muscle muscle = Muscle::corrugator;
  BodySide side = BodySide::left;
  glm::dvec3 centre_mm{0.0};
  glm::dvec3 along{1.0, 0.0, 0.0};  // unit, along the fibres
  glm::dvec3 across{0.0, 1.0, 0.0};
  double length_mm = 1.0;
  double width_mm = 1.0;

  /// Sheet coordinates as in standard_sites of the point's foot on the sheet; outside 0 to 1 beyond its edge.
  glm::dvec2 over(const glm::dvec3& point_mm) const;
  /// The other way round.
  glm::dvec3 site_mm(const glm::dvec2& sheet) const;
  /// Distance from the sheet's plane, mm. The face curves, so that points beside a sheet lie off its plane.
  double depth_mm(const glm::dvec3& point_mm) const;
  /// Distance of those coordinates to the sheet's edge, mm; 0 over the sheet.
  double past_edge_mm(const glm::dvec2& sheet) const;
};

/// Farthest from its plane that a point still counts as over or beside a sheet (an assumption: it keeps the
/// back of the head and the other cheek away, and lets the forehead curve).
inline constexpr double kSheetDepthMm = 20.0;

/// The sheets of every muscle of the face, first of the left side, as the atlas places them; lengths and
/// widths are the model's for the median head and grow with FaceFrame::scale(). The midline procerus comes
/// for both sides, at the same place.
std::vector<MuscleSheet> face_sheets(const FaceLandmarks& landmarks, const ResponseModel& model);

}  // namespace simulation
