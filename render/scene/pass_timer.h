#pragma once

#include <string>
#include <vector>

#include "render/scene/renderer.h"

namespace render {

/// Measures the passes of one picture on the wall, waiting for the driver between them. Does nothing when
/// off.
class PassTimer {
 public:
  void set_on(bool on) { on_ = on; }
  void start();
  /// Everything since start() or the last mark() was this pass.
  void mark(const char* pass);
  const std::vector<PassTime>& times() const { return times_; }

 private:
  bool on_ = false;
  double last_ms_ = 0;
  std::vector<PassTime> times_;
};

}  // namespace render
