#include <algorithm>
#include <vector>

#include "simulation/anatomy/atlas.h"
#include "simulation/prediction/population.h"
#include "simulation/prediction/region_quantities.h"

namespace simulation {
namespace {

using GradeOfLine = int (Cohort::*)(FaceLine, BodySide, std::size_t, bool) const;
using ValueOfMuscle = std::span<const double> (Cohort::*)(Muscle, BodySide) const;

/// Of a group as one: the mean of its columns.
void fill_muscle(const Population& people, const QuantityPlace& place, ValueOfMuscle of, double scale,
                 std::span<double> out) {
  const auto values = [&](Muscle muscle) { return (people.cohort().*of)(muscle, place.side); };
  const std::span<const Muscle> columns = columns_of(place.muscle);
  if (columns.size() > 1)
    return fill(out, [&](std::size_t p) {
      double sum = 0.0;
      for (const Muscle column : columns) sum += values(column)[p];
      return scale * sum / static_cast<double>(columns.size());
    });
  const auto own = values(place.muscle);
  fill(out, [&](std::size_t p) { return scale * own[p]; });
}

void block(Population& people, const QuantityPlace& place, std::span<double> out) {
  fill_muscle(people, place, &Cohort::block, 1.0, out);
}

/// A flat muscle keeps its outline and loses volume through its thickness; the figures were fitted to
/// thickness by ultrasound.
void thickness(Population& people, const QuantityPlace& place, std::span<double> out) {
  fill_muscle(people, place, &Cohort::loss, -100.0, out);
}

void effort_grade(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto grades = people.effort_grades(place.line);
  std::copy(grades.begin(), grades.end(), out.begin());
}

void fill_grades(Population& people, const QuantityPlace& place, GradeOfLine grade, bool with_rater,
                 std::span<double> out) {
  const Cohort& cohort = people.cohort();
  fill(out, [&](std::size_t p) {
    return worse_side(place.line,
                      [&](BodySide side) { return (cohort.*grade)(place.line, side, p, with_rater); });
  });
}

void effort_grade_agreed(Population& people, const QuantityPlace& place, std::span<double> out) {
  fill_grades(people, place, &Cohort::rated_effort_grade, false, out);
}

void rest_grade(Population& people, const QuantityPlace& place, std::span<double> out) {
  fill_grades(people, place, &Cohort::rated_rest_grade, true, out);
}

void rest_grade_agreed(Population& people, const QuantityPlace& place, std::span<double> out) {
  fill_grades(people, place, &Cohort::rated_rest_grade, false, out);
}

void effort_relief(Population& people, const QuantityPlace& place, std::span<double> out) {
  const Cohort& cohort = people.cohort();
  fill(out, [&](std::size_t p) {
    return 100.0 *
           (worse_side(place.line, [&](BodySide side) { return cohort.effort_relief(place.line, side, p); }) -
            1.0);
  });
}

void rest_relief(Population& people, const QuantityPlace& place, std::span<double> out) {
  const Cohort& cohort = people.cohort();
  fill(out, [&](std::size_t p) {
    return 100.0 *
           (worse_side(place.line, [&](BodySide side) { return cohort.rest_relief(place.line, side, p); }) -
            1.0);
  });
}

void none_or_mild(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto grades = people.effort_grades(place.line);
  fill(out, [&](std::size_t p) { return grades[p] <= 1.0 ? 1.0 : 0.0; });
}

void one_grade_better(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto grades = people.effort_grades(place.line);
  const FaceBaseline& start = people.face_at_start();
  const int first = worse_side(place.line, [&](BodySide side) {
    return place.line == FaceLine::glabella   ? start.glabella.effort
           : place.line == FaceLine::forehead ? start.forehead.effort
                                              : start.crows_feet[side].effort;
  });
  fill(out, [&](std::size_t p) { return grades[p] <= first - 1.0 ? 1.0 : 0.0; });
}

void onset(Population& people, const QuantityPlace& place, std::span<double> out) {
  fill(out, [&](std::size_t p) { return people.cohort().has_noticed(place.line, p) ? 1.0 : 0.0; });
}

void brow_height(Population& people, const QuantityPlace& place, std::span<double> out) {
  std::fill(out.begin(), out.end(), 0.0);
  for (std::size_t m = 0; m < kMuscleCount; ++m) {
    const double rise_mm = people.face().brow_rise_mm[m];
    if (rise_mm == 0.0) continue;
    const auto block = people.cohort().lifting_block(static_cast<Muscle>(m), place.side);
    // How strong the resting pulls are differs between people: those that hold the brow down and the one that
    // holds it up each for itself.
    double PersonDraw::*const pull = rise_mm > 0.0 ? &PersonDraw::brow_lift : &PersonDraw::brow_drop;
    for (std::size_t p = 0; p < out.size(); ++p)
      out[p] += people.cohort().people()[p].*pull * rise_mm * block[p];
  }
}

constexpr Quantity kFaceQuantities[] = {
    {.key = "face.MUSCLE.SIDE.block",
     .per = Per::muscle,
     .unit = "fraction",
     .response = Response::rises,
     .words = "quantity.face.block",
     .card = "block",
     .formula = block},
    {.key = "face.MUSCLE.SIDE.thickness_change",
     .per = Per::muscle,
     .unit = "%",
     .is_change = true,
     .timeline = 5,
     .words = "quantity.face.thickness_change",
     .card = "years",
     .formula = thickness},
    {.key = "face.LINE.grade_effort",
     .per = Per::line,
     .unit = "grade",
     .told = Told::grade,
     .decimals = 1,
     .timeline = 2,
     .words = "quantity.face.grade_effort",
     .card = "lines_effort",
     .formula = effort_grade,
     .agreed = effort_grade_agreed},
    {.key = "face.LINE.grade_rest",
     .per = Per::line,
     .unit = "grade",
     .told = Told::grade,
     .decimals = 1,
     .words = "quantity.face.grade_rest",
     .card = "lines_rest",
     .formula = rest_grade,
     .agreed = rest_grade_agreed},
    {.key = "face.LINE.relief_effort_change",
     .per = Per::line,
     .unit = "%",
     .is_change = true,
     .timeline = 1,
     .words = "quantity.face.relief_effort_change",
     .card = "lines_effort",
     .formula = effort_relief},
    {.key = "face.LINE.relief_rest_change",
     .per = Per::line,
     .unit = "%",
     .is_change = true,
     .timeline = 3,
     .words = "quantity.face.relief_rest_change",
     .card = "lines_rest",
     .formula = rest_relief},
    {.key = "face.LINE.none_or_mild_effort",
     .per = Per::line,
     .unit = "% of people",
     .told = Told::share,
     .response = Response::rises,
     .timeline = 4,
     .words = "quantity.face.none_or_mild_effort",
     .card = "lines_effort",
     .formula = none_or_mild},
    {.key = "face.LINE.one_grade_better_effort",
     .per = Per::line,
     .unit = "% of people",
     .told = Told::share,
     .response = Response::rises,
     .words = "quantity.face.one_grade_better_effort",
     .card = "lines_effort",
     .formula = one_grade_better},
    {.key = "face.LINE.onset_reported",
     .per = Per::line,
     .unit = "% of people",
     .told = Told::share,
     .response = Response::rises,
     .words = "quantity.face.onset_reported",
     .card = "timing_face",
     .formula = onset},
    // Over the pupil. The forehead muscle lifts, those of the frown and the ring of the eye pull down: it
    // goes up or down with the plan.
    {.key = "face.brow.SIDE.height_change",
     .per = Per::side,
     .unit = "mm",
     .response = Response::away_from_zero,
     .decimals = 1,
     .is_change = true,
     .words = "quantity.face.brow.height_change",
     .card = "brow",
     .formula = brow_height},
};

}  // namespace

std::span<const Quantity> face_quantities() {
  return kFaceQuantities;
}

}  // namespace simulation
