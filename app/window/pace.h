#pragma once

#include <chrono>

namespace app {

/// When to draw: at once while something moves, a few frames after each event, then not at all.
class Pace {
 public:
  /// Seconds to sleep for events before the next frame; 0: at once.
  double wait_s(bool moving) const;
  /// After sleeping. happened: there was an event or news. Returns true when a frame is due.
  bool frame_due(bool happened, bool moving);
  /// Seconds since the last call, at most 0.25 so that a stall does not jump.
  double elapsed_s();
  /// Draw that many frames more, whatever happens.
  void keep_awake(int frames);

 private:
  using Clock = std::chrono::steady_clock;
  static double since(Clock::time_point then);
  double quiet_s() const;
  int frames_ = 3;
  Clock::time_point last_event_ = Clock::now();
  Clock::time_point last_due_;
  Clock::time_point last_frame_ = Clock::now();
};

}  // namespace app
