#include "app/body/person_shape.h"

#include <algorithm>
#include <array>

#include "app/base/names.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Person;

struct Mix {
  const char* name;
  double share;
};

/// Minimum, average and maximum of a macro axis at v from 0 to 1.
std::array<Mix, 3> axis(double v) {
  const double high = std::max(0.0, 2.0 * v - 1.0);
  const double low = std::max(0.0, 1.0 - 2.0 * v);
  return {{{"min", low}, {"average", 1.0 - low - high}, {"max", high}}};
}

class Shape {
 public:
  void add(std::string target, double weight) {
    if (weight > 0.0) weights_.push_back({std::move(target), static_cast<float>(weight)});
  }
  std::vector<ShapeWeight> take() { return std::move(weights_); }

 private:
  std::vector<ShapeWeight> weights_;
};

std::array<Mix, 2> ages(double years) {
  const double old = std::clamp((years - 25.0) / 65.0, 0.0, 1.0);
  return {{{"young", 1.0 - old}, {"old", old}}};
}

void add_macros(Shape& shape, const Person& person, double muscle, double weight) {
  const std::string sex(name_of(kSexNames, person.sex));
  for (const Mix& age : ages(person.age_years)) {
    for (const auto& [ancestry, share] : kAncestryMix)
      shape.add("macrodetails/" + std::string(ancestry) + "-" + sex + "-" + age.name, share * age.share);
    for (const Mix& m : axis(muscle))
      for (const Mix& w : axis(weight))
        shape.add(
            "macrodetails/universal-" + sex + "-" + age.name + "-" + m.name + "muscle-" + w.name + "weight",
            age.share * m.share * w.share);
  }
}

/// The outline that muscle and fat give a leg; the girth itself is fitted afterwards. Ranges by eye.
void add_calf(Shape& shape, const Person& person) {
  const auto& calf = person.calf;
  const double muscle_mm = 0.5 * (calf.gastrocnemius_mm.left + calf.gastrocnemius_mm.right);
  add_macros(shape, person, std::clamp(0.5 + (muscle_mm - 20.0) / 24.0, 0.2, 0.8),
             std::clamp(0.5 + (calf.fat_mm - 7.0) / 14.0, 0.25, 0.8));
  for (const BodySide side : simulation::kBodySides) {
    const std::string leg = side == BodySide::left ? "armslegs/l-lowerleg-" : "armslegs/r-lowerleg-";
    const double extra = (calf.gastrocnemius_mm[side] - 17.0) / 12.0;
    shape.add(leg + "muscle-incr", std::clamp(extra, 0.0, 0.75));
    shape.add(leg + "muscle-decr", std::clamp(-extra, 0.0, 0.75));
  }
}

void add_face(Shape& shape, const Person& person) {
  add_macros(shape, person, 0.5, 0.5);
  const double aged = person.age_years - 28.0;
  shape.add("head/head-age-more", std::clamp(aged / 30.0, 0.0, 0.9));
  for (const auto& [ancestry, share] : kAncestryMix)
    shape.add("expression/units/" + std::string(ancestry) + "/mouth-compression", 0.3 * share);
  shape.add("eyes/l-eye-bag-max", std::clamp(aged / 40.0, 0.0, 0.7));
  shape.add("eyes/r-eye-bag-max", std::clamp(aged / 40.0, 0.0, 0.7));
}

}  // namespace

std::vector<ShapeWeight> person_shape(simulation::Region region, const Person& person) {
  Shape shape;
  if (region == simulation::Region::calf) {
    add_calf(shape, person);
  } else {
    add_face(shape, person);
  }
  return shape.take();
}

}  // namespace app
