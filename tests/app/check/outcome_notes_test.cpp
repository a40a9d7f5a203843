#include "app/check/outcome_notes.h"

#include <gtest/gtest.h>

#include "tests/app/english.h"

namespace app {
namespace {

using simulation::AdverseOutcome;
using simulation::Region;

TEST(OutcomeNotes, TellRateBasisTimesAndSourcesOfTheRegionAlone) {
  const std::vector<KnownOutcome> outcomes = {
      {AdverseOutcome::eyelid_droop,
       Region::face,
       Per100{0.9, 5.4},
       {"a", "b"},
       {},
       "Trials",
       "soon",
       "weeks"},
      {AdverseOutcome::brow_droop, Region::face, Per100{0.0, 20.0}, {"c"}, {}, "Review", "soon", "weeks"},
      {AdverseOutcome::bruise, Region::face, {}, {"d"}, {}, "Leaflets", "at once", "days"},
      {AdverseOutcome::bruise, Region::calf, {}, {"d"}, {}, "Leaflets", "at once", "days"},
      {AdverseOutcome::no_visible_change,
       Region::calf,
       Per100{24.0, 34.0, true},
       {"e"},
       {},
       "A trial",
       "soon",
       "long"}};
  const std::vector<Finding> notes = outcome_notes(Region::face, outcomes, english());
  ASSERT_EQ(notes.size(), 3u);
  EXPECT_EQ(
      line_of(notes[0]),
      "note: outcomes.eyelid_droop: 0.9 to 5.4 of 100 treated people; Trials; shows: soon; lasts: weeks "
      "(sources: a, b)");
  EXPECT_EQ(line_of(notes[1]),
            "note: outcomes.brow_droop: up to 20 of 100 treated people; Review; shows: soon; lasts: weeks "
            "(sources: c)");
  EXPECT_EQ(line_of(notes[2]),
            "note: outcomes.bruise: no rate found; Leaflets; shows: at once; lasts: days (sources: d)");
  EXPECT_FALSE(has_error(notes));
  EXPECT_EQ(
      line_of(outcome_notes(Region::calf, outcomes, english()).back()),
      "note: outcomes.no_visible_change: 24 to 34 of 100 tape readings; A trial; shows: soon; lasts: long "
      "(sources: e)");
}

}  // namespace
}  // namespace app
