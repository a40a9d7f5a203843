#include "simulation/response/toxin_levels.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <set>

#include "simulation/response/chain.h"

namespace simulation {
namespace {

double level_in(const PersonDraw& person, Product product, double days) {
  const auto at = static_cast<std::size_t>(product);
  const double half_life = person.half_life_days * person.half_life_ratio[at];
  return active_toxin(
      {person.uptake * person.onset_ratio[at], person.translocation, std::numbers::ln2 / half_life}, days);
}

}  // namespace

ToxinLevels::ToxinLevels(std::span<const PersonDraw> people) : people_(people) {}

std::size_t ToxinLevels::add(double day, Product product) {
  const auto found = std::find_if(doses_.begin(), doses_.end(), [&](const Dose& dose) {
    return dose.day == day && dose.product == product;
  });
  const auto index = static_cast<std::size_t>(found - doses_.begin());
  if (found == doses_.end()) {
    doses_.push_back({day, product, std::vector<double>(people_.size(), 0.0)});
    number_days();
  }
  return index;
}

void ToxinLevels::number_days() {
  std::set<double> days;
  for (const Dose& dose : doses_) days.insert(dose.day);
  for (Dose& dose : doses_)
    dose.earlier_days = static_cast<int>(std::distance(days.begin(), days.find(dose.day)));
}

std::size_t ToxinLevels::add_course(const std::vector<std::size_t>& doses) {
  const auto found = std::find_if(courses_.begin(), courses_.end(),
                                  [&](const Course& course) { return course.doses == doses; });
  const auto index = static_cast<std::size_t>(found - courses_.begin());
  if (found == courses_.end()) courses_.push_back({doses, std::vector<double>(people_.size(), 0.0)});
  return index;
}

void ToxinLevels::move_to(double day) {
  for (Dose& dose : doses_) {
    const double days = day - dose.day;
    for (std::size_t p = 0; p < people_.size(); ++p)
      dose.level[p] = days > 0.0 && dose.earlier_days < people_[p].answers_to
                          ? level_in(people_[p], dose.product, days)
                          : 0.0;
  }
  for (Course& course : courses_) {
    std::fill(course.power.begin(), course.power.end(), 0.0);
    for (const std::size_t dose : course.doses)
      for (std::size_t p = 0; p < people_.size(); ++p) course.power[p] += doses_[dose].level[p];
    for (std::size_t p = 0; p < people_.size(); ++p)
      if (course.power[p] > 0.0) course.power[p] = std::pow(course.power[p], people_[p].exponent);
  }
}

}  // namespace simulation
