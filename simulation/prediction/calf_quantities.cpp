#include <cmath>
#include <string>

#include "simulation/plan/names.h"
#include "simulation/prediction/quantities.h"

namespace simulation {
namespace {

/// What a tape reads of a change that no treatment made: the error of the first reading and of this one, and
/// how girth moves by itself (weight, water, standing), which grows for weeks and then no further.
std::vector<double> reading_error(const Cohort& cohort, const ResponseModel& model, double week) {
  const double sd = week > 0.0 ? std::sqrt(2.0) * model.value("tape.reading_sd") : 0.0;
  const double drift = model.value("tape.natural_drift_sd") *
                       std::sqrt(-std::expm1(-7.0 * week / model.value("tape.natural_drift_time")));
  std::vector<double> error;
  error.reserve(cohort.size());
  for (const PersonDraw& person : cohort.people())
    error.push_back(sd * person.tape_z + drift * person.drift_z);
  return error;
}

}  // namespace

void write_calf(RowWriter& writer, const Cohort& cohort, const ResponseModel& model,
                const Sided<LegResponse>& legs, double week) {
  const std::vector<double> error = reading_error(cohort, model, week);
  for (BodySide side : kBodySides) {
    const LegResponse& leg = legs[side];
    const std::string start = "calf." + std::string(name(side)) + ".";
    const auto medial = cohort.loss(Muscle::gastrocnemius_medial, side);
    const auto lateral = cohort.loss(Muscle::gastrocnemius_lateral, side);
    const auto medial_block = cohort.block(Muscle::gastrocnemius_medial, side);
    const auto lateral_block = cohort.block(Muscle::gastrocnemius_lateral, side);
    const double medial_share = leg.medial_ml / (leg.medial_ml + leg.lateral_ml);
    const auto loss = [&](std::size_t p) {
      return LegLoss{medial[p], lateral[p], cohort.soleus_loss(p, side)};
    };
    const auto girth_change = [&](std::size_t p) {
      return cohort.people()[p].girth_factor * evaluate(leg.girth_cm, loss(p));
    };
    const auto both = [=](double m, double l) { return medial_share * m + (1.0 - medial_share) * l; };

    writer.of([&](std::size_t p) { return leg.max_girth_cm + girth_change(p); })
        .write_read(start + "max_girth", "cm", error);
    writer.of(girth_change).write_read(start + "max_girth_change", "cm", error);
    writer.of([&](std::size_t p) { return -100.0 * medial[p]; })
        .write(start + "gastrocnemius_medial.volume_change", "%");
    writer.of([&](std::size_t p) { return -100.0 * lateral[p]; })
        .write(start + "gastrocnemius_lateral.volume_change", "%");
    writer.of([&](std::size_t p) { return -100.0 * both(medial[p], lateral[p]); })
        .write(start + "gastrocnemius.volume_change", "%");
    writer.of([&](std::size_t p) { return -100.0 * cohort.soleus_loss(p, side); })
        .write(start + "soleus.volume_change", "%");
    writer
        .of([&](std::size_t p) {
          return 100.0 * evaluate(leg.thickness_mm, loss(p)) / leg.thickness_week0_mm;
        })
        .write(start + "gastrocnemius.thickness_change", "%");
    writer.of([&](std::size_t p) { return both(medial_block[p], lateral_block[p]); })
        .write(start + "gastrocnemius.block", "fraction");
    writer.of([&](std::size_t p) { return evaluate(leg.bulge_mm, loss(p)); })
        .write(start + "bulge_change", "mm");
    const auto soleus_block = cohort.block(Muscle::soleus, side);
    const double calf_ml = leg.medial_ml + leg.lateral_ml + leg.soleus_ml;
    // Each muscle pushes by its volume and by the fibres that can still be driven.
    const auto lost = [](double block, double volume_loss) {
      return 1.0 - (1.0 - block) * (1.0 - volume_loss);
    };
    writer
        .of([&](std::size_t p) {
          return -100.0 *
                 (leg.medial_ml * lost(medial_block[p], medial[p]) +
                  leg.lateral_ml * lost(lateral_block[p], lateral[p]) +
                  leg.soleus_ml * lost(soleus_block[p], cohort.soleus_loss(p, side))) /
                 calf_ml;
        })
        .write(start + "push_off_change", "%");
  }
}

}  // namespace simulation
