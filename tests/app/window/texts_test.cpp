#include "app/files/texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/base/error.h"
#include "app/body/quantity_words.h"
#include "render/camera/camera.h"
#include "simulation/anatomy/atlas.h"

namespace {

using app::Texts;
namespace fs = std::filesystem;

Texts texts() {
  return app::read_texts(fs::path(FORESHOW_ASSETS_SOURCE) / "texts/en.json");
}

/// What a check of a plan says: to the clinician, in the words of labels and trials.
bool is_finding(const std::string& key) {
  return key.starts_with("finding.");
}

/// Every text key that the program's sources name: quoted words with a dot, of one of the texts' families,
/// and the first arguments of say() and fill(); below the window, what is asked of a Texts.
std::set<std::string> keys_in_sources() {
  std::set<std::string> keys;
  const std::regex asked(R"re(texts_?\.(?:at|fill)\(\s*"([a-z_0-9]+(?:\.[a-z_0-9]+)*)")re");
  const std::regex said(R"re((?:say|fill|caption|at)\((?:ui, )?"([a-z_0-9]+(?:\.[a-z_0-9]+)*)")re");
  const std::regex listed(R"re("((?:keys|timeline|claim|outcome|stage|kiosk)\.[a-z_0-9.]*[a-z_0-9])")re");
  const Texts all = texts();
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(FORESHOW_SOURCE) / "app")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    std::stringstream content;
    content << file.rdbuf();
    const std::string source = content.str();
    const auto take = [&](const std::regex& pattern, auto&& wanted) {
      for (auto it = std::sregex_iterator(source.begin(), source.end(), pattern);
           it != std::sregex_iterator(); ++it)
        if (wanted((*it)[1].str())) keys.insert((*it)[1]);
    };
    const auto any = [](const std::string&) { return true; };
    take(asked, any);
    if (entry.path().string().find("app/window") == std::string::npos) continue;
    take(said, any);
    take(listed, [&](const std::string& key) { return all.has(key); });
  }
  return keys;
}

TEST(Texts, EveryKeyInTheSourcesExists) {
  const Texts all = texts();
  const auto keys = keys_in_sources();
  EXPECT_GE(keys.size(), 80u);
  for (const std::string& key : keys) {
    // Families whose last part is put together at run time end in a dot and are covered below.
    EXPECT_TRUE(all.has(key)) << key;
  }
}

TEST(Texts, FindingsOfTheCheckAreThoseInTheSources) {
  const std::regex named(R"re("(finding\.[a-z_]+)")re");
  std::set<std::string> in_sources, in_texts;
  for (const auto& entry : fs::directory_iterator(fs::path(FORESHOW_SOURCE) / "app/check")) {
    std::ifstream file(entry.path());
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    for (auto it = std::sregex_iterator(source.begin(), source.end(), named); it != std::sregex_iterator();
         ++it)
      in_sources.insert((*it)[1]);
  }
  const Texts all = texts();
  for (const auto& [key, words] : all.all())
    if (is_finding(key)) in_texts.insert(key);
  EXPECT_GE(in_texts.size(), 25u);
  EXPECT_EQ(in_sources, in_texts);
}

