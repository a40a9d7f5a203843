#include "app/files/clinical_file.h"

#include <gmock/gmock.h>

#include <fstream>

#include "app/base/error.h"
#include "tests/app/files/clinical_scratch.h"

namespace app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// What is said about response.json after one replacement.
std::string complaint(const std::string& from, const std::string& to) {
  const ClinicalCopy copy;
  copy.replace("response.json", from, to);
  try {
    read_response_model(copy.file("response.json"));
  } catch (const AssetError& error) {
    return error.what();
  }
  return {};
}

const std::string kHalfLife = "\"chain.half_life\": { \"value\": 26.5, \"unit\": \"day\"";

TEST(ClinicalFile, ReadsTheStoredFigures) {
  const ClinicalCopy copy;
  const auto model = read_response_model(copy.file("response.json"));
  EXPECT_EQ(model.value("chain.half_life"), 26.5);
  EXPECT_FALSE(model.at("spread.face").sources.empty());
  EXPECT_TRUE(model.at("spread.face").assumed);
}

TEST(ClinicalFile, DrawsBesideTheFiguresArePartOfTheModelAndOfItsHash) {
  const ClinicalCopy copy;
  std::filesystem::remove(copy.file("draws.json"));
  const std::string without = response_model_hash(copy.file("response.json"));
  EXPECT_TRUE(read_response_model(copy.file("response.json")).draws().rows.empty());
  const auto write = [&](const std::string& text) { std::ofstream(copy.file("draws.json")) << text; };
  write(
      R"({"foreshow_draws": 1, "seed": 1, "r_hat": 1.0, "keys": ["chain.half_life"], "rows": [[25], [30]]})");
  const auto model = read_response_model(copy.file("response.json"));
  EXPECT_EQ(model.draws().rows.size(), 2u);
  EXPECT_EQ(model.draws().column("chain.half_life"), 0u);
  EXPECT_NE(response_model_hash(copy.file("response.json")), without);
  for (const char* rows : {"[[25, 1]]", "[[1000]]"}) {
    write(R"({"foreshow_draws": 1, "keys": ["chain.half_life"], "rows": )" + std::string(rows) + "}");
    EXPECT_THROW(read_response_model(copy.file("response.json")), AssetError) << rows;
  }
  write(R"({"foreshow_draws": 1, "keys": ["chain.half_lif"], "rows": []})");
  EXPECT_THROW(read_response_model(copy.file("response.json")), AssetError);
}

TEST(ClinicalFile, NamesFileAndKeyOfWhatIsWrong) {
  const auto names = [](const std::string& text) {
    return AllOf(HasSubstr("response.json: parameters.chain.half_life"), HasSubstr(text));
  };
  EXPECT_THAT(complaint(kHalfLife, "\"chain.half_life\": { \"value\": 26.5, \"unit\": \"fortnight\""),
              names("is `fortnight`, expected `day`"));
  EXPECT_THAT(complaint(kHalfLife, "\"chain.half_life\": { \"value\": \"long\", \"unit\": \"day\""),
              names("expected"));
  EXPECT_THAT(complaint(kHalfLife, "\"chain.half_life\": { \"unit\": \"day\""), names("value"));
  EXPECT_THAT(complaint("\"chain.half_life\"", "\"chain.half_live\""), HasSubstr("chain.half_li"));
  EXPECT_THAT(complaint("\"range\": [8, 120]", "\"range\": [120, 8]"), names("upside down"));
  EXPECT_THAT(complaint("\"range\": [8, 120]", "\"range\": [8]"), names("expected two"));
  EXPECT_THAT(complaint("\"range\": [8, 120]", "\"reach\": [8, 120]"), names("reach"));
  EXPECT_THAT(complaint("[\"allergan_ph2\", \"carruthers2023\"]", "[]"), names("sources"));
  EXPECT_THAT(complaint("[\"allergan_ph2\", \"carruthers2023\"]", "[\"hearsay\"]"),
              names("`hearsay` is not in sources.bib"));
}

TEST(ClinicalFile, AFileThatIsNotThereOrBrokenIsAnAssetError) {
  const ClinicalCopy copy;
  EXPECT_THROW(read_response_model(copy.file("nothing.json")), AssetError);
  copy.replace("response.json", "{", "[");
  EXPECT_THROW(read_response_model(copy.file("response.json")), AssetError);
  const ClinicalCopy other;
  std::filesystem::remove(other.file("../sources.bib"));
  EXPECT_THROW(read_response_model(other.file("response.json")), AssetError);
}

}  // namespace
}  // namespace app
