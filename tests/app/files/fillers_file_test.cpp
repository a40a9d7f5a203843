#include "app/files/fillers_file.h"

#include <gmock/gmock.h>

#include "app/base/error.h"
#include "tests/app/files/clinical_scratch.h"

namespace app {
namespace {

using simulation::FillerSite;
using testing::AllOf;
using testing::HasSubstr;

/// What is said about fillers.json after one replacement.
std::string complaint(const std::string& from, const std::string& to) {
  const ClinicalCopy copy;
  copy.replace("fillers.json", from, to);
  try {
    read_filler_model(copy.file("fillers.json"));
  } catch (const AssetError& error) {
    return error.what();
  }
  return {};
}

TEST(FillersFile, TheStoredFileIsRead) {
  const auto model = read_filler_model(ClinicalCopy().file("fillers.json"));
  // Cheeks last longest, lips and the thin places less.
  EXPECT_GT(model.at(FillerSite::cheek).weeks_to_half.typical,
            model.at(FillerSite::nasolabial_fold).weeks_to_half.typical);
  EXPECT_GT(model.at(FillerSite::nasolabial_fold).weeks_to_half.typical,
            model.at(FillerSite::lips).weeks_to_half.typical);
  for (const auto& site : model.sites) EXPECT_FALSE(site.weeks_to_half.why.empty());
}

TEST(FillersFile, NamesWhatIsWrong) {
  EXPECT_THAT(complaint("\"low\": 39, \"typical\": 52", "\"low\": 59, \"typical\": 52"),
              AllOf(HasSubstr("fillers.json: sites.lips.weeks_to_half"), HasSubstr("59, 52")));
  EXPECT_THAT(complaint("volbella2012", "nobody1900"), HasSubstr("`nobody1900` is not in sources.bib"));
  EXPECT_THAT(complaint("\"tear_trough\"", "\"tear_through\""), HasSubstr("tear_trough"));
  EXPECT_THAT(complaint("\"unit\": \"week\"", "\"unit\": \"day\""), HasSubstr("is `day`, expected `week`"));
  EXPECT_THAT(complaint("\"sources\": [\"assumption\"], \"assumed\": true",
                        "\"sources\": [\"assumption\"], \"assumed\": false"),
              HasSubstr("expected true for a figure without a published source"));
  EXPECT_THAT(complaint("\"foreshow_fillers\": 1", "\"foreshow_fillers\": 2"), HasSubstr("is not 1"));
}

}  // namespace
}  // namespace app
