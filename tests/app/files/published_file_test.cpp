#include "app/files/published_file.h"

#include <gmock/gmock.h>

#include <set>

#include "app/base/error.h"
#include "tests/app/files/clinical_scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

std::string complaint(const std::string& from, const std::string& to) {
  const ClinicalCopy copy;
  copy.replace("published.csv", from, to);
  try {
    read_published(copy.file("published.csv"));
  } catch (const AssetError& error) {
    return error.what();
  }
  return {};
}

TEST(PublishedFile, ReadsEveryRowOnce) {
  const ClinicalCopy copy;
  const auto rows = read_published(copy.file("published.csv"));
  std::set<std::string> ids;
  for (const PublishedRow& row : rows) ids.insert(row.id);
  EXPECT_EQ(ids.size(), rows.size());
  ASSERT_GE(rows.size(), 40u);
  EXPECT_EQ(rows[0].id, "C02");
  EXPECT_EQ(rows[0].value, -0.52);
  EXPECT_EQ(rows[0].sd, 0.74);
  EXPECT_EQ(rows[0].week, 8.0);
}

TEST(PublishedFile, NamesLineAndColumnOfWhatIsWrong) {
  EXPECT_THAT(complaint("-0.52", "half"), HasSubstr("published.csv: line 2: value: `half` is not a number"));
  EXPECT_THAT(complaint("C02,calf_rct", "C02,hearsay"),
              HasSubstr("line 2: source: `hearsay` is not in sources.bib"));
  EXPECT_THAT(complaint("C02,calf_rct,calf", "C02,calf_rct,thigh"), HasSubstr("line 2: area: `thigh`"));
  EXPECT_THAT(complaint("-0.52,", ""), HasSubstr("line 2: has 13 columns, expected 14"));
  EXPECT_THAT(complaint("id,source", "source,id"), HasSubstr("line 1: id: is called `source`"));
  EXPECT_THAT(complaint(",20,fit,", ",20,sometimes,"), HasSubstr("use: `sometimes` is not known"));
}

}  // namespace
}  // namespace app
