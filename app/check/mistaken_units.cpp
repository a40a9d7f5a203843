#include "app/check/mistaken_units.h"

#include <algorithm>
#include <cmath>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/rules.h"

namespace app {

bool is_near(const Checked& checked, double units, double number) {
  return 100.0 * std::abs(units / number - 1.0) <= checked.limits.mistaken.within_percent.value;
}

OtherProducts products_of_number(const Checked& checked, const UsualDose& usual, double own_units,
                                 double units) {
  OtherProducts others;
  for (const auto& [product, limits] : checked.limits.products) {
    const std::optional<Limit> other = usual(product);
    if (!other) continue;
    const double times = std::max(other->value, own_units) / std::min(other->value, own_units);
    if (times < checked.limits.mistaken.apart_times.value || !is_near(checked, units, other->value)) continue;
    others.names.push_back(limits.name);
    others.units.push_back(number_text(other->value));
    add_sources(others.sources, other->sources);
  }
  return others;
}

void check_calf_number(const Checked& checked, Remarks& remarks) {
  const UsualDose full_dose = [&](simulation::Product product) {
    const ProductLimits* limits = limits_of(checked, product);
    return limits ? limits->full_calf_units : std::nullopt;
  };
  for (std::size_t s = 0; s < checked.plan.sessions.size(); ++s) {
    const simulation::Session& session = checked.plan.sessions[s];
    const std::optional<Limit> own = full_dose(session.product);
    const double units = region_units(session, checked.plan.region, simulation::Region::calf);
    if (!own || units <= 0.0) continue;
    const OtherProducts others = products_of_number(checked, full_dose, own->value, units);
    if (others.names.empty()) continue;
    Sources sources = own->sources;
    add_sources(sources, others.sources);
    remarks.push_back({Severity::warning,
                       units > own->value ? Harm::overdose : Harm::mistaken_units,
                       session_path(s) + ".injections",
                       "finding.mistaken_calf",
                       {{"product", limits_of(checked, session.product)->name},
                        {"own", number_text(own->value)},
                        {"other", list_in_words(others.units, checked.texts)},
                        {"others", list_in_words(others.names, checked.texts)}},
                       std::move(sources),
                       s,
                       units});
  }
}

}  // namespace app
