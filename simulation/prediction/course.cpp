#include "simulation/prediction/course.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <vector>

#include "simulation/prediction/statistics.h"
#include "simulation/response/cohort.h"

namespace simulation {
namespace {

/// Days of the fixed grid: half days for two weeks after each session, whole days for a month, else half
/// weeks.
std::vector<double> grid_weeks(const Plan& plan, double until_week) {
  std::vector<double> days{0.0};
  const double last = std::max(last_shown_week(plan), until_week) * 7.0;
  for (double day = 3.5; day <= last; day += 3.5) days.push_back(day);
  for (const Session& session : plan.sessions) {
    const double start = session.week * 7.0;
    for (double after = 0.0; after < 14.0; after += 0.5) days.push_back(start + after);
    for (double after = 14.0; after <= 35.0; after += 1.0) days.push_back(start + after);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (double& day : days) day /= 7.0;
  return days;
}

double first_dose_week(const Plan& plan) {
  double first = HUGE_VAL;
  for (const Session& session : plan.sessions)
    for (const Injection& injection : session.injections)
      if (injection.units > 0.0) first = std::min(first, session.week);
  return first;
}

/// The three responders' states at the week the cohort is at.
class Snapshot {
 public:
  Snapshot(const Cohort& cohort, Region region) : cohort_(cohort), region_(region), scratch_(cohort.size()) {}

  std::array<TreatmentState, 3> take() {
    std::array<TreatmentState, 3> states;
    for (std::size_t m = 0; m < kMuscleCount; ++m)
      for (BodySide side : kBodySides) take_muscle(states, static_cast<Muscle>(m), side);
    if (region_ == Region::calf)
      for (BodySide side : kBodySides) take_soleus(states, side);
    else
      take_lines(states);
    return states;
  }

 private:
  using Three = std::array<double, 3>;  // per Responder

  Three of_all(std::span<const double> values) {
    std::copy(values.begin(), values.end(), scratch_.begin());
    return quantiles(scratch_);
  }

  template <typename Value>
  Three of_people(Value value) {
    for (std::size_t p = 0; p < scratch_.size(); ++p) scratch_[p] = value(p);
    return quantiles(scratch_);
  }

  void take_muscle(std::array<TreatmentState, 3>& states, Muscle muscle, BodySide side) {
    if (!cohort_.is_treated(muscle, side)) return;
    const std::span<const double> block = cohort_.block(muscle, side);
    // Both sides treated alike are the same numbers over the population.
    if (side == BodySide::right && cohort_.is_mirrored(muscle)) {
      for (TreatmentState& state : states)
        state.muscles.at(muscle, side) = state.muscles.at(muscle, BodySide::left);
      return;
    }
    const std::span<const double> lifting = cohort_.lifting_block(muscle, side);
    const Three of_block = of_all(block);
    const Three of_lifting = lifting.data() == block.data() ? of_block : of_all(lifting);
    const Three of_loss = of_all(cohort_.loss(muscle, side));
    for (std::size_t r = 0; r < 3; ++r)
      states[r].muscles.at(muscle, side) = {of_block[r], 1.0 - of_loss[r], of_lifting[r] - of_block[r]};
  }

  void take_soleus(std::array<TreatmentState, 3>& states, BodySide side) {
    const auto lost_to_soleus = [&](const PerMuscle<MuscleState>& m) {
      return cohort_.gastrocnemius_loss_per_soleus(1.0 - m.at(Muscle::gastrocnemius_medial, side).volume,
                                                   1.0 - m.at(Muscle::gastrocnemius_lateral, side).volume);
    };
    const double typical = lost_to_soleus(states[1].muscles);
    if (typical <= 0.0) return;
    const double gain = of_people([&](std::size_t p) {
      return cohort_.loss(Muscle::soleus, side)[p] - cohort_.soleus_loss(p, side);
    })[1];
    for (TreatmentState& state : states)
      state.muscles.at(Muscle::soleus, side).volume += gain * lost_to_soleus(state.muscles) / typical;
  }

  void take_line(std::array<TreatmentState, 3>& states, FaceLine line, BodySide side,
                 LineState& (*of)(TreatmentState&, BodySide)) {
    const Three rest = of_people([&](std::size_t p) { return cohort_.rest_relief(line, side, p); });
    const Three effort = of_people([&](std::size_t p) { return cohort_.effort_relief(line, side, p); });
    // Less depth is more response.
    for (std::size_t r = 0; r < 3; ++r) of(states[r], side) = {rest[2 - r], effort[2 - r]};
  }

  void take_lines(std::array<TreatmentState, 3>& states) {
    take_line(states, FaceLine::glabella, BodySide::left,
              [](TreatmentState& s, BodySide) -> LineState& { return s.glabella; });
    take_line(states, FaceLine::forehead, BodySide::left,
              [](TreatmentState& s, BodySide) -> LineState& { return s.forehead; });
    for (BodySide side : kBodySides) {
      take_line(states, FaceLine::crows_feet, side,
                [](TreatmentState& s, BodySide of) -> LineState& { return s.crows_feet[of]; });
      const Three glabella = rest_of(FaceLine::glabella, side);
      const Three forehead = rest_of(FaceLine::forehead, side);
      for (std::size_t r = 0; r < 3; ++r) {
        TreatmentState& state = states[r];
        state.glabella_rest_share[side] = glabella[2 - r] / state.glabella.rest_relief;
        state.forehead_rest_share[side] = forehead[2 - r] / state.forehead.rest_relief;
      }
    }
  }

  /// Depth at rest of one side of a line.
  Three rest_of(FaceLine line, BodySide side) {
    return of_people([&](std::size_t p) { return cohort_.side_rest_relief(line, side, p); });
  }

  const Cohort& cohort_;
  Region region_;
  std::vector<double> scratch_;
};

double between(double a, double b, double share) {
  return a + share * (b - a);
}

LineState between(const LineState& a, const LineState& b, double share) {
  return {between(a.rest_relief, b.rest_relief, share), between(a.effort_relief, b.effort_relief, share)};
}

TreatmentState between(const TreatmentState& a, const TreatmentState& b, double share) {
  TreatmentState state;
  for (std::size_t m = 0; m < kMuscleCount; ++m) {
    for (BodySide side : kBodySides) {
      const Muscle muscle = static_cast<Muscle>(m);
      const MuscleState& from = a.muscles.at(muscle, side);
      const MuscleState& to = b.muscles.at(muscle, side);
      state.muscles.at(muscle, side) = {between(from.block, to.block, share),
                                        between(from.volume, to.volume, share),
                                        between(from.lifting_excess, to.lifting_excess, share)};
    }
  }
  state.glabella = between(a.glabella, b.glabella, share);
  state.forehead = between(a.forehead, b.forehead, share);
  for (BodySide side : kBodySides) {
    state.crows_feet[side] = between(a.crows_feet[side], b.crows_feet[side], share);
    state.glabella_rest_share[side] =
        between(a.glabella_rest_share[side], b.glabella_rest_share[side], share);
    state.forehead_rest_share[side] =
        between(a.forehead_rest_share[side], b.forehead_rest_share[side], share);
  }
  return state;
}

}  // namespace

/// Weeks of the grid, each worked out when it is first needed and then kept.
class OutcomeCourse::Weeks {
 public:
  Weeks(std::vector<double> weeks, double first_dose, const Plan& plan, const ResponseModel& model,
        std::vector<PersonDraw> people, const DoseReach& reach)
      : weeks_(std::move(weeks)),
        states_(weeks_.size()),
        cohort_(std::make_unique<Cohort>(plan, model, std::move(people), reach)),
        region_(plan.region),
        left_(weeks_.size()) {
    if (weeks_.front() != first_dose) return;
    states_.front().emplace();  // nothing has happened yet
    --left_;
  }

