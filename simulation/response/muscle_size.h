#pragma once

namespace simulation {

/// One exact step of a slow quantity that follows `target` with one time constant while it rises towards it
/// and another while it falls back: dq/dt = (target - q) / tau. Used for lost muscle volume and for softened
/// lines; 0 stays exactly 0 under a target of 0. Days; the target is held over the step.
double follow(double now, double target, double rise_days, double fall_days, double step_days);

/// Share of the way to the target that a step goes at one time constant: 1 - exp(-step / tau).
double step_share(double tau_days, double step_days);
/// The step of follow() from both shares.
inline double follow_share(double now, double target, double rise_share, double fall_share) {
  return now + (target - now) * (target > now ? rise_share : fall_share);
}

}  // namespace simulation
