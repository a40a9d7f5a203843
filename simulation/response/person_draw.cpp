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
  Sampler(const ResponseModel& model, const DrawOptions& options) : model_(model), options_(options) {}

  std::size_t count() const { return static_cast<std::size_t>(std::max(options_.count, 1)); }

  std::vector<double> uniform(const std::string& stream) const {
    return stratified(count(), options_.seed, hash(stream));
  }

  /// Values of a parameter: median times its spread, within its range.
  std::vector<double> values(const std::string& key) const {
    const Parameter& parameter = model_.at(key);
    std::vector<double> result(count(), parameter.value);
    spread(result, key, parameter.person_cv, ".person");
    if (parameter.study_cv > 0.0) spread_between_studies(result, key, parameter.study_cv);
    for (double& value : result) value = std::clamp(value, parameter.low, parameter.high);
    return result;
  }

 private:
  void spread(std::vector<double>& values, const std::string& key, double cv, const char* stream) const {
    if (cv <= 0.0) return;
    const double sd = log_sd(cv);
    const std::vector<double> places = uniform(key + stream);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] *= std::exp(sd * normal_quantile(places[i]));
  }

  void spread_between_studies(std::vector<double>& values, const std::string& key, double cv) const {
    if (!options_.study) return spread(values, key, cv, ".study");
    // One place of 4096 for the whole study.
    RandomStream random(*options_.study * 0x9e3779b97f4a7c15ULL + hash(key));
    const double place = (static_cast<double>(random.below(4096)) + 0.5) / 4096.0;
    const double factor = std::exp(log_sd(cv) * normal_quantile(place));
    for (double& value : values) value *= factor;
  }

  const ResponseModel& model_;
  const DrawOptions& options_;
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
  fill(people, sampler.values("line.notice"), [](PersonDraw& p, double v) { p.notice = v; });
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

std::vector<PersonDraw> draw_people(const ResponseModel& model, const Person& person,
                                    const DrawOptions& options) {
  const Sampler sampler(model, options);
  People people(sampler.count());
  draw_toxin(people, sampler);
  draw_calf(people, model, sampler, options);
  draw_size(people, sampler, "size.face", &PersonDraw::face);
  draw_size(people, sampler, "size.masseter", &PersonDraw::masseter);
  draw_lines(people, model, person, sampler);
  fill(people, sampler.uniform("tape"), [](PersonDraw& p, double v) { p.tape_z = normal_quantile(v); });
  apply_activity(people, model, person.activity);
  return people;
}

}  // namespace simulation
