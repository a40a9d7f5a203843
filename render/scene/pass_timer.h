#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "render/gl/query.h"
#include "render/scene/renderer.h"

namespace render {

/// Measures a picture, whole or pass by pass. The driver's own clock is read when it is ready to tell, some
/// pictures later, and nobody waits. On the wall the driver is waited for.
class PassTimer {
 public:
  enum class Clock { driver, wall };
  /// The clock of a software driver must be the wall: its own (llvmpipe) leaves out the work of its threads.
  explicit PassTimer(Clock clock) : clock_(clock) {}

  void set_timing(Timing timing) { timing_ = timing; }
  void start();
  /// Everything since start() or the last mark() was this pass.
  void mark(const char* pass);
  /// The picture is ordered.
  void end();

  /// Passes of the newest picture whose times are known.
  const std::vector<PassTime>& times();
  /// Milliseconds of the newest whole picture that is known and was not asked for yet.
  std::optional<double> take_whole_ms();

 private:
  struct Measured {
    std::vector<gl::Query> places;
    std::vector<const char*> passes;  // one less than places used; "" for a whole picture
    bool waiting = false;
  };
  /// More pictures than this are not on their way at once: what comes on top is not measured.
  static constexpr std::size_t kOnTheWay = 4;

  void note(const char* pass);
  void collect();

  Clock clock_;
  Timing timing_ = Timing::off;
  bool measuring_ = false;
  double last_ms_ = 0;
  std::vector<PassTime> times_, told_;
  std::optional<double> whole_ms_;
  std::array<Measured, kOnTheWay> ring_;
  std::size_t next_ = 0;    // in ring_
  std::size_t oldest_ = 0;  // in ring_
};

}  // namespace render