  TreatmentState state(double week, std::size_t responder) {
    if (!(week > weeks_.front())) return {};
    const std::lock_guard lock(mutex_);
    if (week >= weeks_.back()) return at(weeks_.size() - 1)[responder];
    const std::size_t next =
        static_cast<std::size_t>(std::upper_bound(weeks_.begin(), weeks_.end(), week) - weeks_.begin());
    const double share = (week - weeks_[next - 1]) / (weeks_[next] - weeks_[next - 1]);
    const TreatmentState& before = at(next - 1)[responder];
    return between(before, at(next)[responder], share);
  }

  /// Another thread that asks for a week waits for one of them, not for all.
  void take_all() {
    for (std::size_t i = 0; i < weeks_.size(); ++i) {
      const std::lock_guard lock(mutex_);
      at(i);
    }
  }

 private:
  const std::array<TreatmentState, 3>& at(std::size_t i) {
    if (states_[i]) return *states_[i];
    // The cohort goes back only by starting again: then all that is left is taken on the way, so that this
    // happens once.
    if (i < reached_) {
      for (std::size_t k = 0; k < weeks_.size(); ++k)
        if (!states_[k]) take(k);
    } else {
      take(i);
    }
    if (left_ == 0) cohort_.reset();
    return *states_[i];
  }

  void take(std::size_t i) {
    cohort_->move_to(weeks_[i]);
    reached_ = i;
    states_[i] = Snapshot(*cohort_, region_).take();
    --left_;
  }

  const std::vector<double> weeks_;
  std::mutex mutex_;
  std::vector<std::optional<std::array<TreatmentState, 3>>> states_;  // each with one per Responder
  std::unique_ptr<Cohort> cohort_;                                    // until nothing is left
  Region region_;
  std::size_t reached_ = 0;  // week that the cohort is at
  std::size_t left_;         // weeks not worked out yet
};

OutcomeCourse::OutcomeCourse(const Plan& plan, const ResponseModel& model, int people, std::uint64_t seed,
                             const DoseReach& reach, double until_week) {
  validate(plan);
  const double first = first_dose_week(plan);
  if (first == HUGE_VAL) return;
  std::vector<double> weeks = grid_weeks(plan, until_week);
  std::erase_if(weeks, [first](double week) { return week < first; });
  DrawOptions options;
  options.count = people;
  options.seed = seed;
  weeks_ = std::make_shared<Weeks>(std::move(weeks), first, plan, model,
                                   draw_people(model, plan.person, options), reach);
}

TreatmentState OutcomeCourse::state(double week, Responder responder) const {
  return weeks_ ? weeks_->state(week, static_cast<std::size_t>(responder)) : TreatmentState{};
}

void OutcomeCourse::work_out() const {
  if (weeks_) weeks_->take_all();
}

}  // namespace simulation