TEST(Texts, FamiliesAreComplete) {
  const Texts all = texts();
  const std::pair<std::string, std::vector<std::string>> families[] = {
      {"region.", {"calf", "face"}},
      {"compare.", {"now", "side", "wipe", "ghost", "beside"}},
      {"layer.", {"skin", "muscle", "xray", "heat", "fat"}},
      {"state.",
       {"none", "bumps", "bruise", "lid-droop", "brow-droop", "uneven-smile", "weak-push-off", "bumps.what",
        "bruise.gone", "bruise.what", "lid-droop.what", "brow-droop.what", "uneven-smile.what",
        "weak-push-off.what"}},
      {"theme.", {"light", "dark", "contrast"}},
      {"sex.", {"female", "male"}},
      {"activity.", {"low", "moderate", "high"}},
      {"grade.", {"0", "1", "2", "3"}},
      {"responder.", {"low", "typical", "high"}},
      {"responder_long.", {"low", "typical", "high"}},
      {"loop.", {"once", "loop", "ping_pong"}},
      {"expression.", {"neutral", "frown", "raise", "squint", "smile"}},
      {"place.", {"left", "right", "both_legs", "both_sides", "glabella", "forehead", "crows_feet"}},
      {"range.untreated.", {"tape", "rater"}},
      {"range.with.", {"tape", "rater"}},
      {"spread.", {"people", "tape", "rater", "unknown"}},
      {"spread.people", {".short", ".text"}},
      {"spread.tape", {".short", ".text"}},
      {"spread.rater", {".short", ".text"}},
      {"spread.unknown", {".short", ".text"}},
      {"product.",
       {"onabotulinumtoxinA", "abobotulinumtoxinA", "incobotulinumtoxinA", "prabotulinumtoxinA",
        "daxibotulinumtoxinA"}},
      {"filler.site.", {"glabella", "nasolabial_fold", "cheek", "lips", "tear_trough"}},
      {"treatment.", {"both", "toxin", "filler"}},
      {"caption.", {"now.low", "now.typical", "now.high", "plan_a", "plan_b"}},
      {"mouse.",
       {"turn", "move", "zoom", "tape", "focus", "area", "tape.how", "focus.how", "area.how", "turn.how",
        "move.how", "zoom.how"}}};
  for (const auto& [family, names] : families)
    for (const std::string& name : names) EXPECT_TRUE(all.has(family + name)) << family + name;
  for (const render::StandardView view : render::kStandardViews)
    EXPECT_TRUE(all.has("view." + std::string(render::view_name(view)))) << render::view_name(view);
  for (const simulation::AtlasRow& row : simulation::atlas()) {
    const std::string key(row.key);
    if (row.muscle && row.planned) {
      EXPECT_TRUE(all.has("muscle." + key)) << key;
    }
    if (!row.structure) continue;
    for (const char* part : {".name", ".text"})
      EXPECT_TRUE(all.has("structure." + key + part)) << key << part;
  }
  EXPECT_TRUE(all.has("muscle.gastrocnemius"));  // of both heads
  for (const char* region : {"calf", "face"})
    for (const char* phase : {"before", "day0", "weeks1_2", "weeks2_4", "peak", "waning", "late"})
      EXPECT_TRUE(all.has(std::string("aftercare.") + region + "." + phase)) << phase;
}

TEST(Texts, EveryQuantityOfTheTableHasANameAndACard) {
  const Texts all = texts();
  std::set<std::string> named;
  for (const auto region : {simulation::Region::calf, simulation::Region::face})
    for (const simulation::Quantity& quantity : simulation::quantities(region)) {
      ASSERT_TRUE(all.has(quantity.words)) << quantity.key;
      const std::string name = app::quantity_name(all, key_of(quantity, {}));
      EXPECT_EQ(name.find('{'), std::string::npos) << name;
      EXPECT_TRUE(named.insert(name).second) << name;  // told apart in one list
      for (const char* part : {".title", ".text", ".source1", ".limits"})
        EXPECT_TRUE(all.has("card." + std::string(quantity.card) + part)) << quantity.key;
      if (quantity.per != simulation::Per::muscle) continue;
      EXPECT_EQ(app::quantity_name(all, key_of(quantity, {.muscle = simulation::Muscle::procerus})).find('{'),
                std::string::npos);
    }
}

TEST(Texts, EveryCardHasATextASourceAndItsLimits) {
  const Texts all = texts();
  for (const std::string card : {"girth", "volume", "block", "lines_effort", "lines_rest", "brow", "units",
                                 "responder", "tape", "timing_calf", "timing_face", "filler", "years"})
    for (const char* part : {".title", ".text", ".source1", ".limits"})
      EXPECT_TRUE(all.has("card." + card + part)) << card << part;
}

