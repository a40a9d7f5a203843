// Facial lines of a cohort: how they follow the muscles that fold them.
#include <span>

#include "simulation/response/cohort.h"
#include "simulation/response/muscle_size.h"

namespace simulation {
namespace {

/// Muscles that fold a line which spans both sides, in the order of their weights.
std::span<const Muscle> folding_muscles(FaceLine line) {
  static constexpr Muscle kGlabella[] = {Muscle::corrugator, Muscle::procerus, Muscle::depressor_supercilii};
  static constexpr Muscle kForehead[] = {Muscle::frontalis_medial, Muscle::frontalis_lateral};
  return line == FaceLine::glabella ? std::span<const Muscle>(kGlabella) : std::span<const Muscle>(kForehead);
}

}  // namespace

void Cohort::add_lines() {
  line_pace_ = pace_of(nullptr);
  const auto add = [this](FaceLine line, BodySide side, bool half) {
    lines_.push_back({line, side, half, {}, {}, {}, {}, {}, {}});
  };
  add(FaceLine::glabella, BodySide::left, false);
  add(FaceLine::forehead, BodySide::left, false);
  for (BodySide side : kBodySides) add(FaceLine::crows_feet, side, false);
  for (FaceLine line : {FaceLine::glabella, FaceLine::forehead})
    if (differs_by_side(line))
      for (BodySide side : kBodySides) add(line, side, true);
}

bool Cohort::differs_by_side(FaceLine line) const {
  for (Muscle muscle : folding_muscles(line)) {
    const Unit* left = unit(muscle, BodySide::left);
    const Unit* right = unit(muscle, BodySide::right);
    if ((left == nullptr) != (right == nullptr)) return true;
    if (left && !left->same_as && !right->same_as) return true;
  }
  return false;
}

void Cohort::step_line(Line& line) {
  const Pace& pace = paces_[line_pace_];
  for (std::size_t p = 0; p < people_.size(); ++p) {
    const PersonDraw& person = people_[p];
    line.drive[p] = line_drive(line, p);
    const double lost = 1.0 - 0.5 * (line.kept_drive[p] + line.drive[p]);
    line.softened[p] =
        follow_share(line.kept_softened[p], person.static_gain * lost, pace.falling[p], pace.rising[p]);
    line.noticed[p] = line.kept_noticed[p] || 1.0 - line.drive[p] > person.notice ? 1 : 0;
  }
}

double Cohort::line_drive(const Line& line, std::size_t person) const {
  if (line.line == FaceLine::crows_feet) return muscle_drive(Muscle::orbicularis_oculi, line.side, person);
  const std::size_t first = line.line == FaceLine::glabella ? 0 : 3;
  double sum = 0.0;
  double total = 0.0;
  std::size_t i = first;
  for (Muscle muscle : folding_muscles(line.line)) {
    const double lost = line.half ? 1.0 - muscle_drive(muscle, line.side, person)
                                  : 1.0 - 0.5 * (muscle_drive(muscle, BodySide::left, person) +
                                                 muscle_drive(muscle, BodySide::right, person));
    sum += line_weights_[i] * lost;
    total += line_weights_[i];
    ++i;
  }
  return 1.0 - sum / total;
}

const Cohort::Line& Cohort::line(FaceLine line, BodySide side) const {
  for (const Line& l : lines_)
    if (!l.half && l.line == line && (line != FaceLine::crows_feet || l.side == side)) return l;
  return lines_.front();
}

const Cohort::Line* Cohort::half_line(FaceLine line, BodySide side) const {
  for (const Line& l : lines_)
    if (l.half && l.line == line && l.side == side) return &l;
  return nullptr;
}

double Cohort::side_rest_relief(FaceLine which, BodySide side, std::size_t person) const {
  const Line* half = half_line(which, side);
  const Line& l = half ? *half : line(which, side);
  return simulation::rest_relief(line_model_, l.softened[person], l.drive[person]);
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

int Cohort::rated_effort_grade(FaceLine which, BodySide side, std::size_t person, bool with_rater) const {
  const PersonDraw& p = people_[person];
  return rated_grade(line_model_, grade(which, side).effort,
                     p.severity_place[static_cast<std::size_t>(which)], effort_relief(which, side, person),
                     p.seen_factor * (with_rater ? p.rater_factor : 1.0));
}

int Cohort::rated_rest_grade(FaceLine which, BodySide side, std::size_t person, bool with_rater) const {
  const PersonDraw& p = people_[person];
  return rated_grade(line_model_, grade(which, side).rest, p.rest_place, rest_relief(which, side, person),
                     p.seen_factor * (with_rater ? p.rater_factor : 1.0));
}

bool Cohort::has_noticed(FaceLine which, std::size_t person) const {
  return line(which, BodySide::left).noticed[person] || line(which, BodySide::right).noticed[person];
}

}  // namespace simulation
