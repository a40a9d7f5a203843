#include "app/body/calf_measures.h"

#include <algorithm>
#include <cmath>

#include "simulation/measure/surface_change.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Sided;

double tenth(double cm) {
  return std::round(cm * 10.0) / 10.0;
}

/// Triangles of one leg: the two never touch below the cut, and the mirror plane lies between them.
std::vector<glm::uvec3> leg_triangles(const BodyPart& skin, BodySide side) {
  std::vector<glm::uvec3> own;
  for (const glm::uvec3& t : skin.topology->point_triangles)
    if ((skin.rest_mm[t.x].x >= 0.0f) == (side == BodySide::left)) own.push_back(t);
  return own;
}

}  // namespace

double tape_height(const Body& body, const TapePlace& place) {
  if (place.t) return std::clamp(*place.t, 0.0, 1.0);
  const auto& skin = body.parts().front().rest_mm;
  return 0.5 * (body.tape(BodySide::left).largest(skin).t + body.tape(BodySide::right).largest(skin).t);
}

Sided<double> tape_girth_cm(const Body& body, std::span<const glm::vec3> skin_mm, double t) {
  return {body.tape(BodySide::left).girth_mm(skin_mm, t) / 10.0,
          body.tape(BodySide::right).girth_mm(skin_mm, t) / 10.0};
}

double TapeReading::one_reading_cm() const {
  return repeat_cm / std::sqrt(2.0);
}

bool TapeReading::within_error() const {
  const double change = std::abs(change_cm());
  return change > 1e-6 && change < repeat_cm - 1e-6;
}

TapeReading read_tape(const BeforeNow& girth_cm, double repeat_cm) {
  return {tenth(girth_cm.before), tenth(girth_cm.now), repeat_cm};
}

double tape_repeat_cm(const Outcome& outcome) {
  // 95 of 100 differences of two readings lie within 1.96 of their standard deviations.
  return tenth(1.96 * std::sqrt(2.0) * outcome.model().value("tape.reading_sd"));
}

std::vector<double> girth_curve_cm(const Body& body, BodySide side, std::span<const glm::vec3> skin_mm,
                                   int steps) {
  std::vector<double> curve;
  for (int i = 0; i <= steps; ++i)
    curve.push_back(body.tape(side).girth_mm(skin_mm, static_cast<double>(i) / steps) / 10.0);
  return curve;
}

LegMeasures measure_leg(const Body& body, const simulation::TreatmentState& state, const PartSurface& before,
                        const PartSurface& now, BodySide side) {
  const BodyPart& skin = body.parts().front();
  LegMeasures measures;
  measures.gastrocnemius_mm = {body.gastrocnemius_mm(side, {}), body.gastrocnemius_mm(side, state)};
  const auto triangles = leg_triangles(skin, side);
  // The leg is cut open above the knee, where nothing moves: only the difference means anything.
  measures.volume_change_ml = (simulation::mesh_volume_mm3(now.positions_mm, triangles) -
                               simulation::mesh_volume_mm3(before.positions_mm, triangles)) /
                              1000.0;
  const auto moved =
      simulation::signed_displacement_mm(before.positions_mm, before.normals, now.positions_mm);
  for (std::size_t i = 0; i < moved.size(); ++i)
    if ((skin.rest_mm[i].x >= 0.0f) == (side == BodySide::left))
      measures.largest_inward_mm = std::max(measures.largest_inward_mm, -static_cast<double>(moved[i]));
  return measures;
}

}  // namespace app
