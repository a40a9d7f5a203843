#include "app/base/lazy.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace app {
namespace {

TEST(Lazy, IsMadeOnceHoweverManyAsk) {
  const Lazy<int> value;
  std::atomic<int> made{0};
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back([&] { sum += value.get([&] { return ++made; }); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
  EXPECT_EQ(sum, 8);
}

TEST(Lazy, IsMadeAgainAfterItWasForgottenOrCouldNotBeMade) {
  Lazy<int> value;
  EXPECT_THROW(value.get([]() -> int { throw std::runtime_error("no"); }), std::runtime_error);
  EXPECT_EQ(value.get([] { return 1; }), 1);
  EXPECT_EQ(value.get([] { return 2; }), 1);
  value.forget();
  EXPECT_EQ(value.get([] { return 2; }), 2);
}

}  // namespace
}  // namespace app
