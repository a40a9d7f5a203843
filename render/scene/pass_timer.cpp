#include "render/scene/pass_timer.h"

#include <chrono>
#include <utility>

#include "render/gl/device.h"

namespace render {
namespace {

double now_ms() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void PassTimer::start() {
  measuring_ = timing_ != Timing::off;
  if (!measuring_) return;
  if (clock_ == Clock::wall) {
    if (timing_ == Timing::passes) gl::finish();
    times_.clear();
    last_ms_ = now_ms();
    return;
  }
  collect();
  Measured& here = ring_[next_];
  measuring_ = !here.waiting;
  if (!measuring_) return;
  here.passes.clear();
  if (here.places.empty()) here.places.push_back(gl::Query::make_time());
  here.places.front().mark();
}

void PassTimer::note(const char* pass) {
  if (clock_ == Clock::wall) {
    gl::finish();
    const double now = now_ms();
    times_.push_back({pass, now - last_ms_});
    last_ms_ = now;
    return;
  }
  Measured& here = ring_[next_];
  here.passes.push_back(pass);
  if (here.places.size() <= here.passes.size()) here.places.push_back(gl::Query::make_time());
  here.places[here.passes.size()].mark();
}

void PassTimer::mark(const char* pass) {
  if (measuring_ && timing_ == Timing::passes) note(pass);
}

void PassTimer::end() {
  if (!measuring_) return;
  measuring_ = false;
  if (timing_ == Timing::whole) note("");
  if (clock_ == Clock::wall) {
    told_ = times_;
    whole_ms_ = 0;
    for (const PassTime& time : told_) *whole_ms_ += time.milliseconds;
    return;
  }
  ring_[next_].waiting = true;
  next_ = (next_ + 1) % kOnTheWay;
}

void PassTimer::collect() {
  while (ring_[oldest_].waiting) {
    Measured& there = ring_[oldest_];
    if (!there.places[there.passes.size()].ready()) return;
    there.waiting = false;
    oldest_ = (oldest_ + 1) % kOnTheWay;
    told_.clear();
    double before = there.places.front().milliseconds();
    whole_ms_ = 0;
    for (std::size_t i = 0; i < there.passes.size(); ++i) {
      const double after = there.places[i + 1].milliseconds();
      told_.push_back({there.passes[i], after - before});
      *whole_ms_ += after - before;
      before = after;
    }
  }
}

const std::vector<PassTime>& PassTimer::times() {
  if (clock_ == Clock::driver) collect();
  return told_;
}

std::optional<double> PassTimer::take_whole_ms() {
  if (clock_ == Clock::driver) collect();
  return std::exchange(whole_ms_, std::nullopt);
}

}  // namespace render
