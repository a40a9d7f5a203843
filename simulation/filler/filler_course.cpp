#include "simulation/filler/filler_course.h"

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

double of_responder(const FillerFigure& figure, Responder responder) {
  switch (responder) {
    case Responder::low:
      return figure.low;
    case Responder::high:
      return figure.high;
    case Responder::typical:
      break;
  }
  return figure.typical;
}

}  // namespace

double filler_left(const FillerModel& model, FillerSite site, double weeks, Responder responder) {
  const double half = of_responder(model.at(site).weeks_to_half, responder);
  return std::exp2(-std::pow(std::max(0.0, weeks) / half, model.course_shape.typical));
}

FillerState filler_state(const std::vector<Filler>& fillers, const FillerModel& model, double week,
                         Responder responder) {
  FillerState state;
  for (const Filler& filler : fillers) {
    if (week <= filler.week || filler.millilitres <= 0.0) continue;
    state[filler.site] += filler.millilitres * model.at(filler.site).tissue_share.typical *
                          filler_left(model, filler.site, week - filler.week, responder);
  }
  return state;
}

double static_line_left(const FillerModel& model, double lifting_ml) {
  if (lifting_ml <= 0.0) return 1.0;
  return 1.0 - model.line_lift.typical * lifting_ml / (lifting_ml + model.line_lift_half_ml.typical);
}

}  // namespace simulation
