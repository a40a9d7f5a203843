#include "app/window/plan_worker.h"

#include <algorithm>

#include "app/error.h"
#include "app/outcome/workbench.h"
#include "app/window/curves.h"

namespace app {
namespace {

constexpr double kOutcomeShare = 0.9;  // of the time a new person takes; measured on the calf

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

void PlanWorker::ask(const simulation::Plan& plan) {
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(wishes_, [&](const simulation::Plan& other) { return other.region == plan.region; });
    wishes_.push_back(plan);
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

bool PlanWorker::outdated(simulation::Region region) {
  const std::lock_guard lock(mutex_);
  return stop_ || std::any_of(wishes_.begin(), wishes_.end(),
                              [&](const simulation::Plan& wish) { return wish.region == region; });
}

void PlanWorker::make_result(Workbench& workbench, const simulation::Plan& plan) {
  PlanResult result;
  result.plan = plan;
  progress_ = 0.05;
  on_news_();
  if (!shown_.contains(plan.region)) {
    result.outcome = workbench.preview(plan);
    deliver(result);
    shown_.insert(plan.region);
  }
  result.outcome = workbench.outcome(plan, [&](double share) {
    if (outdated(plan.region)) throw Outdated();
    progress_ = 0.05 + (kOutcomeShare - 0.05) * share;
    on_news_();
  });
  progress_ = kOutcomeShare;
  deliver(result);
  simulation::PredictionOptions options;
  // Facial lines move within days; a calf does not.
  options.step_weeks = plan.region == simulation::Region::face ? 0.5 : 1.0;
  result.curves = curves_of(result.outcome->predict(options));
  result.complete = true;
  progress_ = 1.0;
  deliver(std::move(result));
}

void PlanWorker::work() {
  std::unique_ptr<Workbench> workbench;
  while (true) {
    simulation::Plan plan;
    {
      std::unique_lock lock(mutex_);
      wished_.wait(lock, [this] { return stop_ || !wishes_.empty(); });
      if (stop_) return;
      plan = std::move(wishes_.front());
      wishes_.pop_front();
    }
    try {
      if (!workbench) workbench = std::make_unique<Workbench>(paths_);
      make_result(*workbench, plan);
    } catch (const Outdated&) {
      // The newer wish is next.
    } catch (...) {
      PlanResult failed;
      failed.plan = plan;
      failed.problem = describe(std::current_exception()).message;
      failed.complete = true;
      deliver(std::move(failed));
    }
  }
}

}  // namespace app
