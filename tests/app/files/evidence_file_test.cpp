#include "app/files/evidence_file.h"

#include <gmock/gmock.h>

#include <set>

#include "app/base/error.h"
#include "app/base/names.h"
#include "app/files/plan_file.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/prediction/quantities.h"
#include "tests/app/files/clinical_scratch.h"
#include "tests/simulation/clinical.h"

namespace app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::vector<Evidence> stored() {
  return read_evidence(std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/clinical/evidence.json");
}

std::vector<simulation::PredictionRow> predicted(const std::filesystem::path& plan) {
  simulation::PredictionOptions options;
  options.people = 20;
  options.step_weeks = 13.0;
  return simulation::predict(read_plan(plan), clinical::model(), clinical::region(), options);
}

/// What is said about evidence.json after one replacement.
std::string complaint(const std::string& from, const std::string& to) {
  const ClinicalCopy copy;
  copy.replace("evidence.json", from, to);
  try {
    read_evidence(copy.file("evidence.json"));
  } catch (const AssetError& error) {
    return error.what();
  }
  return {};
}

TEST(EvidenceFile, EveryPrintedQuantityOfEveryPlanHasAnEntry) {
  const std::vector<Evidence> registry = stored();
  std::set<std::string> used;
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets/plans")) {
    for (const simulation::PredictionRow& row : predicted(file.path())) {
      const Evidence* evidence = evidence_of(registry, row.quantity);
      ASSERT_NE(evidence, nullptr) << file.path() << ": " << row.quantity;
      used.insert(evidence->quantity);
    }
  }
  // Nothing is registered that is never printed.
  for (const Evidence& entry : registry) EXPECT_TRUE(used.contains(entry.quantity)) << entry.quantity;
}

TEST(EvidenceFile, EveryRowOfTheTableHasAnEntryThatCitesOrSaysThatItIsAssumed) {
  const std::vector<Evidence> registry = stored();
  std::size_t rows = 0;
  for (const simulation::Region region : {simulation::Region::calf, simulation::Region::face})
    for (const simulation::Quantity& quantity : simulation::quantities(region)) {
      const Evidence* evidence = evidence_of(registry, key_of(quantity, {}));
      ASSERT_NE(evidence, nullptr) << quantity.key;
      EXPECT_TRUE(!evidence->rows.empty() || evidence->assumption) << quantity.key;
      ++rows;
    }
  EXPECT_EQ(rows, registry.size());
}

TEST(EvidenceFile, EveryMuscleThatCanBeATargetIsCovered) {
  const std::vector<Evidence> registry = stored();
  for (const auto& [muscle, name] : muscle_names()) {
    if (simulation::region_of(muscle) != simulation::Region::face) continue;
    EXPECT_NE(evidence_of(registry, "face." + std::string(name) + ".left.block"), nullptr) << name;
  }
}

TEST(EvidenceFile, UnknownQuantitiesHaveNone) {
  const std::vector<Evidence> registry = stored();
  for (const char* quantity :
       {"", "calf", "calf.left", "calf.middle.max_girth", "calf.left.max_girth.more",
        "face.tongue.left.block", "face.chin.grade_rest", "calf.SIDE.max_girth", "calf.left.max_girth_chang"})
    EXPECT_EQ(evidence_of(registry, quantity), nullptr) << quantity;
}

TEST(EvidenceFile, NamesFileAndKeyOfWhatIsWrong) {
  const auto names = [](const std::string& key, const std::string& text) {
    return AllOf(HasSubstr("evidence.json: quantities[0]." + key), HasSubstr(text));
  };
  EXPECT_THAT(complaint("[\"calf_rct\", \"jamaiyah2008\"]", "[\"calf_rct\", \"hearsay\"]"),
              names("sources[1]", "`hearsay` is not in sources.bib"));
  EXPECT_THAT(complaint("[\"calf_rct\", \"jamaiyah2008\"]", "[]"), names("sources", "is empty"));
  EXPECT_THAT(complaint("[\"calf_rct\", \"jamaiyah2008\"]", "[\"jamaiyah2008\"]"),
              names("rows[0]", "`C02` is of `calf_rct`"));
  EXPECT_THAT(complaint("\"C02\"", "\"Z99\""), names("rows[0]", "`Z99` is not in published.csv"));
  EXPECT_THAT(complaint("[\"C02\", \"C03\"]", "[]"), names("rows", "an `assumption`"));
  EXPECT_THAT(complaint("\"sources\"", "\"unit\": \"cm\", \"sources\""), names("unit", "unknown key"));
  EXPECT_THAT(complaint("calf.SIDE", "calf.LEG"), names("quantity", "`calf.LEG.max_girth` is not predicted"));
  EXPECT_THAT(
      complaint("\"measured\": \"Largest calf girth read by tape before and 8 weeks after 60 or 100 U "
                "in each calf; the repeat error of a tape was measured apart.\"",
                "\"measured\": \"\""),
      names("measured", "is empty"));
  EXPECT_THAT(complaint("max_girth_change", "max_girth"),
              AllOf(HasSubstr("evidence.json: quantities[1].quantity"), HasSubstr("is there twice")));
  EXPECT_THAT(complaint("\"foreshow_evidence\": 1", "\"foreshow_evidence\": 2"), HasSubstr("is not 1"));
}

TEST(EvidenceFile, AFileThatIsNotThereOrBrokenIsAnAssetError) {
  const ClinicalCopy copy;
  EXPECT_THROW(read_evidence(copy.file("nothing.json")), AssetError);
  copy.replace("evidence.json", "{", "[");
  EXPECT_THROW(read_evidence(copy.file("evidence.json")), AssetError);
  const ClinicalCopy other;
  std::filesystem::remove(other.file("published.csv"));
  EXPECT_THROW(read_evidence(other.file("evidence.json")), AssetError);
}

}  // namespace
}  // namespace app
