#pragma once

#include <memory>
#include <vector>

#include "app/body/outcome.h"
#include "app/sheet/page/sheet.h"
#include "app/studio/picture.h"

namespace app {

/// Pixels of a picture of a sheet: 300 to the inch at the width of three in a row.
inline constexpr glm::ivec2 kSheetPictureSize{720, 560};

/// How the change of a plan is seen best: calves close from behind, of a face the place and the expression of
/// the line that gets most, calm from the front where no line is treated.
struct SheetView {
  render::StandardView view = render::StandardView::front;
  simulation::Expression expression = simulation::Expression::neutral;
};
SheetView sheet_view(const simulation::Plan& plan);

/// The stills of those weeks as `capture` takes them in that size and view.
std::vector<render::Image> sheet_pictures(const std::shared_ptr<const Outcome>& outcome,
                                          const std::vector<double>& weeks, simulation::Responder responder,
                                          Photographer& photographer);

}  // namespace app
