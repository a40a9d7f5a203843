#include <algorithm>
#include <functional>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/rules.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::FaceLine;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Product;
using simulation::Region;
using simulation::Session;

/// More than any study gave to a side. What was studied over both sides is told with the label's area.
void beyond_studied(const Checked& checked, std::size_t s, Remarks& remarks) {
  const Session& session = checked.plan.sessions[s];
  for (const StudiedDose& dose : checked.limits.studied) {
    if (dose.product != session.product || !dose.per_side) continue;
    const double left = side_units(session, dose.muscles, BodySide::left);
    const double right = side_units(session, dose.muscles, BodySide::right);
    if (left <= dose.units && right <= dose.units) continue;
    const bool leg = simulation::region_of(dose.muscles.front()) == Region::calf;
    const std::string_view key = left > dose.units && right > dose.units ? "finding.beyond_studied_sides"
                                 : left > dose.units                     ? "finding.beyond_studied_left"
                                                                         : "finding.beyond_studied_right";
    Remark remark{Severity::warning,
                  Harm::overdose,
                  session_path(s) + ".injections",
                  key,
                  {{"muscles", words_of(dose.muscles, checked.texts)},
                   {"part", checked.texts.at(leg ? "finding.leg" : "finding.side")},
                   {"studied", number_text(dose.units)},
                   {"product", limits_of(checked, dose.product)->name},
                   {"finding", dose.finding}},
                  dose.sources,
                  s,
                  {},
                  Stamp::outside_published};
    for (const double units : {left, right}) {
      if (units <= dose.units) continue;
      remark.amount = units;
      remarks.push_back(remark);
    }
  }
}

/// Muscles of a plan that have something in common, and where the first of them stands.
struct Named {
  std::vector<Muscle> muscles;
  std::string field;
};

/// Those of one product, or of the whole plan when none is given.
Named muscles_that(const Checked& checked, std::optional<Product> product,
                   const std::function<bool(Muscle)>& belongs) {
  Named named;
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) {
    const Session& session = checked.plan.sessions[s];
    if (product && session.product != *product) continue;
    for (std::size_t i = 0; i < session.injections.size(); ++i) {
      const auto* target = std::get_if<MuscleTarget>(&session.injections[i].target);
      if (!target || !belongs(target->muscle)) continue;
      if (named.muscles.empty()) named.field = injection_path(s, i) + ".muscle";
      named.muscles.push_back(target->muscle);
    }
  }
  return named;
}

void say(const Checked& checked, const Named& named, Severity severity, Harm harm, std::string_view key,
         const Sources& sources, const std::string& product, Remarks& remarks, Stamp stamp = Stamp::none) {
  if (named.muscles.empty()) return;
  remarks.push_back({severity,
                     harm,
                     named.field,
                     key,
                     {{"muscles", words_of(named.muscles, checked.texts)}, {"product", product}},
                     sources,
                     {},
                     {},
                     stamp});
}

void muscles(const Checked& checked, Remarks& remarks) {
  const Region region = checked.plan.region;
  const auto tell = [&](const auto& belongs, Severity severity, Harm harm, std::string_view key,
                        const Sources& sources, Stamp stamp = Stamp::none) {
    say(checked, muscles_that(checked, {}, belongs), severity, harm, key, sources, {}, remarks, stamp);
  };
  tell([&](Muscle muscle) { return simulation::region_of(muscle) != region; }, Severity::warning, Harm::shown,
       region == Region::calf ? "finding.not_of_calf" : "finding.not_of_face", {});
  if (region == Region::calf) {
    tell([](Muscle muscle) { return muscle == Muscle::soleus; }, Severity::warning, Harm::benefit,
         "finding.soleus", checked.limits.calf_muscles);
    return;
  }
  const auto on_face = [&](Muscle muscle) { return simulation::region_of(muscle) == region; };
  tell([&](Muscle muscle) { return on_face(muscle) && !is_on_record(checked.limits, muscle); },
       Severity::warning, Harm::no_evidence, "finding.no_evidence", {}, Stamp::outside_published);
  for (const auto& [product, limits] : checked.limits.products)
    say(checked,
        muscles_that(checked, product,
                     [&, &known = limits](Muscle muscle) {
                       return on_face(muscle) && is_on_record(checked.limits, muscle) &&
                              !is_labelled(known, muscle);
                     }),
        Severity::note, Harm::off_label, "finding.off_label", limits.label, limits.name, remarks);
}

/// A product without a ceiling on record, where its label does not tell the dose either.
void no_ceiling(const Checked& checked, Remarks& remarks) {
  for (const auto& [product, limits] : checked.limits.products) {
    if (limits.units_per_session) continue;
    const Named named =
        muscles_that(checked, product, [&, &known = limits](Muscle m) { return !is_labelled(known, m); });
    if (named.muscles.empty()) continue;
    const std::string session = named.field.substr(0, named.field.find('.'));
    remarks.push_back({Severity::note,
                       Harm::off_label,
                       session + ".product",
                       "finding.no_ceiling",
                       {{"product", limits.name}},
                       limits.label});
  }
}

void calf(const Checked& checked, Remarks& remarks) {
  remarks.push_back({Severity::note,
                     Harm::off_label,
                     "region",
                     "finding.calf_off_label",
                     {},
                     checked.limits.calf_off_label});
  for (const Product product : checked.limits.unstudied_calf) {
    const auto& sessions = checked.plan.sessions;
    const auto found = std::find_if(sessions.begin(), sessions.end(),
                                    [&](const Session& session) { return session.product == product; });
    if (found == sessions.end()) continue;
    remarks.push_back({Severity::note,
                       Harm::off_label,
                       session_path(static_cast<std::size_t>(found - sessions.begin())) + ".product",
                       "finding.no_calf_trial",
                       {{"product", limits_of(checked, product)->name}},
                       {}});
  }
}

}  // namespace

void check_evidence(const Checked& checked, Remarks& remarks) {
  if (checked.plan.sessions.empty()) {
    remarks.push_back({Severity::note, Harm::shown, "sessions", "finding.no_session", {}, {}});
    return;
  }
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) beyond_studied(checked, s, remarks);
  muscles(checked, remarks);
  no_ceiling(checked, remarks);
  if (checked.plan.region == Region::calf) calf(checked, remarks);
}

}  // namespace app
