#include "simulation/response/dose_field.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"
#include "simulation/response/dose_cells.h"
#include "simulation/response/dose_groups.h"

namespace simulation {
namespace {

using Shares = std::array<double, kRadiusFactors.size()>;
using Spread = std::map<MuscleSide, CellDose>;

/// Of the dose for half block: less is none.
constexpr double kLeastSpill = 1e-3;

double figure(Muscle muscle, const char* what, const ResponseModel& model) {
  return model.value("muscle." + std::string(name(muscle)) + what);
}

bool of_frontalis(Muscle muscle) {
  return muscle == Muscle::frontalis_medial || muscle == Muscle::frontalis_lateral;
}

/// More saline carries the same units further. None told: as usual.
double dilution_factor(const DoseGroup& group, const ResponseModel& model) {
  if (!group.dilution_ml) return 1.0;
  return std::pow(*group.dilution_ml / model.value("spread.usual_dilution"),
                  model.value("spread.dilution_exponent"));
}

/// The kernel is as wide in depth as it is across: a needle above or below the usual depth leaves less in the
/// muscle. None told: as usual.
double kept_at_depth(const DoseGroup& group, Region region, double radius_mm, const ResponseModel& model) {
  if (!group.depth_mm) return 1.0;
  const double off = (*group.depth_mm - model.value(region == Region::calf ? "spread.usual_depth_calf"
                                                                           : "spread.usual_depth_face")) /
                     radius_mm;
  return std::exp(-0.5 * off * off);
}

/// What the bare kernel lays over every muscle in reach.
Spread kernel(const DoseGroup& group, const ResponseModel& model) {
  const double per_site = group.units / static_cast<double>(group.points);
  Spread spread;
  for (const auto& [which, sites] : group.sites) {
    const Region region = region_of(which.first);
    const double radius =
        spread_radius(region, group.product, per_site, model).across_mm * dilution_factor(group, model);
    spread[which] = spread_over(sites, group.units * kept_at_depth(group, region, radius, model),
                                figure(which.first, ".length", model), figure(which.first, ".width", model),
                                radius, model.value("spread.along"));
  }
  return spread;
}

/// The muscle a free point is over, more than over any other.
MuscleSide aim_of(const Spread& spread) {
  MuscleSide best = spread.begin()->first;
  for (const auto& [which, cells] : spread)
    if (can_be_target(which.first) &&
        (!can_be_target(best.first) || held(cells[kNominalRadius]) > held(spread.at(best)[kNominalRadius])))
      best = which;
  return best;
}

/// What tissue lets through to a muscle that is not the one the needle is in.
double let_through(const MuscleSide& which, const MuscleSide& aim, const ResponseModel& model) {
  if (region_of(which.first) == Region::calf) return 1.0;
  if (which == aim) return 1.0;
  if (of_frontalis(which.first) && of_frontalis(aim.first)) return 1.0;
  const double fascia = model.value("spread.fascia");
  return which.first == Muscle::levator_palpebrae ? fascia * model.value("spread.orbital_septum") : fascia;
}

/// Holds the muscles' sum to `room`, per radius.
void keep_within(Spread& spread, const Shares& room) {
  Shares factor{};
  for (std::size_t r = 0; r < factor.size(); ++r) {
    double total = 0.0;
    for (const auto& [which, cells] : spread) total += held(cells[r]);
    factor[r] = total > room[r] ? std::max(0.0, room[r]) / total : 1.0;
  }
  for (auto& [which, cells] : spread) scale(cells, factor);
}

void pass_through_tissue(Spread& spread, const MuscleSide& aim, const ResponseModel& model) {
  for (auto& [which, cells] : spread) {
    Shares share{};
    share.fill(let_through(which, aim, model));
    scale(cells, share);
  }
}

void drop_traces(Spread& spread, const MuscleSide& aim, const DoseGroup& group, const ResponseModel& model) {
  std::erase_if(spread, [&](const auto& entry) {
    const double least = kLeastSpill * figure(entry.first.first, ".d50", model) *
                         model.value("potency." + std::string(name(group.product)));
    return entry.first != aim && held(entry.second.back()) < least;
  });
}

/// A named dose: its own muscle as it is, the neighbours share what it left.
Spread of_named(const DoseGroup& group, const ResponseModel& model) {
  Spread others = kernel(group, model);
  const MuscleSide own = *group.named;
  const CellDose kept = others.at(own);
  others.erase(own);
  Shares room{};
  for (std::size_t r = 0; r < room.size(); ++r) room[r] = std::max(0.0, group.units - held(kept[r]));
  std::optional<CellDose> passed;
  if (own.first == Muscle::corrugator) {
    // The depressor lies under the corrugator's inner end and shares its points: it has a share of its own.
    const double share = group.units * model.value("spread.corrugator_to_depressor_supercilii");
    passed.emplace();
    for (std::size_t r = 0; r < room.size(); ++r) {
      const double given = std::min(share, room[r]);
      (*passed)[r].fill(given);
      room[r] -= given;
    }
    others.erase({Muscle::depressor_supercilii, own.second});
  }
  pass_through_tissue(others, own, model);
  keep_within(others, room);
  drop_traces(others, own, group, model);
  if (passed) others[{Muscle::depressor_supercilii, own.second}] = *passed;
  others[own] = kept;
  return others;
}

Spread of_free_point(const DoseGroup& group, const MuscleSide& aim, const ResponseModel& model) {
  Spread spread = kernel(group, model);
  pass_through_tissue(spread, aim, model);
  Shares room{};
  room.fill(group.units);
  keep_within(spread, room);
  drop_traces(spread, aim, group, model);
  return spread;
}

struct Reached {
  DoseEvents events;
  bool aimed = false;
};

}  // namespace

SpreadRadius spread_radius(Region region, Product product, double units, const ResponseModel& model) {
  const std::string key(name(product));
  const double reference = units / model.value("potency." + key);
  // The radii hold for points of four reference units.
  const double across = model.value(region == Region::calf ? "spread.calf" : "spread.face") *
                        std::cbrt(reference / 4.0) * model.value("spread.ratio." + key);
  return {across, across * model.value("spread.along")};
}

std::vector<MuscleDose> dose_field(const Plan& plan, const ResponseModel& model, const DoseReach& reach) {
  std::map<MuscleSide, Reached> found;
  for (const DoseGroup& group : dose_groups(plan, reach)) {
    const MuscleSide aim = group.named ? *group.named : aim_of(kernel(group, model));
    for (const auto& [which, cells] :
         group.named ? of_named(group, model) : of_free_point(group, aim, model)) {
      for (const BodySide side : kBodySides) {
        if (side != which.second && !is_midline(which.first)) continue;
        Reached& reached = found[{which.first, side}];
        add(reached.events[{group.day, group.product}], cells);
        // What the corrugator's points are known to treat as well is meant, not spilled.
        const bool shared = aim.first == Muscle::corrugator && which.first == Muscle::depressor_supercilii;
        reached.aimed = reached.aimed || which == aim || shared;
      }
    }
  }
  std::vector<MuscleDose> doses;
  for (const auto& [place, reached] : found) {
    doses.push_back({place.first, place.second, sampled(reached.events), {}, reached.aimed});
    if (of_frontalis(place.first)) doses.back().lower_events = sampled(reached.events, kCellsAlong / 2);
  }
  return doses;
}

}  // namespace simulation
