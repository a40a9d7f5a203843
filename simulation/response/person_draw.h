#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "simulation/anatomy/expression.h"
#include "simulation/plan/plan.h"
#include "simulation/response/model.h"

namespace simulation {

/// How one muscle group gets smaller under block and grows back.
struct SizeDraw {
  double loss_max = 0.0;  // share of volume lost at full block held for ever
  double fall_days = 30.0;
  double rise_days = 90.0;
  double remainder = 0.0;  // share of the loss that comes back slowly
  double remainder_rise_days = 500.0;
};

/// Areas whose muscles share what is not known of their dose for half block.
enum class DoseArea { calf, glabella, forehead, crows_feet };

/// The area of a muscle; none for muscles of no such area.
std::optional<DoseArea> dose_area(Muscle muscle);

/// One person of the population: everything that differs between people, drawn from the model's spreads.
struct PersonDraw {
  double d50_factor = 1.0;                             // on the dose for half block
  std::array<double, 4> area_d50{1.0, 1.0, 1.0, 1.0};  // the same for one DoseArea alone
  // One side against the other: equal factors the other way round in the person's mirror image.
  Sided<double> side_d50{1.0, 1.0};
  Sided<double> side_loss{1.0, 1.0};
  /// Dose days to which the person answers, of those after `previous_sessions`; none is 0.
  int answers_to = std::numeric_limits<int>::max();
  double radius_factor = 1.0;  // on how far the dose spreads
  double lid_reach = 1.0;      // on what comes to the lifter of the lid: needle's height, tightness of septum
  double uptake = 0.9;         // 1/day
  double translocation = 0.35;
  double half_life_days = 35.0;
  double exponent = 2.0;
  double block_max = 0.92;
  double ceiling = 14.0;  // highest useful local dose, times the dose for half block
  PerProduct potency = for_every_product(1.0);
  PerProduct half_life_ratio = for_every_product(1.0);
  PerProduct onset_ratio = for_every_product(1.0);  // on uptake
  SizeDraw calf;
  SizeDraw masseter;
  SizeDraw face;
  double soleus_gain = 0.3;                             // share of lost gastrocnemius volume
  double girth_factor = 1.0;                            // of a lost volume, how much the tape shows
  double push_factor = 1.0;                             // on what a blocked calf loses of its push-off
  double brow_lift = 1.0;                               // on what blocked depressors let the brow rise
  double brow_drop = 1.0;                               // on what a blocked frontalis lets it fall
  std::array<double, 3> muscle_share{1.0, 1.0, 1.0};    // per FaceLine: of the fold that the muscles make
  std::array<double, 3> severity_place{0.5, 0.5, 0.5};  // per FaceLine: place within the stated grade, 0 to 1
  double rest_place = 0.5;                              // the same for the lines at rest
  double static_gain = 0.5;  // share of the depth at rest that full block held for ever takes away
  double line_fall_days = 56.0;
  double line_rise_days = 84.0;
  double seen_factor = 1.0;   // how large a rater sees the change, against its true size
  double rater_factor = 1.0;  // on the change seen: one reading of one rater
  double notice = 0.35;       // block at which the person notices an effect
  double tape_z = 0.0;        // standard normal: the tape's repeat error
  double drift_z = 0.0;       // the same: how girth moves by itself
};

/// How people report what they notice: knowing that they were treated, or day by day in a blinded diary.
enum class Report { open_label, diary };

/// Whom to draw. People come in mirror images, one after the other: alike but for left and right. Without
/// `study` they come from many studies, study_count() of them one after the other, so that what is not known
/// (the model's joint draws and the spread between studies) is part of the population; with it all people
/// share one study's effects, drawn from that number. With `calf_prior` only that prior of calf size is used
/// (an index of kCalfPriors).
struct DrawOptions {
  int count = 2000;
  std::uint64_t seed = 1;
  std::optional<std::uint64_t> study;
  std::optional<std::size_t> calf_prior;
  Report report = Report::open_label;
};

/// People like `person`; the same options give the same people.
std::vector<PersonDraw> draw_people(const ResponseModel& model, const Person& person,
                                    const DrawOptions& options);

}  // namespace simulation
