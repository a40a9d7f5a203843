#include "render/scene/pass_timer.h"

#include <chrono>

#include "render/gl/device.h"

namespace render {
namespace {

// llvmpipe's own timer queries leave out the work of its threads, so the wall is read instead.
double now_ms() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void PassTimer::start() {
  times_.clear();
  if (!on_) return;
  gl::finish();
  last_ms_ = now_ms();
}

void PassTimer::mark(const char* pass) {
  if (!on_) return;
  gl::finish();
  const double now = now_ms();
  times_.push_back({pass, now - last_ms_});
  last_ms_ = now;
}

}  // namespace render
