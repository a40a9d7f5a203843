#include "app/window/plan_worker.h"

#include <gtest/gtest.h>

#include "app/files/plan_file.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

/// Takes results as the window does, one at a time.
class Worked {
 public:
  explicit Worked(const Paths& paths)
      : worker_(paths, [this] {
          const std::lock_guard lock(mutex_);
          ++told_;
          news_.notify_all();
        }) {}

  PlanWorker& worker() { return worker_; }
  int told() {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  PlanResult next() {
    std::unique_lock lock(mutex_);
    while (true) {
      if (auto result = worker_.take()) return std::move(*result);
      news_.wait(lock);
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable news_;
  int told_ = 0;
  PlanWorker worker_;
};

TEST(PlanWorker, ShowsTheFirstShapeOfEveryNewPersonBeforeTheExactOne) {
  const Scratch scratch;
  Worked worked({FORESHOW_SHARE, FORESHOW_BAKED, scratch.folder()});
  simulation::Plan plan = read_plan(std::string(FORESHOW_SOURCE) + "/assets/plans/calf-standard.json");
  for (const double girth_cm : {36.0, 37.0}) {
    plan.person.calf.max_girth_cm = {girth_cm, girth_cm};
    const int before = worked.told();
    worked.worker().ask({plan});
    const PlanResult first = worked.next();
    ASSERT_TRUE(first.outcome) << first.problem;
    EXPECT_FALSE(first.outcome->body().solved());
    EXPECT_FALSE(first.complete);
    EXPECT_EQ(first.outcome->plan().person, plan.person);
    const PlanResult exact = worked.next();
    EXPECT_TRUE(exact.outcome->body().solved());
    PlanResult last = worked.next();
    EXPECT_TRUE(last.complete);
    EXPECT_FALSE(last.curves.empty());
    // Each time it tells, the window is drawn on the cores that the work needs.
    EXPECT_LT(worked.told() - before, 40);
  }
  // A change of the doses alone has the body already.
  plan.sessions.front().injections.front().units += 5.0;
  worked.worker().ask({plan});
  EXPECT_TRUE(worked.next().outcome->body().solved());
}

}  // namespace
}  // namespace app
