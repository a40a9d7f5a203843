#include "app/window/plan_worker.h"

#include <algorithm>

#include "app/base/error.h"
#include "app/body/workbench.h"
#include "app/window/view/curves.h"

namespace app {
namespace {

constexpr double kLongRunWeeks = 78.0;  // above, half weeks would be finer than a pixel
constexpr double kToldStep = 0.04;      // of progress: to tell it draws the window, which the work waits for
constexpr double kOutcomeShare = 0.9;   // of the time a new person takes; measured on the calf

/// Thrown through the solver when nobody waits for its result any more.
struct Outdated {};

}  // namespace

PlanWorker::PlanWorker(const Paths& paths, std::function<void()> on_news)
    : paths_(paths), on_news_(std::move(on_news)), thread_([this] { work(); }) {}

PlanWorker::~PlanWorker() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wished_.notify_all();
  thread_.join();
}

void PlanWorker::ask(const PlanWish& wish) {
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(wishes_, [&](const PlanWish& other) { return wish.replaces(other); });
    wishes_.push_back(wish);
  }
  wished_.notify_all();
}

std::optional<PlanResult> PlanWorker::take() {
  const std::lock_guard lock(mutex_);
  if (results_.empty()) return std::nullopt;
  PlanResult first = std::move(results_.front());
  results_.pop_front();
  return first;
}

void PlanWorker::deliver(PlanResult result) {
  {
    const std::lock_guard lock(mutex_);
    results_.push_back(std::move(result));
  }
  on_news_();
}

bool PlanWorker::outdated(const PlanWish& made) {
  const std::lock_guard lock(mutex_);
  return stop_ || std::any_of(wishes_.begin(), wishes_.end(),
                              [&](const PlanWish& wish) { return wish.replaces(made); });
}

void PlanWorker::make_result(Workbench& workbench, const PlanWish& wish) {
  const simulation::Plan& plan = wish.plan;
  PlanResult result;
  result.wish = wish;
  progress_ = 0.05;
  on_news_();
  const auto shown = shown_.find(plan.region);
  if (shown == shown_.end() || shown->second != plan.person) {
    result.outcome = workbench.preview(plan, wish.until_week);
    deliver(result);
    shown_[plan.region] = plan.person;
  }
  const auto progress = [&](double share) {
    if (outdated(wish)) throw Outdated();
    const double done = 0.05 + (kOutcomeShare - 0.05) * share;
    if (done < progress_ + kToldStep) return;
    progress_ = done;
    on_news_();
  };
  result.outcome = workbench.outcome(plan, progress, wish.until_week);
  progress_ = kOutcomeShare;
  deliver(result);
  result.outcome->work_out();
  simulation::PredictionOptions options;
  // Facial lines move within days; a calf does not.
  const bool fine = plan.region == simulation::Region::face && result.outcome->last_week() <= kLongRunWeeks;
  options.step_weeks = fine ? 0.5 : 1.0;
  result.curves = curves_of(result.outcome->predict(options));
  result.complete = true;
  progress_ = 1.0;
  deliver(std::move(result));
}

void PlanWorker::work() {
  std::unique_ptr<Workbench> workbench;
  while (true) {
    PlanWish wish;
    {
      std::unique_lock lock(mutex_);
      wished_.wait(lock, [this] { return stop_ || !wishes_.empty(); });
      if (stop_) return;
      wish = std::move(wishes_.front());
      wishes_.pop_front();
    }
    try {
      if (!workbench) workbench = std::make_unique<Workbench>(paths_);
      make_result(*workbench, wish);
    } catch (const Outdated&) {
      // The newer wish is next.
    } catch (...) {
      PlanResult failed;
      failed.wish = wish;
      failed.problem = describe(std::current_exception()).message;
      failed.complete = true;
      deliver(std::move(failed));
    }
  }
}

}  // namespace app
