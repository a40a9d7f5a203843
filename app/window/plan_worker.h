#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/body/outcome.h"
#include "app/files/paths.h"
#include "app/window/view/view_data.h"

namespace app {

/// The plan of a region, or the second one beside it.
enum class PlanSlot { shown, beside };

struct PlanWish {
  simulation::Plan plan;
  PlanSlot slot = PlanSlot::shown;
  double until_week = 0.0;  // at least; the longer of two plans side by side sets it for both
  bool operator==(const PlanWish&) const = default;
  bool replaces(const PlanWish& other) const {
    return plan.region == other.plan.region && slot == other.slot;
  }
};

/// What is worked out of one plan. Of a person who was not shown before, a preview comes first; then the
/// outcome, so that the model can be scrubbed; then the same again with the curves.
struct PlanResult {
  PlanWish wish;
  std::shared_ptr<const Outcome> outcome;  // null: failed
  std::vector<Curve> curves;
  bool complete = false;
  std::string problem;  // why it failed
};

/// Works plans out on its own thread; the caller goes on with the old result meanwhile.
class PlanWorker {
 public:
  /// on_news is called from the worker's thread after each result or step. Errors in loading come as
  /// problems.
  PlanWorker(const Paths& paths, std::function<void()> on_news);
  ~PlanWorker();
  PlanWorker(const PlanWorker&) = delete;
  PlanWorker& operator=(const PlanWorker&) = delete;

  /// Works this plan out next; an older wish of the same region and slot that was not begun is forgotten.
  void ask(const PlanWish& wish);

  /// The oldest result not taken yet.
  std::optional<PlanResult> take();

  /// Share of the plan in work that is done, 0 to 1.
  double progress() const { return progress_; }

 private:
  void work();
  void make_result(class Workbench& workbench, const PlanWish& wish);
  /// True when the work should stop: the window closes, or the user wants another plan in its place.
  bool outdated(const PlanWish& wish);
  void deliver(PlanResult result);

  Paths paths_;
  std::function<void()> on_news_;
  std::mutex mutex_;
  std::condition_variable wished_;
  std::deque<PlanWish> wishes_;
  std::deque<PlanResult> results_;
  bool stop_ = false;
  std::map<simulation::Region, simulation::Person> shown_;  // on screen; used by the worker alone
  std::atomic<double> progress_{0.0};
  std::thread thread_;
};

}  // namespace app
