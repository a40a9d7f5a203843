#include "simulation/response/dose_field.h"

#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <tuple>

#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"

namespace simulation {
namespace {

/// Points that were given together: their sites, and the units each of them got.
struct Group {
  std::vector<glm::dvec2> sites;
  double units = 0.0;  // over all sites
};

// The muscle, side, day and product of a group; then its points (0 and the injection's number: a free point).
using GroupKey = std::tuple<Muscle, BodySide, double, Product, int, std::size_t, std::size_t>;
using Groups = std::map<GroupKey, Group>;

void add_target(Groups& groups, const MuscleTarget& target, double units, double day, Product product) {
  for (const MuscleShare& share : muscles_of(target)) {
    for (BodySide side : kBodySides) {
      const bool other_side = (target.side == Side::left && side == BodySide::right) ||
                              (target.side == Side::right && side == BodySide::left);
      if (other_side) continue;
      Group& group = groups[{share.muscle, side, day, product, share.points, 0, 0}];
      group.sites = standard_sites(share.muscle, share.points);
      group.units += units * share.share;
    }
  }
}

Groups groups_of(const Plan& plan, const std::vector<FreePointReach>& reach) {
  Groups groups;
  for (std::size_t s = 0; s < plan.sessions.size(); ++s) {
    const Session& session = plan.sessions[s];
    for (std::size_t i = 0; i < session.injections.size(); ++i) {
      const Injection& injection = session.injections[i];
      if (injection.units <= 0.0) continue;
      if (const auto* target = std::get_if<MuscleTarget>(&injection.target)) {
        add_target(groups, *target, injection.units, session.week * 7.0, session.product);
        continue;
      }
      for (const FreePointReach& point : reach) {
        if (point.session != s || point.injection != i) continue;
        groups[{point.muscle, point.side, session.week * 7.0, session.product, 0, s, i}] =
            Group{{point.sheet}, injection.units};
      }
    }
  }
  return groups;
}

struct Sheet {
  double length_mm;
  double width_mm;
};

double gaussian(double x, double sd) {
  return std::exp(-0.5 * x * x / (sd * sd)) / (sd * std::sqrt(2.0 * std::numbers::pi));
}

/// Local dose of a group at every sample, for one standard deviation across the fibres.
std::array<double, kSamples> spread(const Group& group, const Sheet& sheet, double sd_across, double along) {
  std::array<double, kSamples> local{};
  const double each = group.units / static_cast<double>(group.sites.size()) * sheet.length_mm * sheet.width_mm;
  for (std::size_t s = 0; s < kSamples; ++s) {
    const double x = (static_cast<double>(s / kSamplesAcross) + 0.5) / kSamplesAlong;
    const double y = (static_cast<double>(s % kSamplesAcross) + 0.5) / kSamplesAcross;
    for (const glm::dvec2& site : group.sites)
      local[s] += each * gaussian((x - site.x) * sheet.length_mm, sd_across * along) *
                  gaussian((y - site.y) * sheet.width_mm, sd_across);
  }
  return local;
}

LocalDose local_dose(const GroupKey& key, const Group& group, const ResponseModel& model) {
  const Muscle muscle = std::get<Muscle>(key);
  const std::string product(name(std::get<Product>(key)));
  const std::string start = "muscle." + std::string(name(muscle));
  const Sheet sheet{model.value(start + ".length"), model.value(start + ".width")};
  const double per_site = group.units / static_cast<double>(group.sites.size()) / model.value("potency." + product);
  // The radii hold for points of four reference units.
  const double radius = model.value(region_of(muscle) == Region::calf ? "spread.calf" : "spread.face") *
                        std::cbrt(per_site / 4.0) * model.value("spread.ratio." + product);
  LocalDose local{};
  for (std::size_t r = 0; r < kRadiusFactors.size(); ++r)
    local[r] = spread(group, sheet, radius * kRadiusFactors[r], model.value("spread.along"));
  return local;
}

void add(LocalDose& to, const LocalDose& from, double factor) {
  for (std::size_t r = 0; r < to.size(); ++r)
    for (std::size_t s = 0; s < kSamples; ++s) to[r][s] += factor * from[r][s];
}

LocalDose even_dose(double units) {
  LocalDose local{};
  for (auto& row : local) row.fill(units);
  return local;
}

}  // namespace

std::vector<MuscleDose> dose_field(const Plan& plan, const ResponseModel& model,
                                   const std::vector<FreePointReach>& reach) {
  using EventKey = std::pair<double, Product>;
  std::map<std::pair<Muscle, BodySide>, std::map<EventKey, LocalDose>> found;
  const double passed_on = model.value("spread.corrugator_to_depressor_supercilii");
  for (const auto& [key, group] : groups_of(plan, reach)) {
    const Muscle muscle = std::get<Muscle>(key);
    const BodySide side = std::get<BodySide>(key);
    const EventKey event{std::get<double>(key), std::get<Product>(key)};
    add(found[{muscle, side}][event], local_dose(key, group, model), 1.0);
    // The depressor lies under the corrugator's inner end and shares its points.
    if (muscle == Muscle::corrugator && passed_on > 0.0)
      add(found[{Muscle::depressor_supercilii, side}][event], even_dose(group.units), passed_on);
  }
  std::vector<MuscleDose> doses;
  for (const auto& [place, events] : found) {
    MuscleDose dose{place.first, place.second, {}};
    for (const auto& [event, local] : events) dose.events.push_back({event.first, event.second, local});
    doses.push_back(std::move(dose));
  }
  return doses;
}

}  // namespace simulation
