#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/body/spread.h"
#include "app/files/texts.h"
#include "app/studio/frame.h"
#include "simulation/prediction/prediction.h"

namespace app {

/// What most people reach, in words for a picture: 8 of 10 of them, without what a tape or a rater adds.
/// Keeps what it has worked out: that takes longer than a small picture.
class PeopleRanges {
 public:
  /// Works an outcome's weeks out at once, for a clip. Between those of the grid (half weeks, of long runs
  /// weeks) its ranges are interpolated from then on, as those of the timeline are.
  void prepare(const std::shared_ptr<const Outcome>& outcome);

  /// One line per plan of the frame: the range of the first plan's main quantity at the week shown, with its
  /// side where the other one is not told alike. None for
  /// a moment at which no toxin has acted or is shown: predict knows no range of filler.
  std::vector<std::string> lines(const Frame& frame, const Texts& texts);

 private:
  using Rows = std::vector<simulation::PredictionRow>;
  const Rows& rows(const std::shared_ptr<const Outcome>& outcome, double week);

  std::map<std::shared_ptr<const Outcome>, Rows> prepared_;
  std::map<std::pair<std::shared_ptr<const Outcome>, double>, Rows> weeks_;
};

/// The range of a quantity at a week, linear between the rows' weeks. `rows` as predict writes them; throws
/// std::invalid_argument when they have no range of that quantity.
PredictedRange range_at(const std::vector<simulation::PredictionRow>& rows, std::string_view quantity,
                        double week);

}  // namespace app
