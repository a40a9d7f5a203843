#include "simulation/response/person_draw.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "simulation/plan/names.h"
#include "simulation/response/random.h"

namespace simulation {
namespace {

double log_sd(double cv) {
  return std::sqrt(std::log1p(cv * cv));
}

std::uint64_t hash(const std::string& text) {
  std::uint64_t value = 0xcbf29ce484222325ULL;
  for (unsigned char c : text) value = (value ^ c) * 0x100000001b3ULL;
  return value;
}

/// Draws one parameter for everyone.
class Sampler {
 public:
  Sampler(const ResponseModel& model, const DrawOptions& options)
      : model_(model), options_(options), studies_(options.study ? 1 : study_count(count())) {
    if (!model.draws().rows.empty()) choose_draws();
    spread_of_study_ = drawn_values("study.spread");
  }

  std::size_t count() const { return static_cast<std::size_t>(std::max(options_.count, 1)); }

  /// One place per person, the same for a mirror image.
  std::vector<double> uniform(const std::string& stream) const {
    const std::vector<double> pairs = stratified((count() + 1) / 2, options_.seed, hash(stream));
    std::vector<double> places(count());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = pairs[i / 2];
    return places;
  }

  /// Values of a parameter: median times its spread, within its range.
  std::vector<double> values(const std::string& key) const {
    const Parameter& parameter = model_.at(key);
    const std::vector<double> of_study = study_values(key, parameter);
    std::vector<double> result(count());
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = of_study[study(i)];
    spread(result, key, parameter.person_cv);
    for (double& value : result) value = std::clamp(value, parameter.low, parameter.high);
    return result;
  }

 private:
  std::size_t study(std::size_t person) const { return options_.study ? 0 : study_of(person, count()); }

  /// One place per study, on its own for a study that is asked for by number.
  std::vector<double> study_places(const std::string& stream) const {
    if (!options_.study) return stratified(studies_, options_.seed, hash(stream));
    RandomStream random(*options_.study * 0x9e3779b97f4a7c15ULL + hash(stream));
    return {(static_cast<double>(random.below(4096)) + 0.5) / 4096.0};
  }

  void choose_draws() {
    const double rows = static_cast<double>(model_.draws().rows.size());
    for (double place : study_places("draws"))
      draw_of_study_.push_back(&model_.draws().rows[static_cast<std::size_t>(place * rows)]);
  }

  /// Value of a parameter in each study before the study's own effect: that of the study's joint draw, where
  /// the fit left it open.
  std::vector<double> drawn_values(const std::string& key) const {
    std::vector<double> values(studies_, model_.value(key));
    if (const auto column = model_.draws().column(key); column && !draw_of_study_.empty())
      for (std::size_t s = 0; s < studies_; ++s) values[s] = (*draw_of_study_[s])[*column];
    return values;
  }

  std::vector<double> study_values(const std::string& key, const Parameter& parameter) const {
    std::vector<double> values = drawn_values(key);
    if (parameter.study_cv <= 0.0) return values;
    const std::vector<double> places = study_places(key + ".study");
    const double sd = log_sd(parameter.study_cv);
    for (std::size_t s = 0; s < studies_; ++s) {
      const double factor = has_fitted_spread(key) ? spread_of_study_[s] : 1.0;
      values[s] *= std::exp(factor * sd * normal_quantile(places[s]));
    }
    return values;
  }

  void spread(std::vector<double>& values, const std::string& key, double cv) const {
    if (cv <= 0.0) return;
    const double sd = log_sd(cv);
    const std::vector<double> places = uniform(key + ".person");
    for (std::size_t i = 0; i < values.size(); ++i) values[i] *= std::exp(sd * normal_quantile(places[i]));
  }

