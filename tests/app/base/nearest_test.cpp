#include "app/base/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace app {
namespace {

TEST(EditDistance, KnownValues) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("flaw", "lawn"), 2u);
}

TEST(Nearest, FindsTheMeantWordOrNone) {
  constexpr std::array<std::string_view, 3> known = {"sessions", "region", "person"};
  EXPECT_EQ(nearest("session", known), "sessions");
  EXPECT_EQ(nearest("regoin", known), "region");
  EXPECT_EQ(nearest("colour_of_hair", known), "");
  EXPECT_EQ(nearest(std::string(100'000, 'x'), known), "");
}

TEST(ListOf, ReadsAsASentence) {
  constexpr std::array<std::string_view, 3> words = {"a", "b", "c"};
  EXPECT_EQ(list_of(words), "a, b or c");
  EXPECT_EQ(list_of(std::span(words).first(1)), "a");
}

}  // namespace
}  // namespace app
