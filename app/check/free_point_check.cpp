#include "app/check/free_point_check.h"

#include <algorithm>
#include <cmath>

#include "app/base/number_text.h"
#include "app/body/free_points.h"
#include "app/check/plan_check.h"
#include "app/check/remark.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/anatomy/face_frame.h"

namespace app {
namespace {

double far_mm(const simulation::Plan& plan) {
  return kFarFromMuscleMm[static_cast<std::size_t>(plan.region)];
}

/// Within the zone of one eye's lid. The back of the head is far behind the eye.
bool over_lid(const glm::dvec3& skin_mm, const simulation::FaceFrame& face, const LidZone& zone) {
  const glm::dvec3 from = skin_mm - face.at(simulation::Mark::eye);
  const double k = face.scale();
  return std::abs(from.x) < k * zone.orbit_half_width_mm.value && from.y > 0.0 && from.z > 0.0 &&
         from.y < k * (zone.rim_over_eye_mm.value + zone.clear_mm.value);
}

bool over_a_lid(const glm::dvec3& skin_mm, const Body& body, const LidZone& zone) {
  return std::any_of(std::begin(simulation::kBodySides), std::end(simulation::kBodySides), [&](auto side) {
    return over_lid(skin_mm, simulation::FaceFrame(body.face_landmarks(), side), zone);
  });
}

/// The nearest muscle that a plan may name; nothing when there is none within reach.
std::optional<simulation::MuscleTarget> under(const FreePoint& point, double far) {
  for (const simulation::MusclePlace& place : point.places) {
    if (place.distance_mm > far) return std::nullopt;
    if (!simulation::can_be_target(place.muscle)) continue;
    const auto side = simulation::is_midline(place.muscle)       ? simulation::Side::midline
                      : place.side == simulation::BodySide::left ? simulation::Side::left
                                                                 : simulation::Side::right;
    return simulation::MuscleTarget{place.muscle, side, 1};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> check_free_points(const simulation::Plan& plan, const Body& body,
                                       const simulation::ResponseModel& model, const Limits& limits,
                                       const Texts& texts) {
  Remarks remarks;
  for (const FreePoint& point : free_points(plan, body, model)) {
    const auto say = [&](Harm harm, std::string_view key, const char* value, double mm,
                         const Sources& sources) {
      remarks.push_back({Severity::warning,
                         harm,
                         injection_path(point.session, point.injection) + ".skin_uv",
                         key,
                         {{value, number_text(mm)}},
                         sources,
                         point.session});
    };
    if (!point.skin_mm)
      say(Harm::shown, "finding.off_skin", "", 0.0, {});
    else if (point.places.empty() || point.places.front().distance_mm > far_mm(plan))
      say(Harm::shown, "finding.far_from_muscle", "far_mm", far_mm(plan), {});
    else if (plan.region == simulation::Region::face && over_a_lid(*point.skin_mm, body, limits.lid))
      say(Harm::spread, "finding.near_lid", "clear_mm", limits.lid.clear_mm.value,
          limits.lid.clear_mm.sources);
  }
  return worded(remarks, {plan, limits, texts});
}

std::vector<Finding> check_on_body(const simulation::Plan& plan, const Body& body,
                                   const simulation::ResponseModel& model, const Limits& limits,
                                   const Texts& texts) {
  simulation::Plan named = plan;
  std::vector<std::string> free_paths;
  for (const FreePoint& point : free_points(plan, body, model)) {
    const auto target = under(point, far_mm(plan));
    if (!target) continue;
    named.sessions[point.session].injections[point.injection].target = *target;
    free_paths.push_back(injection_path(point.session, point.injection));
  }
  std::vector<Finding> findings = check_plan(named, limits, texts);
  // A free point has no muscle and side in the file: what is told of them stands at its place.
  for (Finding& finding : findings)
    for (const std::string& path : free_paths)
      if (finding.field == path + ".muscle" || finding.field == path + ".side")
        finding.field = path + ".skin_uv";
  for (Finding& finding : check_free_points(plan, body, model, limits, texts))
    findings.push_back(std::move(finding));
  worst_first(findings);
  return findings;
}

}  // namespace app
