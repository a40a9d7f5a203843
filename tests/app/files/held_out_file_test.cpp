#include "app/files/held_out_file.h"

#include <gmock/gmock.h>

#include "app/base/error.h"
#include "tests/app/files/clinical_scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

constexpr const char* kHead = "id,p10,p50,p90,score,before_p10,before_p50,before_p90,before_score\n";

/// Made up for this test, on rows that are published.
std::string lines() {
  return std::string(kHead) +
         "C02,-0.9,-0.5,-0.1,2.5,-0.4,-0.2,0,6\n"
         "G73,60,70,76.8,1.5,80,85,90,4\n"
         "C03,-1,-0.5,-0.2,3.5,-0.9,-0.5,-0.1,2\n";
}

std::filesystem::path written(const ClinicalCopy& copy, const std::string& text) {
  std::ofstream(copy.file("held_out.csv"), std::ios::binary) << text;
  return copy.file("held_out.csv");
}

std::string complaint(const std::string& from, const std::string& to) {
  const ClinicalCopy copy;
  written(copy, lines());
  copy.replace("held_out.csv", from, to);
  try {
    read_held_out(copy.file("held_out.csv"));
  } catch (const AssetError& error) {
    return error.what();
  }
  return {};
}

TEST(HeldOutFile, JoinsPublishedRowsAndNamesStudies) {
  const ClinicalCopy copy;
  const auto studies = read_held_out(written(copy, lines()));
  ASSERT_EQ(studies.size(), 2u);
  EXPECT_EQ(studies[0].name.by, "");  // authors and year were not seen
  EXPECT_THAT(studies[0].name.title, HasSubstr("Low against high dose in the calf"));
  ASSERT_EQ(studies[0].rows.size(), 2u);
  EXPECT_EQ(studies[0].rows[1].row.id, "C03");
  EXPECT_EQ(studies[0].rows[1].row.value, -0.44);
  EXPECT_EQ(studies[0].rows[1].now.p10, -1.0);
  EXPECT_EQ(studies[0].rows[1].before.score, 2.0);
  EXPECT_EQ(studies[1].name.by, "Carruthers 2003");
}

TEST(HeldOutFile, CountsWhatLiesInside) {
  const ClinicalCopy copy;
  const auto studies = read_held_out(written(copy, lines()));
  // 77 % of 202 people: half a step above 76.8 is inside still.
  EXPECT_TRUE(is_inside(studies[1].rows[0].row, studies[1].rows[0].now));
  const HeldOutSum sum = sum_of(studies);
  EXPECT_EQ(sum.rows, 3);
  EXPECT_EQ(sum.inside, 3);
  EXPECT_EQ(sum.inside_before, 1);
  EXPECT_DOUBLE_EQ(sum.mean_score, 2.5);
  EXPECT_DOUBLE_EQ(sum.mean_score_before, 4.0);
}

TEST(HeldOutFile, NamesLineAndColumnOfWhatIsWrong) {
  EXPECT_THAT(complaint("C03,", "X99,"), HasSubstr("held_out.csv: line 4: id: `X99` is not a row"));
  EXPECT_THAT(complaint("C03,", "C02,"), HasSubstr("line 4: id: `C02` is there twice"));
  EXPECT_THAT(complaint("60,70,76.8", "60,77,76.8"), HasSubstr("line 3: p90: is below p50"));
  EXPECT_THAT(complaint("80,85,90", "86,85,90"), HasSubstr("line 3: before_p50: is below p10"));
  EXPECT_THAT(complaint("1.5,80", "-1.5,80"), HasSubstr("line 3: score: is below 0"));
  EXPECT_THAT(complaint("76.8", "many"), HasSubstr("line 3: p90: `many` is not a number"));
  EXPECT_THAT(complaint("before_p50", "old_p50"), HasSubstr("line 1: before_p50: is called `old_p50`"));
  EXPECT_THAT(complaint(",6\n", "\n"), HasSubstr("line 2: has 8 columns, expected 9"));
}

TEST(HeldOutFile, AMissingOrEmptyFileIsAnAssetError) {
  const ClinicalCopy copy;
  EXPECT_THROW(read_held_out(copy.file("held_out.csv")), AssetError);
  EXPECT_THROW(read_held_out(written(copy, kHead)), AssetError);
}

}  // namespace
}  // namespace app
