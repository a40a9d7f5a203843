#include "app/files/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "app/files/json_field.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

JsonFile parse(std::string_view text) {
  return parse_json(text, "plan.json", FileOwner::user);
}

std::string fault(std::string_view text) {
  return message_of<InputError>([&] { parse(text); });
}

TEST(Json, KeepsOrderAndReadsBack) {
  const std::string text = "{\n  \"b\": 1,\n  \"a\": [\n    0.1,\n    true,\n    null,\n    \"x\"\n  ]\n}\n";
  EXPECT_EQ(format_json(parse(text).root), text);
}

TEST(Json, BrokenTextNamesLineAndColumn) {
  EXPECT_THAT(fault("{\n  \"a\": ]\n}"), HasSubstr("plan.json: line 2, column 8: not valid JSON"));
  EXPECT_THAT(fault("{\"a\": 1"), HasSubstr("line 1"));
  EXPECT_THAT(fault("{\"a\": NaN}"), HasSubstr("not valid JSON"));
}

TEST(Json, KeyGivenTwiceIsNamedWithItsPath) {
  EXPECT_EQ(fault(R"({"a": {"list": [0, {"k": 1, "k": 2}]}})"),
            "plan.json: a.list[1].k: given twice, expected once");
}

TEST(Json, TooLargeAndTooDeepAreRefused) {
  EXPECT_THAT(fault("{\"a\": 1e999}"), HasSubstr("too large"));
  EXPECT_THAT(fault(std::string(100'000, '[')), HasSubstr("nested too deeply"));
}

TEST(Json, MessagesStayPrintable) {
  for (const char c : fault("\x01\xff")) EXPECT_TRUE(c >= ' ' && c <= '~');
}

TEST(Json, ByteOrderMarkIsSkipped) {
  EXPECT_NO_THROW(parse("\xEF\xBB\xBF{}"));
}

TEST(Field, NamesUnknownKeysAndTheNearestKnownOne) {
  const JsonFile file = parse(R"({"person": {"age_year": 3}})");
  const Field person = Field(file).at("person");
  EXPECT_EQ(message_of<InputError>([&] {
              person.allow_keys({"sex", "age_years"});
            }),
            "plan.json: person.age_year: unknown key, did you mean \"age_years\"?");
}

TEST(Field, NamesWrongTypes) {
  const JsonFile file = parse(R"({"a": "x", "b": 1.5, "c": [], "d": null})");
  const Field root(file);
  EXPECT_EQ(message_of<InputError>([&] { root.at("a").number(); }),
            "plan.json: a: is text, expected a number");
  EXPECT_EQ(message_of<InputError>([&] { root.at("b").integer(); }),
            "plan.json: b: is not a whole number, expected one");
  EXPECT_EQ(message_of<InputError>([&] { root.at("c").text(); }), "plan.json: c: is a list, expected text");
  EXPECT_EQ(message_of<InputError>([&] { root.at("d").items(); }), "plan.json: d: is null, expected a list");
  EXPECT_THAT(message_of<InputError>([&] { root.at("e"); }), HasSubstr("e: missing"));
}

TEST(Field, AssetsFailAsAssets) {
  const JsonFile file = parse_json("{}", "limits.json", FileOwner::product);
  EXPECT_THROW(Field(file).at("x"), AssetError);
}

}  // namespace
}  // namespace app
