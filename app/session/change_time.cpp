#include <algorithm>
#include <cmath>

#include "app/session/change.h"

namespace app {
namespace {

/// Where the week comes to rest, or turns, at an end of the run.
void meet_end(Session& session, double wanted) {
  const double last = session.last_week();
  Playback& play = session.playback;
  if (play.loop == LoopMode::loop) {
    set_week(session, play.direction > 0 ? 0.0 : last);
  } else if (play.loop == LoopMode::ping_pong) {
    const double overshoot = wanted < 0.0 ? -wanted : wanted - last;
    play.direction = -play.direction;
    set_week(session, wanted < 0.0 ? overshoot : last - overshoot);
  } else {
    set_week(session, wanted);
    play.playing = false;
  }
}

void advance(Session& session, double weeks) {
  const double wanted = session.week() + weeks;
  if (wanted < 0.0 || wanted > session.last_week())
    meet_end(session, wanted);
  else
    set_week(session, wanted);
}

void tick_playback(Session& session, double seconds) {
  Playback& play = session.playback;
  if (!play.playing) return;
  double weeks = seconds * play.weeks_per_second;
  if (session.look.reduced_motion) {
    // Month by month, at most one step a second: a change that is read, not a movement.
    play.carry_weeks += std::min(weeks, seconds * kWeeksPerMonth);
    if (play.carry_weeks < kWeeksPerMonth) return;
    play.carry_weeks = 0.0;
    weeks = kWeeksPerMonth;
  }
  advance(session, weeks * play.direction);
}

}  // namespace

void set_week(Session& session, double week) {
  if (!std::isfinite(week)) return;
  session.view().week = std::clamp(week, 0.0, session.last_week());
}

void change(Session& session, const action::SetWeek& a) {
  session.playback.playing = false;
  set_week(session, a.week);
}

void change(Session& session, const action::StepWeeks& a) {
  session.playback.playing = false;
  const double week = session.week();
  // From between two weeks a step goes to the next whole one.
  const double from = a.weeks > 0 ? std::floor(week + 1e-9) : std::ceil(week - 1e-9);
  set_week(session, from + a.weeks);
}

void change(Session& session, const action::StepMonths& a) {
  session.playback.playing = false;
  const double month = session.week() / kWeeksPerMonth;
  const double from = a.months > 0 ? std::floor(month + 1e-9) : std::ceil(month - 1e-9);
  set_week(session, (from + a.months) * kWeeksPerMonth);
}

void change(Session& session, const action::GoFirst&) {
  change(session, action::SetWeek{0.0});
}
void change(Session& session, const action::GoLast&) {
  change(session, action::SetWeek{session.last_week()});
}

void change(Session& session, const action::SetPlaying& a) {
  Playback& play = session.playback;
  play.playing = a.playing;
  play.carry_weeks = 0.0;
  if (!a.playing || play.loop != LoopMode::once) return;
  if (play.direction > 0 && session.week() >= session.last_week()) set_week(session, 0.0);
  if (play.direction < 0 && session.week() <= 0.0) set_week(session, session.last_week());
}

void change(Session& session, const action::TogglePlaying&) {
  change(session, action::SetPlaying{!session.playback.playing});
}

void change(Session& session, const action::SetDirection& a) {
  session.playback.direction = a.direction < 0 ? -1 : 1;
}

void change(Session& session, const action::SetSpeed& a) {
  if (std::isfinite(a.weeks_per_second))
    session.playback.weeks_per_second =
        std::clamp(a.weeks_per_second, kMinWeeksPerSecond, kMaxWeeksPerSecond);
}

void change(Session& session, const action::SetLoop& a) {
  session.playback.loop = a.loop;
}

void change(Session& session, const action::Tick& a) {
  if (!std::isfinite(a.seconds) || a.seconds <= 0.0) return;
  tick_playback(session, a.seconds);
  if (session.mode == Mode::kiosk) tick_kiosk(session, a.seconds);
}

}  // namespace app
