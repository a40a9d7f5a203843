#include <algorithm>

#include "simulation/prediction/population.h"
#include "simulation/prediction/region_quantities.h"

namespace simulation {
namespace {

/// Of both heads, by their volume at week 0.
double both_heads(const LegResponse& leg, double medial, double lateral) {
  const double medial_share = leg.medial_ml / (leg.medial_ml + leg.lateral_ml);
  return medial_share * medial + (1.0 - medial_share) * lateral;
}

/// A tape shows more or less of a lost volume than the leg's own shape says: trials differ in that by far.
double girth_change_cm(const Population& people, const LegResponse& leg, std::span<const LegLoss> loss,
                       std::size_t person) {
  return people.cohort().people()[person].girth_factor * evaluate(leg.girth_cm, loss[person]);
}

void girth(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  const LegResponse& leg = people.leg(place.side);
  fill(out, [&](std::size_t p) { return leg.max_girth_cm + girth_change_cm(people, leg, loss, p); });
}

void girth_change(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  const LegResponse& leg = people.leg(place.side);
  fill(out, [&](std::size_t p) { return girth_change_cm(people, leg, loss, p); });
}

void medial_volume(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  fill(out, [&](std::size_t p) { return -100.0 * loss[p].medial; });
}

void lateral_volume(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  fill(out, [&](std::size_t p) { return -100.0 * loss[p].lateral; });
}

void gastrocnemius_volume(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  const LegResponse& leg = people.leg(place.side);
  fill(out, [&](std::size_t p) { return -100.0 * both_heads(leg, loss[p].medial, loss[p].lateral); });
}

void soleus_volume(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  fill(out, [&](std::size_t p) { return -100.0 * loss[p].soleus; });
}

void gastrocnemius_thickness(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  const LegResponse& leg = people.leg(place.side);
  fill(out,
       [&](std::size_t p) { return 100.0 * evaluate(leg.thickness_mm, loss[p]) / leg.thickness_week0_mm; });
}

void gastrocnemius_block(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto medial = people.cohort().block(Muscle::gastrocnemius_medial, place.side);
  const auto lateral = people.cohort().block(Muscle::gastrocnemius_lateral, place.side);
  const LegResponse& leg = people.leg(place.side);
  fill(out, [&](std::size_t p) { return both_heads(leg, medial[p], lateral[p]); });
}

void bulge(Population& people, const QuantityPlace& place, std::span<double> out) {
  const auto loss = people.leg_losses(place.side);
  const LegResponse& leg = people.leg(place.side);
  fill(out, [&](std::size_t p) { return evaluate(leg.bulge_mm, loss[p]); });
}

/// Each muscle pushes by its volume and by the fibres that can still be driven (assumption: no study measured
/// the push-off after calf slimming).
void push_off(Population& people, const QuantityPlace& place, std::span<double> out) {
  const Cohort& cohort = people.cohort();
  const auto loss = people.leg_losses(place.side);
  const LegResponse& leg = people.leg(place.side);
  const auto medial = cohort.block(Muscle::gastrocnemius_medial, place.side);
  const auto lateral = cohort.block(Muscle::gastrocnemius_lateral, place.side);
  const auto soleus = cohort.block(Muscle::soleus, place.side);
  const double calf_ml = leg.medial_ml + leg.lateral_ml + leg.soleus_ml;
  const auto lost = [](double block, double volume_loss) {
    return 1.0 - (1.0 - block) * (1.0 - volume_loss);
  };
  fill(out, [&](std::size_t p) {
    return -100.0 * std::min(1.0, people.cohort().people()[p].push_factor *
                                      (leg.medial_ml * lost(medial[p], loss[p].medial) +
                                       leg.lateral_ml * lost(lateral[p], loss[p].lateral) +
                                       leg.soleus_ml * lost(soleus[p], loss[p].soleus)) /
                                      calf_ml);
  });
}

constexpr Quantity kCalfQuantities[] = {
    {.key = "calf.SIDE.max_girth",
     .unit = "cm",
     .told = Told::tape,
     .decimals = 1,
     .words = "quantity.calf.max_girth",
     .card = "girth",
     .formula = girth},
    {.key = "calf.SIDE.max_girth_change",
     .unit = "cm",
     .told = Told::tape,
     .decimals = 1,
     .is_change = true,
     .timeline = 1,
     .words = "quantity.calf.max_girth_change",
     .card = "girth",
     .formula = girth_change},
    {.key = "calf.SIDE.gastrocnemius_medial.volume_change",
     .unit = "%",
     .is_change = true,
     .words = "quantity.calf.gastrocnemius_medial.volume_change",
     .card = "volume",
     .formula = medial_volume},
    {.key = "calf.SIDE.gastrocnemius_lateral.volume_change",
     .unit = "%",
     .is_change = true,
     .words = "quantity.calf.gastrocnemius_lateral.volume_change",
     .card = "volume",
     .formula = lateral_volume},
    {.key = "calf.SIDE.gastrocnemius.volume_change",
     .unit = "%",
     .is_change = true,
     .timeline = 2,
     .words = "quantity.calf.gastrocnemius.volume_change",
     .card = "volume",
     .formula = gastrocnemius_volume},
    // Grows in compensation, shrinks where a dose reaches it.
    {.key = "calf.SIDE.soleus.volume_change",
     .unit = "%",
     .response = Response::away_from_zero,
     .is_change = true,
     .words = "quantity.calf.soleus.volume_change",
     .card = "volume",
     .formula = soleus_volume},
    {.key = "calf.SIDE.gastrocnemius.thickness_change",
     .unit = "%",
     .is_change = true,
     .timeline = 3,
     .words = "quantity.calf.gastrocnemius.thickness_change",
     .card = "volume",
     .formula = gastrocnemius_thickness},
    {.key = "calf.SIDE.gastrocnemius.block",
     .unit = "fraction",
     .response = Response::rises,
     .timeline = 5,
     .words = "quantity.calf.gastrocnemius.block",
     .card = "block",
     .formula = gastrocnemius_block},
    // Inward is positive.
    {.key = "calf.SIDE.bulge_change",
     .unit = "mm",
     .response = Response::rises,
     .decimals = 1,
     .is_change = true,
     .timeline = 4,
     .words = "quantity.calf.bulge_change",
     .card = "volume",
     .formula = bulge},
    {.key = "calf.SIDE.push_off_change",
     .unit = "%",
     .is_change = true,
     .timeline = 6,
     .words = "quantity.calf.push_off_change",
     .card = "push_off",
     .formula = push_off},
};

}  // namespace

std::span<const Quantity> calf_quantities() {
  return kCalfQuantities;
}

}  // namespace simulation
