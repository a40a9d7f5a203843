#include "app/files/outcomes_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "app/base/error.h"
#include "tests/app/files/clinical_scratch.h"
#include "tests/simulation/prediction/rows.h"

namespace app {
namespace {

using simulation::AdverseOutcome;
using simulation::Region;
using testing::AllOf;
using testing::HasSubstr;

std::vector<KnownOutcome> stored() {
  return read_outcomes(std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical/outcomes.json");
}

const KnownOutcome& find(const std::vector<KnownOutcome>& outcomes, AdverseOutcome outcome, Region region) {
  const auto found = std::find_if(outcomes.begin(), outcomes.end(), [&](const KnownOutcome& known) {
    return known.outcome == outcome && known.region == region;
  });
  if (found == outcomes.end()) throw std::runtime_error("no such outcome");
  return *found;
}

/// What is said about outcomes.json after one replacement in it.
std::string complaint(const std::string& from, const std::string& to) {
  const ClinicalCopy copy;
  copy.replace("outcomes.json", from, to);
  try {
    read_outcomes(copy.file("outcomes.json"));
  } catch (const AssetError& error) {
    return error.what();
  }
  return {};
}

TEST(OutcomesFile, HasEveryOutcomeAndPublishedRatesOnly) {
  const std::vector<KnownOutcome> outcomes = stored();
  for (const auto& [outcome, name] : kAdverseOutcomeNames)
    EXPECT_TRUE(
        std::any_of(outcomes.begin(), outcomes.end(),
                    [&outcome = outcome](const KnownOutcome& known) { return known.outcome == outcome; }))
        << name;
  const auto& lid = find(outcomes, AdverseOutcome::eyelid_droop, Region::face);
  EXPECT_EQ(lid.per_100->low, 0.9);
  EXPECT_EQ(lid.per_100->high, 5.4);
  EXPECT_FALSE(lid.per_100->of_readings);
  EXPECT_TRUE(find(outcomes, AdverseOutcome::no_visible_change, Region::calf).per_100->of_readings);
  EXPECT_FALSE(find(outcomes, AdverseOutcome::weak_push_off, Region::calf).per_100);
  EXPECT_FALSE(find(outcomes, AdverseOutcome::bruise, Region::face).per_100);
}

TEST(OutcomesFile, TheModelAgreesOnCalvesWithoutTapeReduction) {
  const std::vector<KnownOutcome> outcomes = stored();
  const Per100 rate = *find(outcomes, AdverseOutcome::no_visible_change, Region::calf).per_100;
  const auto rows = clinical::predict(clinical::calf(80.0), 8.0, 8.0);
  const auto& change = clinical::row(rows, "calf.left.max_girth_change", 8.0);
  const double share = 50.0 * std::erfc(-change.mean / *change.sd / std::sqrt(2.0));
  // The rate is of one trial; the model also holds trials that read up to three times as much (park2005,
  // xu2017), so that fewer read nothing.
  EXPECT_GE(share, rate.low - 9.0);
  EXPECT_LE(share, rate.high);
}

TEST(OutcomesFile, NamesFileAndKeyOfWhatIsWrong) {
  const auto names = [](const std::string& key, const std::string& text) {
    return AllOf(HasSubstr("outcomes.json: outcomes[" + key), HasSubstr(text));
  };
  EXPECT_THAT(complaint("[24, 34]", "[34, 24]"), names("0].per_100", "upside down"));
  EXPECT_THAT(complaint("[24, 34]", "[24]"), names("0].per_100", "expected two"));
  EXPECT_THAT(complaint("[24, 34]", "[24, 134]"), names("0].per_100", "0 to 100"));
  EXPECT_THAT(complaint("[24, 34]", "[10, 34]"), names("0].per_100", "expected 24.1 to 33.6"));
  EXPECT_THAT(complaint("[0.9, 5.4]", "[0.9, 8]"), names("4].per_100", "expected 0.9 to 5.4"));
  EXPECT_THAT(complaint("\"per_100\": [24, 34], ", ""), names("0].rows", "no `per_100`"));
  EXPECT_THAT(complaint("[\"C02\", \"C03\"]", "[]"), names("0].rows", "is empty"));
  EXPECT_THAT(complaint("\"C02\"", "\"Z99\""), names("0].rows[0]", "is not in published.csv"));
  EXPECT_THAT(complaint("\"C02\"", "\"G72\""), names("0].rows[0]", "is of `carruthers2002`"));
  EXPECT_THAT(complaint("\"share_not_below_zero\"", "\"published\""), names("0].rows", "is in cm"));
  EXPECT_THAT(complaint("\"published\"", "\"share_not_below_zero\""), names("4].rows", "has no SD"));
  EXPECT_THAT(complaint("\"published\"", "\"hearsay\""), names("4].from", "hearsay"));
  EXPECT_THAT(complaint("[\"calf_rct\", \"calf_fat2024\"]", "[\"hearsay\"]"),
              names("0].sources[0]", "`hearsay` is not in"));
  EXPECT_THAT(complaint("[\"calf_rct\", \"calf_fat2024\"]", "[]"), names("0].sources", "is empty"));
  EXPECT_THAT(complaint("\"eyelid_droop\"", "\"eyelid_drop\""), names("4].outcome", "eyelid_droop"));
  EXPECT_THAT(complaint("\"region\": \"face\"", "\"region\": \"calf\""),
              names("1].outcome", "is there twice"));
  EXPECT_THAT(complaint("\"at week 8\"", "\"\""), names("0].shows", "is empty"));
  EXPECT_THAT(complaint("\"lasts\"", "\"duration\""), names("0].duration", "outcomes"));
}

TEST(OutcomesFile, AFileThatIsNotThereOrBrokenIsAnAssetError) {
  const ClinicalCopy copy;
  EXPECT_THROW(read_outcomes(copy.file("nothing.json")), AssetError);
  copy.replace("outcomes.json", "{", "[");
  EXPECT_THROW(read_outcomes(copy.file("outcomes.json")), AssetError);
}

}  // namespace
}  // namespace app
