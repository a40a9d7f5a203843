#include "app/commands/name_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

NameTemplate::Values values() {
  NameTemplate::Values v;
  v.region = "calf";
  v.view = "quarter-left";
  v.responder = "typical";
  v.week = 8.0;
  v.number = 3;
  return v;
}

std::string fault(const std::string& text) {
  return message_of<InputError>([&] { NameTemplate name(text); });
}

TEST(NameTemplate, DefaultIsThePinnedName) {
  EXPECT_EQ(NameTemplate(kDefaultName).expand(values()), "calf_quarter-left_w08_typical.png");
}

TEST(NameTemplate, PadsWholePartsOnly) {
  auto v = values();
  v.week = 4.5;
  EXPECT_EQ(NameTemplate("{week:02}-{n:04}.png").expand(v), "04.5-0003.png");
  EXPECT_EQ(NameTemplate("{week}").expand(v), "4.5.png");
}

TEST(NameTemplate, FaultsAreNamed) {
  EXPECT_THAT(fault("{colour}"), HasSubstr("unknown field {colour}, expected region"));
  EXPECT_THAT(fault("{week"), HasSubstr("without its }"));
  EXPECT_THAT(fault("{week:2}"), HasSubstr("is not a format"));
  EXPECT_THAT(fault("{view:02}"), HasSubstr("is not a format"));
  EXPECT_THAT(fault("a/b"), HasSubstr("plain file name"));
  EXPECT_THAT(fault(".."), HasSubstr("plain file name"));
  EXPECT_THAT(fault(""), HasSubstr("empty"));
}

}  // namespace
}  // namespace app
