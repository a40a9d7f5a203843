#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "simulation/plan/plan.h"
#include "simulation/response/dose_field.h"
#include "simulation/response/person_draw.h"

namespace simulation {

/// Active toxin in every person of a population on a day, per unit given. It depends on the day and product
/// of a dose and on the person, not on the muscle, so all muscles share it.
class ToxinLevels {
 public:
  /// The people must outlive it.
  explicit ToxinLevels(std::span<const PersonDraw> people);

  /// Makes a dose known; the same day and product give the same number. Before move_to().
  std::size_t add(double day, Product product);
  /// Makes a course of equal doses known, by their numbers in order; the same course gives the same number.
  std::size_t add_course(const std::vector<std::size_t>& doses);

  void move_to(double day);

  /// active_toxin() of a dose in each person; 0 up to its day, and in a person who no longer answers by then.
  std::span<const double> level(std::size_t dose) const { return doses_[dose].level; }
  /// Sum of a course's levels in each person, to the power of the person's Hill exponent.
  std::span<const double> course_power(std::size_t course) const { return courses_[course].power; }

 private:
  void number_days();

  struct Dose {
    double day = 0.0;
    Product product = Product::onabotulinumtoxin_a;
    std::vector<double> level;
    int earlier_days = 0;  // other days of doses before this one's
  };
  struct Course {
    std::vector<std::size_t> doses;
    std::vector<double> power;
  };
  std::span<const PersonDraw> people_;
  std::vector<Dose> doses_;
  std::vector<Course> courses_;
};

}  // namespace simulation
