#include "app/base/number_text.h"
#include "app/body/free_points.h"
#include "app/check/plan_check.h"

namespace app {

std::vector<Finding> check_free_points(const simulation::Plan& plan, const Body& body,
                                       const simulation::ResponseModel& model) {
  const double far = kFarFromMuscleMm[static_cast<std::size_t>(plan.region)];
  std::vector<Finding> findings;
  for (const FreePoint& point : free_points(plan, body, model)) {
    const std::string field = "sessions[" + std::to_string(point.session) + "].injections[" +
                              std::to_string(point.injection) + "].skin_uv";
    if (!point.skin_mm) {
      findings.push_back({Severity::warning, field, "is not on the skin: it has no effect"});
    } else if (point.places.empty() || point.places.front().distance_mm > far) {
      findings.push_back({Severity::warning, field,
                          "is far from any muscle, the nearest is more than " + number_text(far) +
                              " mm away (assumed reach of a usual dose): it has no effect"});
    }
  }
  return findings;
}

}  // namespace app
