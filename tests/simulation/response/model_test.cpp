#include "simulation/response/model.h"

#include <gmock/gmock.h>

#include "simulation/error.h"
#include "tests/simulation/clinical.h"

namespace simulation {
namespace {

template <typename Change>
std::string complaint(Change change) {
  auto parameters = clinical::model().parameters();
  change(parameters);
  try {
    ResponseModel checked(parameters);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

using Parameters = std::map<std::string, Parameter>;
using testing::StartsWith;

TEST(Model, TheStoredFiguresAreComplete) {
  EXPECT_EQ(complaint([](Parameters&) {}), "");
  EXPECT_EQ(clinical::model().parameters().size(), parameter_definitions().size());
}

TEST(Model, EveryFigureHasASourceAndAReason) {
  for (const auto& [key, parameter] : clinical::model().parameters()) {
    EXPECT_FALSE(parameter.sources.empty()) << key;
    EXPECT_FALSE(parameter.why.empty()) << key;
    const bool only_assumed = parameter.sources == std::vector<std::string>{"assumption"};
    if (only_assumed) {
      EXPECT_TRUE(parameter.assumed) << key;
    }
  }
}

TEST(Model, NamesTheKeyThatIsWrong) {
  EXPECT_THAT(complaint([](Parameters& p) { p.erase("chain.half_life"); }),
              StartsWith("parameters.chain.half_life: is missing, expected a value in day"));
  EXPECT_THAT(complaint([](Parameters& p) { p["chain.half_lif"] = p["chain.half_life"]; }),
              StartsWith("parameters.chain.half_lif: is not known, nearest known is chain.half_life"));
  EXPECT_THAT(complaint([](Parameters& p) { p["chain.half_life"].unit = "week"; }),
              StartsWith("parameters.chain.half_life.unit: is `week`, expected `day`"));
  EXPECT_THAT(
      complaint([](Parameters& p) { std::swap(p["chain.half_life"].low, p["chain.half_life"].high); }),
      StartsWith("parameters.chain.half_life.range: is upside down"));
  EXPECT_THAT(complaint([](Parameters& p) { p["chain.half_life"].value = 1000.0; }),
              StartsWith("parameters.chain.half_life.range: leaves out the value"));
  EXPECT_THAT(complaint([](Parameters& p) { p["chain.half_life"].sources.clear(); }),
              StartsWith("parameters.chain.half_life.sources: is empty"));
  EXPECT_THAT(complaint([](Parameters& p) { p["spread.face"].value = 0.0; }),
              StartsWith("parameters.spread.face.value: is zero"));
  EXPECT_THAT(complaint([](Parameters& p) { p["chain.half_life"].person_cv = -0.1; }),
              StartsWith("parameters.chain.half_life.person_cv: is out of range"));
}

}  // namespace
}  // namespace simulation
