#include "simulation/response/person_draw.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "simulation/anatomy/atlas.h"
#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"
#include "simulation/response/parameter_sampler.h"
#include "simulation/response/random.h"

namespace simulation {
namespace {

using People = std::vector<PersonDraw>;

template <typename Set>
void set_people(People& people, const std::vector<double>& values, Set set) {
  for (std::size_t i = 0; i < people.size(); ++i) set(people[i], values[i]);
}

void draw_toxin(People& people, const ParameterSampler& sampler) {
  const auto into = [&](const char* key, double PersonDraw::*member) {
    set_people(people, sampler.values(key), [member](PersonDraw& p, double v) { p.*member = v; });
  };
  into("hill.d50_factor", &PersonDraw::d50_factor);
  into("spread.radius_factor", &PersonDraw::radius_factor);
  into("spread.lid_reach", &PersonDraw::lid_reach);
  into("chain.uptake", &PersonDraw::uptake);
  into("chain.translocation", &PersonDraw::translocation);
  into("chain.half_life", &PersonDraw::half_life_days);
  into("hill.exponent", &PersonDraw::exponent);
  into("hill.block_max", &PersonDraw::block_max);
  into("hill.ceiling", &PersonDraw::ceiling);
  static constexpr const char* kAreas[] = {"calf", "glabella", "forehead", "crows_feet"};
  for (std::size_t i = 0; i < std::size(kAreas); ++i)
    set_people(people, sampler.values("hill.d50_area." + std::string(kAreas[i])),
         [i](PersonDraw& p, double v) { p.area_d50[i] = v; });
  for (const auto& [product, generic] : kProductNames) {
    const std::size_t i = static_cast<std::size_t>(product);
    set_people(people, sampler.values("potency." + std::string(generic)),
         [i](PersonDraw& p, double v) { p.potency[i] = v; });
    set_people(people, sampler.values("chain.half_life_ratio." + std::string(generic)),
         [i](PersonDraw& p, double v) { p.half_life_ratio[i] = v; });
    set_people(people, sampler.values("chain.onset_ratio." + std::string(generic)),
         [i](PersonDraw& p, double v) { p.onset_ratio[i] = v; });
  }
}

void draw_size(People& people, const ParameterSampler& sampler, const std::string& group,
               SizeDraw PersonDraw::*member) {
  set_people(people, sampler.values(group + ".loss_max"),
       [=](PersonDraw& p, double v) { (p.*member).loss_max = v; });
  set_people(people, sampler.values(group + ".fall"), [=](PersonDraw& p, double v) { (p.*member).fall_days = v; });
  set_people(people, sampler.values(group + ".rise"), [=](PersonDraw& p, double v) { (p.*member).rise_days = v; });
}

void draw_remainder(People& people, const ParameterSampler& sampler, const std::string& group,
                    SizeDraw PersonDraw::*member) {
  set_people(people, sampler.values(group + ".remainder"),
       [=](PersonDraw& p, double v) { (p.*member).remainder = v; });
  set_people(people, sampler.values(group + ".remainder_rise"),
       [=](PersonDraw& p, double v) { (p.*member).remainder_rise_days = v; });
}

/// Left against right. A mirror image has the factors the other way round; a person without one has none.
void draw_sides(People& people, const ResponseModel& model, const ParameterSampler& sampler) {
  const auto draw = [&](const char* key, Sided<double> PersonDraw::*member) {
    // The factor is that of one side against the other: each side gets its root.
    const double sd = 0.5 * log_sd(model.at(key).person_cv);
    const std::vector<double> places = sampler.uniform(std::string(key) + ".side");
    const std::size_t paired = people.size() / 2 * 2;
    for (std::size_t i = 0; i < paired; ++i) {
      const double left = std::exp((i % 2 == 0 ? sd : -sd) * normal_quantile(places[i]));
      people[i].*member = {left, 1.0 / left};
    }
    // The very same two numbers the other way round, so that both sides of a population are alike to the bit.
    for (std::size_t i = 1; i < paired; i += 2)
      people[i].*member = {(people[i - 1].*member).right, (people[i - 1].*member).left};
  };
  draw("side.d50", &PersonDraw::side_d50);
  draw("side.loss", &PersonDraw::side_loss);
}

/// Some never answer; of the others some stop, at each session the same share. Who comes again after earlier
/// sessions did answer to those.
void draw_nonresponse(People& people, const ResponseModel& model, const Person& person,
                      const ParameterSampler& sampler) {
  const double never = person.previous_sessions > 0 ? 0.0 : model.value("nonresponse.primary");
  const double late = model.value("nonresponse.late");
  const std::vector<double> places = sampler.uniform("nonresponse.primary");
  const std::vector<double> sessions = sampler.uniform("nonresponse.late");
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (places[i] < never) people[i].answers_to = 0;
    if (people[i].answers_to == 0 || late <= 0.0) continue;
    // Sessions to the first that fails are geometric; the first session of all is the primary's matter.
    const double until = std::log(sessions[i]) / std::log1p(-late);
    const double left = std::floor(until) + 1.0 - person.previous_sessions;
    people[i].answers_to = static_cast<int>(std::clamp(left, 0.0, 1e6));
  }
}

void draw_calf(People& people, const ResponseModel& model, const ParameterSampler& sampler,
               const DrawOptions& options) {
  constexpr std::size_t kPriors = std::size(kCalfPriors);
  std::array<People, kPriors> variants;
  std::array<double, kPriors> weight{};
  double total = 0.0;
  for (std::size_t i = 0; i < kPriors; ++i) {
    const std::string group = "size.calf." + std::string(kCalfPriors[i]);
    variants[i] = People(people.size());
    draw_size(variants[i], sampler, group, &PersonDraw::calf);
    const bool alone = options.calf_prior.has_value();
    weight[i] = alone ? (*options.calf_prior == i ? 1.0 : 0.0) : model.value(group + ".weight");
    total += weight[i];
  }
  const std::vector<double> places = sampler.uniform("size.calf.prior");
  for (std::size_t person = 0; person < people.size(); ++person) {
    std::size_t chosen = 0;
    double left = places[person] * total - weight[0];
    while (left >= 0.0 && chosen + 1 < kPriors) left -= weight[++chosen];
    people[person].calf = variants[chosen][person].calf;
  }
  set_people(people, sampler.values("soleus.gain"), [](PersonDraw& p, double v) { p.soleus_gain = v; });
  set_people(people, sampler.values("calf.girth_factor"), [](PersonDraw& p, double v) { p.girth_factor = v; });
  set_people(people, sampler.values("calf.push_factor"), [](PersonDraw& p, double v) { p.push_factor = v; });
}

void draw_lines(People& people, const ResponseModel& model, const Person& person,
                const ParameterSampler& sampler) {
  for (std::size_t i = 0; i < 3; ++i) {
    static constexpr const char* kNames[] = {"glabella", "forehead", "crows_feet"};
    const std::string key = "line." + std::string(kNames[i]) + ".muscle_share";
    set_people(people, sampler.values(key), [i](PersonDraw& p, double v) { p.muscle_share[i] = v; });
    set_people(people, sampler.uniform(key + ".severity"),
         [i](PersonDraw& p, double v) { p.severity_place[i] = v; });
  }
  set_people(people, sampler.uniform("line.rest"), [](PersonDraw& p, double v) { p.rest_place = v; });
  const double by_age =
      std::clamp(1.0 - model.value("line.static_gain_per_year") * (person.age_years - 45.0), 0.3, 1.7);
  const double highest = std::min(model.at("line.static_gain").high, 1.0);
  set_people(people, sampler.values("line.static_gain"),
       [=](PersonDraw& p, double v) { p.static_gain = std::min(v * by_age, highest); });
  set_people(people, sampler.values("line.fall"), [](PersonDraw& p, double v) { p.line_fall_days = v; });
  set_people(people, sampler.values("line.rise"), [](PersonDraw& p, double v) { p.line_rise_days = v; });
  set_people(people, sampler.values("line.seen_factor"), [](PersonDraw& p, double v) { p.seen_factor = v; });
  set_people(people, sampler.values("line.rater_factor"), [](PersonDraw& p, double v) { p.rater_factor = v; });
}

void draw_brow(People& people, const ParameterSampler& sampler) {
  set_people(people, sampler.values("brow.lift_factor"), [](PersonDraw& p, double v) { p.brow_lift = v; });
  set_people(people, sampler.values("brow.drop_factor"), [](PersonDraw& p, double v) { p.brow_drop = v; });
}

void draw_notice(People& people, const ParameterSampler& sampler, Report report) {
  set_people(people, sampler.values("line.notice"), [](PersonDraw& p, double v) { p.notice = v; });
  if (report == Report::diary)
    set_people(people, sampler.values("line.notice_diary_ratio"), [](PersonDraw& p, double v) { p.notice *= v; });
}

void apply_activity(People& people, const ResponseModel& model, Activity activity) {
  if (activity == Activity::moderate) return;
  const std::string start = activity == Activity::low ? "modifier.low_activity" : "modifier.high_activity";
  const double d50 = model.value(start + "_d50");
  const double half_life = model.value(start + "_half_life");
  for (PersonDraw& p : people) {
    p.d50_factor *= d50;
    p.half_life_days *= half_life;
  }
}

}  // namespace