TEST(Texts, AMissingKeyIsAnAssetErrorThatNamesIt) {
  try {
    texts().at("no.such.key");
    FAIL();
  } catch (const app::AssetError& error) {
    EXPECT_NE(std::string(error.what()).find("no.such.key"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("en.json"), std::string::npos);
  }
}

TEST(Texts, FillReplacesNamesAndLeavesTheRest) {
  const Texts own("own", {{"a", "{x} and {y}, {x}"}});
  EXPECT_EQ(own.fill("a", {{"x", "1"}, {"y", "2"}}), "1 and 2, 1");
}

int syllables_of(const std::string& word) {
  static const std::string kVowels = "aeiouy";
  int count = 0;
  bool in_vowel = false;
  for (const char c : word) {
    const bool vowel = kVowels.find(c) != std::string::npos;
    if (vowel && !in_vowel) ++count;
    in_vowel = vowel;
  }
  if (word.size() > 2 && word.back() == 'e' && kVowels.find(word[word.size() - 2]) == std::string::npos &&
      word[word.size() - 2] != 'l')
    --count;
  return std::max(count, 1);
}

struct Reading {
  int words = 0, sentences = 0, syllables = 0;
  double grade() const {
    return 0.39 * words / std::max(1, sentences) + 11.8 * syllables / std::max(1, words) - 15.59;
  }
};

Reading read(const std::string& text) {
  Reading reading;
  std::string word;
  for (const char c : text + ".") {
    if (std::isalpha(static_cast<unsigned char>(c)) || c == '\'') {
      word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
      continue;
    }
    if (!word.empty()) {
      ++reading.words;
      reading.syllables += syllables_of(word);
      word.clear();
    }
    if ((c == '.' || c == '?' || c == ':') && reading.words > 0) ++reading.sentences;
  }
  return reading;
}

bool is_citation(const std::string& key) {
  return key.find(".source") != std::string::npos;
}

TEST(Texts, ReadAtGradeEightOrLower) {
  Reading whole;
  const Texts all = texts();
  for (const auto& [key, words] : all.all()) {
    if (is_citation(key)) continue;  // studies are named as their authors named them
    if (is_finding(key)) continue;   // not for the treated person
    Reading one = read(words);
    one.sentences = std::max(1, one.sentences - (words.empty() || words.back() != '.' ? 0 : 1));
    if (one.words < 12) continue;
    EXPECT_LE(one.grade(), 8.0) << key << ": " << words;
    whole.words += one.words;
    whole.sentences += one.sentences;
    whole.syllables += one.syllables;
  }
  ASSERT_GT(whole.words, 500);
  EXPECT_LE(whole.grade(), 6.5);
}

TEST(Texts, TheGradeItselfIsMeasuredRight) {
  EXPECT_LT(read("The cat sat on the mat. It was a big red cat.").grade(), 2.0);
  EXPECT_GT(read("Neuromuscular denervation precipitates progressive gastrocnemius atrophy in susceptible "
                 "individuals")
                .grade(),
            12.0);
}

TEST(Texts, NeverUrgePromiseOrSell) {
  const Texts all = texts();
  for (const auto& [key, words] : all.all()) {
    std::string low = words;
    std::transform(low.begin(), low.end(), low.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const char* word : {"discount", "offer ends", "hurry", "only today", "guarantee", "perfect",
                             "book now", "prize", "best price", "flawless", "younger"})
      EXPECT_EQ(low.find(word), std::string::npos) << key << ": " << words;
  }
}

TEST(Texts, ThePermanentLabelIsAsPinned) {
  EXPECT_EQ(Texts(texts()).at("simulation_label"), "Simulation - a model, not a patient. Results vary.");
}

}  // namespace
