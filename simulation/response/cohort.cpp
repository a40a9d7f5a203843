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
      medial_ml_(model.value("muscle.gastrocnemius_medial.volume")),
      lateral_ml_(model.value("muscle.gastrocnemius_lateral.volume")),
      soleus_ml_(model.value("muscle.soleus.volume")),
      toxins_(people_),
      zeros_(people_.size(), 0.0) {
  add_units(plan, model, reach);
  if (region_ == Region::face) add_lines(model);
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
    unit.size = size_of(dose.muscle);
    const std::size_t here = units_.size();
    if (here > 0 && doses[here - 1].muscle == dose.muscle && doses[here - 1].events == dose.events &&
        doses[here - 1].lower_events == dose.lower_events && scales[here - 1] == scales[here]) {
      unit.same_as = here - 1;
    } else {
      const double d50 = model.value("muscle." + std::string(name(dose.muscle)) + ".d50") * scales[here];
      const double sharpness = model.value("hill.ceiling_sharpness");
      unit.source.emplace(dose.events, d50, sharpness, people_);
      if (!dose.lower_events.empty()) unit.lower_source.emplace(dose.lower_events, d50, sharpness, people_);
    }
    unit_index_[static_cast<std::size_t>(dose.muscle)][dose.side] = static_cast<int>(here);
    units_.push_back(std::move(unit));
  }
}

void Cohort::add_lines(const ResponseModel&) {
  lines_.push_back({FaceLine::glabella, BodySide::left, {}, {}, {}, {}, {}, {}});
  lines_.push_back({FaceLine::forehead, BodySide::left, {}, {}, {}, {}, {}, {}});
  for (BodySide side : kBodySides) lines_.push_back({FaceLine::crows_feet, side, {}, {}, {}, {}, {}, {}});
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
  for (Unit& u : units_) u.kept_block = u.kept_loss = u.block = u.loss = u.lower = zeros_;
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
  const double days = day - kept_day_;
  for (Unit& u : units_) step_unit(u, day, days);
  for (Line& l : lines_) step_line(l, days);
}

void Cohort::step_unit(Unit& unit, double day, double days) {
  if (unit.same_as) {
    unit.block = units_[*unit.same_as].block;
    unit.loss = units_[*unit.same_as].loss;
    unit.lower = units_[*unit.same_as].lower;
    return;
  }
  unit.source->at(day, toxins_, unit.block);
  if (unit.lower_source) unit.lower_source->at(day, toxins_, unit.lower);
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const SizeDraw& size = people_[p].*unit.size;
    const double target = size.loss_max * 0.5 * (unit.kept_block[p] + unit.block[p]);
    unit.loss[p] = follow(unit.kept_loss[p], target, size.fall_days, size.rise_days, days);
  }
}

void Cohort::step_line(Line& line, double days) {
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const PersonDraw& person = people_[p];
    line.drive[p] = line_drive(line.line, line.side, p);
    const double lost = 1.0 - 0.5 * (line.kept_drive[p] + line.drive[p]);
    line.softened[p] = follow(line.kept_softened[p], person.static_gain * lost, person.line_fall_days,
                              person.line_rise_days, days);
    line.noticed[p] = line.kept_noticed[p] || 1.0 - line.drive[p] > person.notice ? 1 : 0;
  }
}

void Cohort::keep() {
  for (Unit& u : units_) {
    u.kept_block = u.block;
    u.kept_loss = u.loss;
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

std::span<const double> Cohort::lifting_block(Muscle muscle, BodySide side) const {
  const Unit* found = unit(muscle, side);
  const bool halved =
      found && (found->lower_source || (found->same_as && units_[*found->same_as].lower_source));
  return halved ? found->lower : block(muscle, side);
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
  return found ? (1.0 - found->block[person]) * (1.0 - found->loss[person]) : 1.0;
}

double Cohort::line_drive(FaceLine line, BodySide side, std::size_t person) const {
  if (line == FaceLine::crows_feet) return muscle_drive(Muscle::orbicularis_oculi, side, person);
  static constexpr Muscle kMuscles[] = {Muscle::corrugator, Muscle::procerus, Muscle::depressor_supercilii,
                                        Muscle::frontalis_medial, Muscle::frontalis_lateral};
  const std::size_t first = line == FaceLine::glabella ? 0 : 3;
  const std::size_t last = line == FaceLine::glabella ? 3 : 5;
  double sum = 0.0;
  double total = 0.0;
  for (std::size_t i = first; i < last; ++i) {
    const double lost = 1.0 - 0.5 * (muscle_drive(kMuscles[i], BodySide::left, person) +
                                     muscle_drive(kMuscles[i], BodySide::right, person));
    sum += line_weights_[i] * lost;
    total += line_weights_[i];
  }
  return 1.0 - sum / total;
}

const Cohort::Line& Cohort::line(FaceLine line, BodySide side) const {
  for (const Line& l : lines_)
    if (l.line == line && (line != FaceLine::crows_feet || l.side == side)) return l;
  return lines_.front();
}

double Cohort::rest_relief(FaceLine which, BodySide side, std::size_t person) const {
  const Line& l = line(which, side);
  return simulation::rest_relief(line_model_, l.softened[person], l.drive[person]);
}

const LineGrade& Cohort::grade(FaceLine which, BodySide side) const {
  if (which == FaceLine::glabella) return person_.face.glabella;
  return which == FaceLine::forehead ? person_.face.forehead : person_.face.crows_feet[side];
}

double Cohort::effort_relief(FaceLine which, BodySide side, std::size_t person) const {
  const Line& l = line(which, side);
  return simulation::effort_relief(line_model_, grade(which, side),
                                   people_[person].muscle_share[static_cast<std::size_t>(which)],
                                   l.softened[person], l.drive[person]);
}

int Cohort::rated_effort_grade(FaceLine which, BodySide side, std::size_t person) const {
  const PersonDraw& p = people_[person];
  return rated_grade(line_model_, grade(which, side).effort,
                     p.severity_place[static_cast<std::size_t>(which)], effort_relief(which, side, person),
                     p.seen_factor);
}

int Cohort::rated_rest_grade(FaceLine which, BodySide side, std::size_t person) const {
  const PersonDraw& p = people_[person];
  return rated_grade(line_model_, grade(which, side).rest, p.rest_place, rest_relief(which, side, person),
                     p.seen_factor);
}

bool Cohort::has_noticed(FaceLine which, std::size_t person) const {
  return line(which, BodySide::left).noticed[person] || line(which, BodySide::right).noticed[person];
}

}  // namespace simulation
