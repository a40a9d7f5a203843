#include "app/sheet/sheet_pictures.h"

#include "app/studio/letters.h"
#include "app/studio/presenter.h"
#include "simulation/prediction/main_quantity.h"

namespace app {
namespace {

using render::StandardView;
using simulation::Expression;
using simulation::FaceLine;

SheetView view_of(FaceLine line) {
  switch (line) {
    case FaceLine::glabella:
      return {StandardView::glabella, Expression::frown};
    case FaceLine::forehead:
      return {StandardView::forehead, Expression::raise};
    case FaceLine::crows_feet:
      return {StandardView::crows_feet_left, Expression::smile};
  }
  return {};
}

}  // namespace

SheetView sheet_view(const simulation::Plan& plan) {
  if (plan.region == simulation::Region::calf) return {StandardView::calf_back, Expression::neutral};
  const FaceLine line = simulation::lines_by_dose(plan).front();
  return simulation::line_units(plan, line) > 0.0 ? view_of(line) : SheetView{};
}

std::vector<render::Image> sheet_pictures(const std::shared_ptr<const Outcome>& outcome,
                                          const std::vector<double>& weeks, simulation::Responder responder,
                                          Photographer& photographer) {
  const SheetView seen = sheet_view(outcome->plan());
  PictureFormat format;
  format.size = kSheetPictureSize;
  format.captioned = false;  // the sheet's own words stand under each
  Pane pane;
  pane.outcome = outcome;
  pane.moment.responder = responder;
  pane.moment.expression = seen.expression;
  format.letters = photographer.letter_rows(pane, Join::one, outcome->plan(), nullptr, format);
  pane.camera =
      view_camera(seen.view, framing_of(outcome->body(), pane.moment.pose), format.size, 0, format.letters);
  std::vector<render::Image> pictures;
  for (const double week : weeks) {
    pane.moment.week = week;
    pictures.push_back(photographer.take({Join::one, {pane}}, format).image);
  }
  return pictures;
}

}  // namespace app