std::optional<DoseArea> dose_area(Muscle muscle) {
  if (region_of(muscle) == Region::calf) return DoseArea::calf;
  const std::optional<FaceLine> line = row_of(muscle).line;
  if (!line) return std::nullopt;
  switch (*line) {
    case FaceLine::glabella:
      return DoseArea::glabella;
    case FaceLine::forehead:
      return DoseArea::forehead;
    case FaceLine::crows_feet:
      return DoseArea::crows_feet;
  }
  return std::nullopt;
}

std::vector<PersonDraw> draw_people(const ResponseModel& model, const Person& person,
                                    const DrawOptions& options) {
  const ParameterSampler sampler(model, options.count, options.seed, options.study);
  People people(sampler.count());
  draw_toxin(people, sampler);
  draw_calf(people, model, sampler, options);
  draw_size(people, sampler, "size.face", &PersonDraw::face);
  draw_size(people, sampler, "size.masseter", &PersonDraw::masseter);
  draw_remainder(people, sampler, "size.calf", &PersonDraw::calf);
  draw_remainder(people, sampler, "size.face", &PersonDraw::face);
  draw_remainder(people, sampler, "size.masseter", &PersonDraw::masseter);
  draw_sides(people, model, sampler);
  draw_nonresponse(people, model, person, sampler);
  draw_lines(people, model, person, sampler);
  draw_brow(people, sampler);
  draw_notice(people, sampler, options.report);
  set_people(people, sampler.uniform("tape"), [](PersonDraw& p, double v) { p.tape_z = normal_quantile(v); });
  set_people(people, sampler.uniform("drift"), [](PersonDraw& p, double v) { p.drift_z = normal_quantile(v); });
  apply_activity(people, model, person.activity);
  return people;
}

}  // namespace simulation
