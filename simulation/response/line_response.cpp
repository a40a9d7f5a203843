#include "simulation/response/line_response.h"

#include <algorithm>
#include <cmath>

namespace simulation {

LineModel::LineModel(const ResponseModel& model)
    : depth_exponent(model.value("line.depth_exponent")),
      static_share(model.value("line.static_share")),
      tone_share(model.value("line.tone_share")),
      seen_exponent(model.value("line.seen_exponent")) {}

double rest_relief(const LineModel& model, double softened, double drive) {
  return (1.0 - softened) * (1.0 - model.tone_share * (1.0 - drive));
}

double effort_relief(const LineModel& model, const LineGrade& grade, double muscle_share, double softened,
                     double drive) {
  if (softened == 0.0 && drive == 1.0) return 1.0;
  const double fixed = grade.effort > 0 ? std::min(1.0, model.static_share * grade.rest / grade.effort) : 0.0;
  const double fold = 1.0 - muscle_share * (1.0 - drive);
  // A buckled fold of fixed length is as deep as the root of its shortening.
  const double dynamic = std::pow(std::max(fold, 0.0), model.depth_exponent);
  return fixed * rest_relief(model, softened, drive) + (1.0 - fixed) * dynamic;
}

int rated_grade(const LineModel& model, int grade_at_start, double place, double relief, double seen_factor) {
  const double severity = grade_at_start == 0 ? 0.5 * place : grade_at_start - 0.5 + place;
  const double change = std::max(0.0, 1.0 - relief);
  const double seen = severity * (1.0 - seen_factor * std::pow(change, model.seen_exponent));
  return std::clamp(static_cast<int>(std::floor(seen + 0.5)), 0, 3);
}

}  // namespace simulation
