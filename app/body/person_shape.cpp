#include "app/body/person_shape.h"

#include <algorithm>
#include <array>
#include <span>

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

/// A static shape of a face, how much of it a young and an old person has; between them it runs as the macros
/// do.
struct Trait {
  const char* target;
  double young, old;
};

// What lets a stranger tell women from men under a cap, where the package's macros say too little: a slimmer,
// longer neck and narrower shoulders, a smaller jaw, a brow that is higher and less of a ridge, fuller lips,
// larger eyes; and the other way round. Which traits: those that portrait drawing teaches; which and how much
// are an assumption, by eye. They change what a head looks like, not what a dose does to it.
constexpr std::array kWoman{Trait{"neck/neck-scale-horiz-less", 0.50, 0.50},
                            Trait{"neck/neck-scale-depth-less", 0.30, 0.30},
                            Trait{"measure/measure-neckheight-increase", 0.40, 0.30},
                            Trait{"measure/measure-shoulder-decrease", 0.50, 0.50},
                            Trait{"torso/torso-scale-horiz-decr", 0.30, 0.30},
                            Trait{"chin/chin-width-min", 0.40, 0.45},
                            Trait{"chin/chin-bones-in", 0.25, 0.25},
                            Trait{"chin/chin-jaw-drop-less", 0.30, 0.40},
                            Trait{"head/head-oval", 0.38, 0.38},
                            Trait{"eyebrows/eyebrows-trans-vert-more", 0.42, 0.50},
                            Trait{"eyebrows/eyebrows-angle-up", 0.33, 0.33},
                            Trait{"eyebrows/eyebrows-trans-depth-less", 0.80, 0.90},
                            Trait{"mouth/mouth-upperlip-volume-inflate", 0.25, 0.40},
                            Trait{"mouth/mouth-lowerlip-volume-inflate", 0.15, 0.35},
                            Trait{"mouth/mouth-upperlip-height-max", 0.35, 0.40},
                            Trait{"eyes/l-eye-size-big", 0.15, 0.15},
                            Trait{"eyes/r-eye-size-big", 0.15, 0.15},
                            Trait{"nose/nose-scale-horiz-decr", 0.40, 0.45},
                            Trait{"cheek/l-cheek-bones-out", 0.12, 0.15},
                            Trait{"cheek/r-cheek-bones-out", 0.12, 0.15},
                            Trait{"cheek/l-cheek-volume-inflate", 0.00, 0.10},
                            Trait{"cheek/r-cheek-volume-inflate", 0.00, 0.10}};
constexpr std::array kMan{Trait{"neck/neck-scale-horiz-more", 0.30, 0.15},
                          Trait{"neck/neck-scale-depth-more", 0.15, 0.00},
                          Trait{"chin/chin-width-max", 0.25, 0.15},
                          Trait{"chin/chin-bones-out", 0.25, 0.10},
                          Trait{"chin/chin-jaw-drop-more", 0.25, 0.10},
                          Trait{"head/head-square", 0.12, 0.05},
                          Trait{"eyebrows/eyebrows-trans-depth-more", 0.14, 0.06}};

/// How fast and how far a face ages beyond the macros: years from 28 on to the whole of each, and where it
/// stops. By eye, an assumption. A woman's skin folds less coarsely than what the package draws for both.
struct Ageing {
  double years, most, bag_years, most_bags;
  double compressed_lips;
};
constexpr Ageing kWomanAges{45.0, 0.62, 62.0, 0.45, 0.15}, kManAges{30.0, 0.90, 40.0, 0.70, 0.30};

void add_traits(Shape& shape, std::span<const Trait> traits, double years) {
  const auto age = ages(years);
  for (const Trait& trait : traits)
    shape.add(trait.target, age[0].share * trait.young + age[1].share * trait.old);
}

void add_face(Shape& shape, const Person& person) {
  add_macros(shape, person, 0.5, 0.5);
  const bool woman = person.sex == simulation::Sex::female;
  const Ageing& ageing = woman ? kWomanAges : kManAges;
  add_traits(shape, woman ? std::span<const Trait>(kWoman) : kMan, person.age_years);
  const double aged = person.age_years - 28.0;
  shape.add("head/head-age-more", std::clamp(aged / ageing.years, 0.0, ageing.most));
  for (const auto& [ancestry, share] : kAncestryMix)
    shape.add("expression/units/" + std::string(ancestry) + "/mouth-compression",
              ageing.compressed_lips * share);
  const double bags = std::clamp(aged / ageing.bag_years, 0.0, ageing.most_bags);
  shape.add("eyes/l-eye-bag-max", bags);
  shape.add("eyes/r-eye-bag-max", bags);
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
