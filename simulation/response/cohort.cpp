#include "simulation/response/cohort.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"
#include "simulation/response/muscle_size.h"

namespace simulation {
namespace {

// Reference thickness that the doses for half block of the calf refer to.
constexpr double kReferenceGastrocnemiusMm = 20.0;
// Block changes fast for two weeks after a session, then slowly.
constexpr double kStepsAfterSession[] = {0.0, 0.5, 1.0, 1.5, 2.0,  2.5,  3.0,  4.0,  5.0,
                                         6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0};
constexpr double kStepDays = 3.5;
// Tendon, vessels and connective tissue are left of a muscle in any case: an assumption.
constexpr double kMostLostVolume = 0.75;

/// How much larger than usual the muscle of this person is, as a factor on the dose for half block.
double d50_scale(Muscle muscle, BodySide side, const Person& person, const ResponseModel& model) {
  if (region_of(muscle) == Region::face)
    return person.sex == Sex::male ? model.value("modifier.male_face_d50") : 1.0;
  return std::pow(person.calf.gastrocnemius_mm[side] / kReferenceGastrocnemiusMm,
                  model.value("hill.volume_exponent"));
}

SizeDraw PersonDraw::*size_of(Muscle muscle) {
  if (region_of(muscle) == Region::calf) return &PersonDraw::calf;
  return muscle == Muscle::masseter ? &PersonDraw::masseter : &PersonDraw::face;
}

}  // namespace

Cohort::Cohort(const Plan& plan, const ResponseModel& model, std::vector<PersonDraw> people,
               const DoseReach& reach)
    : people_(std::move(people)),
      person_(plan.person),
      region_(plan.region),
      line_model_(model),
      line_weights_{model.value("line.glabella.corrugator"), model.value("line.glabella.procerus"),
                    model.value("line.glabella.depressor_supercilii"),
                    model.value("line.forehead.frontalis_medial"),
                    model.value("line.forehead.frontalis_lateral")},
      size_weight_(model.value("line.size_weight")),
      medial_ml_(model.value("muscle.gastrocnemius_medial.volume")),
      lateral_ml_(model.value("muscle.gastrocnemius_lateral.volume")),
      soleus_ml_(model.value("muscle.soleus.volume")),
      toxin_(people_),
      zeros_(people_.size(), 0.0) {
  add_units(plan, model, reach);
  if (region_ == Region::face) add_lines();
  add_days(plan);
  restart();
}

void Cohort::add_units(const Plan& plan, const ResponseModel& model, const DoseReach& reach) {
  unit_index_.fill({-1, -1});
  const std::vector<MuscleDose> doses = dose_field(plan, model, reach);
  std::vector<double> scales;
  for (const MuscleDose& dose : doses) {
    scales.push_back(d50_scale(dose.muscle, dose.side, plan.person, model));
    Unit unit;
    unit.muscle = dose.muscle;
    unit.side = dose.side;
    unit.aimed = dose.aimed;
    unit.pace = pace_of(size_of(dose.muscle));
    const std::size_t here = units_.size();
    if (here > 0 && doses[here - 1].muscle == dose.muscle && doses[here - 1].events == dose.events &&
        doses[here - 1].lower_events == dose.lower_events && scales[here - 1] == scales[here]) {
      unit.same_as = units_[here - 1].same_as.value_or(here - 1);
    } else {
      const double d50 = model.value("muscle." + std::string(name(dose.muscle)) + ".d50") * scales[here];
      const double sharpness = model.value("hill.ceiling_sharpness");
      MuscleBlock::Place place{dose_area(dose.muscle), std::nullopt, nullptr};
      if (!is_midline(dose.muscle)) place.side = dose.side;
      if (dose.muscle == Muscle::levator_palpebrae) place.reach = &PersonDraw::lid_reach;
      unit.source.emplace(dose.events, d50, sharpness, people_, toxin_, place);
      if (!dose.lower_events.empty())
        unit.lower_source.emplace(dose.lower_events, d50, sharpness, people_, toxin_, place);
    }
    unit_index_[static_cast<std::size_t>(dose.muscle)][dose.side] = static_cast<int>(here);
    units_.push_back(std::move(unit));
  }
}

std::size_t Cohort::pace_of(SizeDraw PersonDraw::*size) {
  const auto found =
      std::find_if(paces_.begin(), paces_.end(), [&](const Pace& pace) { return pace.size == size; });
  const auto index = static_cast<std::size_t>(found - paces_.begin());
  if (found == paces_.end()) paces_.push_back({size, 0.0, zeros_, zeros_, zeros_});
  return index;
}

void Cohort::add_days(const Plan& plan) {
  const double last = (last_shown_week(plan) + kWeeksShown + kMaxWeek) * 7.0;
  for (double day = kStepDays; day <= last; day += kStepDays) days_.push_back(day);
  for (const Session& session : plan.sessions) {
    const bool has_dose = std::any_of(session.injections.begin(), session.injections.end(),
                                      [](const Injection& i) { return i.units > 0.0; });
    if (!has_dose) continue;
    for (double after : kStepsAfterSession) days_.push_back(session.week * 7.0 + after);
  }
  std::sort(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

void Cohort::restart() {
  kept_day_ = 0.0;
  next_day_ = 0;
  while (next_day_ < days_.size() && days_[next_day_] <= 0.0) ++next_day_;
  for (Unit& u : units_)
    u.kept_block = u.kept_quick = u.kept_slow = u.block = u.quick = u.slow = u.loss = u.lower = zeros_;
  for (Line& l : lines_) {
    l.kept_softened = l.softened = zeros_;
    l.kept_drive = l.drive = std::vector<double>(size(), 1.0);
    l.kept_noticed = l.noticed = std::vector<char>(size(), 0);
  }
}

void Cohort::move_to(double week) {
  const double day = week * 7.0;
  if (day < kept_day_) restart();
  while (next_day_ < days_.size() && days_[next_day_] <= day) {
    step_to(days_[next_day_]);
    keep();
    kept_day_ = days_[next_day_++];
  }
  step_to(day);
}

void Cohort::step_to(double day) {
  toxin_.move_to(day);
  for (Pace& pace : paces_) set_pace(pace, day - kept_day_);
  for (Unit& u : units_) step_unit(u);
  for (Line& l : lines_) step_line(l);
}

void Cohort::set_pace(Pace& pace, double days) {
  if (days == pace.days) return;
  pace.days = days;
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const PersonDraw& person = people_[p];
    const double fall = pace.size ? (person.*pace.size).fall_days : person.line_fall_days;
    const double rise = pace.size ? (person.*pace.size).rise_days : person.line_rise_days;
    pace.falling[p] = step_share(fall, days);
    pace.rising[p] = step_share(rise, days);
    if (pace.size) pace.rising_slowly[p] = step_share((person.*pace.size).remainder_rise_days, days);
  }
}

void Cohort::step_unit(Unit& unit) {
  if (unit.same_as) return mirror(unit);
  unit.source->at(toxin_, unit.block);
  if (unit.lower_source) unit.lower_source->at(toxin_, unit.lower);
  const Pace& pace = paces_[unit.pace];
  const bool midline = is_midline(unit.muscle);
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const SizeDraw& size = people_[p].*pace.size;
    const double side = midline ? 1.0 : people_[p].side_loss[unit.side];
    const double loss_max = std::min(size.loss_max * side, kMostLostVolume);
    const double target = loss_max * 0.5 * (unit.kept_block[p] + unit.block[p]);
    unit.quick[p] =
        follow_share(unit.kept_quick[p], (1.0 - size.remainder) * target, pace.falling[p], pace.rising[p]);
    unit.slow[p] =
        follow_share(unit.kept_slow[p], size.remainder * target, pace.falling[p], pace.rising_slowly[p]);
    unit.loss[p] = unit.quick[p] + unit.slow[p];
  }
}

void Cohort::mirror(Unit& unit) const {
  const Unit& source = units_[*unit.same_as];
  const auto swap_sides = [&](const std::vector<double>& from, std::vector<double>& to) {
    to = from;
    if (is_midline(unit.muscle)) return;
    for (std::size_t p = 0; p + 1 < to.size(); p += 2) std::swap(to[p], to[p + 1]);
  };
  swap_sides(source.block, unit.block);
  swap_sides(source.loss, unit.loss);
  if (source.lower_source) swap_sides(source.lower, unit.lower);
}

void Cohort::keep() {
  for (Unit& u : units_) {
    if (u.same_as) continue;
    u.kept_block = u.block;
    u.kept_quick = u.quick;
    u.kept_slow = u.slow;
  }
  for (Line& l : lines_) {
    l.kept_softened = l.softened;
    l.kept_drive = l.drive;
    l.kept_noticed = l.noticed;
  }
}

const Cohort::Unit* Cohort::unit(Muscle muscle, BodySide side) const {
  const int index = unit_index_[static_cast<std::size_t>(muscle)][side];
  return index < 0 ? nullptr : &units_[static_cast<std::size_t>(index)];
}

bool Cohort::is_treated(Muscle muscle, BodySide side) const {
  return unit(muscle, side) != nullptr;
}

bool Cohort::is_aimed_at(Muscle muscle, BodySide side) const {
  const Unit* found = unit(muscle, side);
  return found && found->aimed;
}

bool Cohort::is_mirrored(Muscle muscle) const {
  const Unit* right = unit(muscle, BodySide::right);
  return right && right->same_as;
}

std::span<const double> Cohort::lifting_block(Muscle muscle, BodySide side) const {
  const Unit* found = unit(muscle, side);
  if (!found) return zeros_;
  const bool has_lower = (found->same_as ? units_[*found->same_as] : *found).lower_source.has_value();
  return has_lower ? found->lower : found->block;
}

std::span<const double> Cohort::block(Muscle muscle, BodySide side) const {
  const Unit* found = unit(muscle, side);
  return found ? found->block : zeros_;
}

std::span<const double> Cohort::loss(Muscle muscle, BodySide side) const {
  const Unit* found = unit(muscle, side);
  return found ? found->loss : zeros_;
}

double Cohort::gastrocnemius_loss_per_soleus(double medial_loss, double lateral_loss) const {
  return (medial_loss * medial_ml_ + lateral_loss * lateral_ml_) / soleus_ml_;
}

double Cohort::soleus_loss(std::size_t person, BodySide side) const {
  const double lost = gastrocnemius_loss_per_soleus(loss(Muscle::gastrocnemius_medial, side)[person],
                                                    loss(Muscle::gastrocnemius_lateral, side)[person]);
  return loss(Muscle::soleus, side)[person] - people_[person].soleus_gain * lost;
}

double Cohort::muscle_drive(Muscle muscle, BodySide side, std::size_t person) const {
  const Unit* found = unit(muscle, side);
  if (!found) return 1.0;
  return (1.0 - found->block[person]) * (1.0 - size_weight_ * found->loss[person]);
}

}  // namespace simulation