  const ResponseModel& model_;
  const DrawOptions& options_;
  std::size_t studies_;
  std::vector<const std::vector<double>*> draw_of_study_;
  std::vector<double> spread_of_study_;
};

using People = std::vector<PersonDraw>;

template <typename Set>
void fill(People& people, const std::vector<double>& values, Set set) {
  for (std::size_t i = 0; i < people.size(); ++i) set(people[i], values[i]);
}

void draw_toxin(People& people, const Sampler& sampler) {
  const auto into = [&](const char* key, double PersonDraw::*member) {
    fill(people, sampler.values(key), [member](PersonDraw& p, double v) { p.*member = v; });
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
    fill(people, sampler.values("hill.d50_area." + std::string(kAreas[i])),
         [i](PersonDraw& p, double v) { p.area_d50[i] = v; });
  for (const auto& [product, generic] : kProductNames) {
    const std::size_t i = static_cast<std::size_t>(product);
    fill(people, sampler.values("potency." + std::string(generic)),
         [i](PersonDraw& p, double v) { p.potency[i] = v; });
    fill(people, sampler.values("chain.half_life_ratio." + std::string(generic)),
         [i](PersonDraw& p, double v) { p.half_life_ratio[i] = v; });
    fill(people, sampler.values("chain.onset_ratio." + std::string(generic)),
         [i](PersonDraw& p, double v) { p.onset_ratio[i] = v; });
  }
}

void draw_size(People& people, const Sampler& sampler, const std::string& group,
               SizeDraw PersonDraw::*member) {
  fill(people, sampler.values(group + ".loss_max"),
       [=](PersonDraw& p, double v) { (p.*member).loss_max = v; });
  fill(people, sampler.values(group + ".fall"), [=](PersonDraw& p, double v) { (p.*member).fall_days = v; });
  fill(people, sampler.values(group + ".rise"), [=](PersonDraw& p, double v) { (p.*member).rise_days = v; });
}

void draw_remainder(People& people, const Sampler& sampler, const std::string& group,
                    SizeDraw PersonDraw::*member) {
  fill(people, sampler.values(group + ".remainder"),
       [=](PersonDraw& p, double v) { (p.*member).remainder = v; });
  fill(people, sampler.values(group + ".remainder_rise"),
       [=](PersonDraw& p, double v) { (p.*member).remainder_rise_days = v; });
}

/// Left against right. A mirror image has the factors the other way round; a person without one has none.
void draw_sides(People& people, const ResponseModel& model, const Sampler& sampler) {
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
                      const Sampler& sampler) {
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

void draw_calf(People& people, const ResponseModel& model, const Sampler& sampler,
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
  fill(people, sampler.values("soleus.gain"), [](PersonDraw& p, double v) { p.soleus_gain = v; });
  fill(people, sampler.values("calf.girth_factor"), [](PersonDraw& p, double v) { p.girth_factor = v; });
}

void draw_lines(People& people, const ResponseModel& model, const Person& person, const Sampler& sampler) {
  for (std::size_t i = 0; i < 3; ++i) {
    static constexpr const char* kNames[] = {"glabella", "forehead", "crows_feet"};
    const std::string key = "line." + std::string(kNames[i]) + ".muscle_share";
    fill(people, sampler.values(key), [i](PersonDraw& p, double v) { p.muscle_share[i] = v; });
    fill(people, sampler.uniform(key + ".severity"),
         [i](PersonDraw& p, double v) { p.severity_place[i] = v; });
  }
  fill(people, sampler.uniform("line.rest"), [](PersonDraw& p, double v) { p.rest_place = v; });
  const double by_age =
      std::clamp(1.0 - model.value("line.static_gain_per_year") * (person.age_years - 45.0), 0.3, 1.7);
  const double highest = std::min(model.at("line.static_gain").high, 1.0);
  fill(people, sampler.values("line.static_gain"),
       [=](PersonDraw& p, double v) { p.static_gain = std::min(v * by_age, highest); });
  fill(people, sampler.values("line.fall"), [](PersonDraw& p, double v) { p.line_fall_days = v; });
  fill(people, sampler.values("line.rise"), [](PersonDraw& p, double v) { p.line_rise_days = v; });
  fill(people, sampler.values("line.seen_factor"), [](PersonDraw& p, double v) { p.seen_factor = v; });
  fill(people, sampler.values("line.rater_factor"), [](PersonDraw& p, double v) { p.rater_factor = v; });
}

void draw_notice(People& people, const Sampler& sampler, Report report) {
  fill(people, sampler.values("line.notice"), [](PersonDraw& p, double v) { p.notice = v; });
  if (report == Report::diary)
    fill(people, sampler.values("line.notice_diary_ratio"), [](PersonDraw& p, double v) { p.notice *= v; });
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
  switch (muscle) {
    case Muscle::gastrocnemius_medial:
    case Muscle::gastrocnemius_lateral:
    case Muscle::soleus:
      return DoseArea::calf;
    case Muscle::corrugator:
    case Muscle::procerus:
    case Muscle::depressor_supercilii:
      return DoseArea::glabella;
    case Muscle::frontalis:
    case Muscle::frontalis_medial:
    case Muscle::frontalis_lateral:
      return DoseArea::forehead;
    case Muscle::orbicularis_oculi:
      return DoseArea::crows_feet;
    default:
      return std::nullopt;
  }
}

bool has_fitted_spread(const std::string& key) {
  return !key.starts_with("size.") && !key.starts_with("soleus.") && !key.starts_with("calf.");
}

std::size_t study_count(std::size_t count) {
  constexpr std::size_t kPeoplePerStudy = 20;
  constexpr std::size_t kMostStudies = 100;
  return std::clamp<std::size_t>(count / kPeoplePerStudy, 1, kMostStudies);
}

std::size_t study_of(std::size_t person, std::size_t count) {
  // A mirror image is of the same study.
  return person / 2 * study_count(count) / ((count + 1) / 2);
}

std::vector<PersonDraw> draw_people(const ResponseModel& model, const Person& person,
                                    const DrawOptions& options) {
  const Sampler sampler(model, options);
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
  draw_notice(people, sampler, options.report);
  fill(people, sampler.uniform("tape"), [](PersonDraw& p, double v) { p.tape_z = normal_quantile(v); });
  fill(people, sampler.uniform("drift"), [](PersonDraw& p, double v) { p.drift_z = normal_quantile(v); });
  apply_activity(people, model, person.activity);
  return people;
}

}  // namespace simulation
