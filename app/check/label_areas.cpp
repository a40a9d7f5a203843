#include <algorithm>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/mistaken_units.h"
#include "app/check/rules.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::FaceLine;
using simulation::MuscleTarget;
using simulation::Session;

/// Whether a trial in men gave this man that number.
bool is_of_men(const Checked& checked, const Session& session, FaceLine line, double units) {
  return checked.plan.person.sex == simulation::Sex::male &&
         std::any_of(checked.limits.men.begin(), checked.limits.men.end(), [&](const MenDose& dose) {
           return dose.product == session.product && dose.line == line &&
                  is_near(checked, units, dose.better_units);
         });
}

/// The highest studied dose of the area over both sides that this one is beyond.
const StudiedDose* passed_study(const Checked& checked, simulation::Product product, FaceLine line,
                                double units) {
  const std::vector<simulation::Muscle> of_line = simulation::planned_muscles_of(line);
  for (const StudiedDose& dose : checked.limits.studied)
    if (dose.product == product && !dose.per_side && units > dose.units &&
        std::find(of_line.begin(), of_line.end(), dose.muscles.front()) != of_line.end())
      return &dose;
  return nullptr;
}

void area_dose(const Checked& checked, std::size_t s, FaceLine line, Remarks& remarks) {
  const Session& session = checked.plan.sessions[s];
  const LabelArea* label = label_area(checked.limits, session.product, line);
  const double units = area_units(session, line);
  if (!label || units <= 0.0) return;
  const ProductLimits& limits = *limits_of(checked, session.product);
  const bool over = units > label->units;
  Remark remark{Severity::warning,
                over ? Harm::overdose : Harm::mistaken_units,
                session_path(s) + ".injections",
                "finding.over_label",
                {{"product", limits.name},
                 {"area", words_of(line, checked.texts)},
                 {"label", number_text(label->units)}},
                label->sources,
                s,
                units};
  const UsualDose of_label = [&](simulation::Product product) -> std::optional<Limit> {
    const LabelArea* area = label_area(checked.limits, product, line);
    return area ? std::optional(Limit{area->units, area->sources}) : std::nullopt;
  };
  const OtherProducts others = products_of_number(checked, of_label, label->units, units);
  if (!others.names.empty() && !is_of_men(checked, session, line, units)) {
    remark.key = over ? "finding.mistaken_over" : "finding.mistaken_under";
    remark.values.emplace_back("other", list_in_words(others.units, checked.texts));
    remark.values.emplace_back("others", list_in_words(others.names, checked.texts));
    add_sources(remark.sources, others.sources);
  } else if (!over) {
    return;
  } else if (const StudiedDose* dose = passed_study(checked, session.product, line, units)) {
    remark.key = "finding.over_label_and_studies";
    remark.stamp = Stamp::outside_published;
    remark.values.emplace_back("studied", number_text(dose->units));
    remark.values.emplace_back("finding", dose->finding);
    add_sources(remark.sources, dose->sources);
  }
  remarks.push_back(std::move(remark));
}

/// The glabella is the area that every label names: its units per point stand for thin muscles of the face.
void points(const Checked& checked, std::size_t s, Remarks& remarks) {
  const Session& session = checked.plan.sessions[s];
  const LabelArea* label = label_area(checked.limits, session.product, FaceLine::glabella);
  if (!label) return;
  const ProductLimits& limits = *limits_of(checked, session.product);
  const double per_point = label->units / label->points;
  const Limit& times = checked.limits.point_times_label;
  for (std::size_t i = 0; i < session.injections.size(); ++i) {
    const auto* target = std::get_if<MuscleTarget>(&session.injections[i].target);
    if (!target || simulation::region_of(target->muscle) != simulation::Region::face ||
        target->muscle == simulation::Muscle::masseter)
      continue;
    const double units = session.injections[i].units / sites_of(session.injections[i]);
    const bool told = limits.units_per_site && units > limits.units_per_site->value;
    if (told || units <= times.value * per_point) continue;
    Sources sources = times.sources;
    add_sources(sources, label->sources);
    remarks.push_back({Severity::warning,
                       Harm::spread,
                       injection_path(s, i) + ".units",
                       "finding.much_in_a_point",
                       {{"product", limits.name},
                        {"muscle", words_of(target->muscle)},
                        {"times", number_text(times.value)},
                        {"label", number_text(per_point)}},
                       std::move(sources),
                       s,
                       units});
  }
}

void men(const Checked& checked, std::size_t s, Remarks& remarks) {
  const Session& session = checked.plan.sessions[s];
  if (checked.plan.person.sex != simulation::Sex::male) return;
  for (const MenDose& dose : checked.limits.men) {
    const double units = area_units(session, dose.line);
    if (session.product != dose.product || units <= 0.0 || units > dose.up_to_units) continue;
    remarks.push_back({Severity::note,
                       Harm::benefit,
                       "person.sex",
                       "finding.men",
                       {{"area", words_of(dose.line, checked.texts)},
                        {"product", limits_of(checked, dose.product)->name},
                        {"label", number_text(dose.up_to_units)},
                        {"better", number_text(dose.better_units)}},
                       dose.sources,
                       s,
                       units});
  }
}

}  // namespace

void check_label_areas(const Checked& checked, Remarks& remarks) {
  if (checked.plan.region != simulation::Region::face) return;
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) {
    for (const FaceLine line : simulation::kFaceLines) area_dose(checked, s, line, remarks);
    points(checked, s, remarks);
    men(checked, s, remarks);
  }
}

}  // namespace app
