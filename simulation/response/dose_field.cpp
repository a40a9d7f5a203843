#include "simulation/response/dose_field.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
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

/// Share of a Gaussian about `centre` that lies between two places.
double share_between(double low, double high, double centre, double sd) {
  const double scale = 1.0 / (sd * std::numbers::sqrt2);
  return 0.5 * (std::erf((high - centre) * scale) - std::erf((low - centre) * scale));
}

// Cells of the sheet in which the spread is worked out, fine enough to see the gaps between points.
constexpr std::size_t kCellsAlong = 18;
constexpr std::size_t kCellsAcross = 8;
constexpr std::size_t kCells = kCellsAlong * kCellsAcross;
static_assert(kCells % kSamples == 0);
using Cells = std::array<double, kCells>;
using CellDose = std::array<Cells, kRadiusFactors.size()>;

/// Mean dose over every cell, for one standard deviation across the fibres. Whole cells, so that the muscle
/// never holds more than was given.
Cells spread(const Group& group, const Sheet& sheet, double sd_across, double along) {
  Cells cells{};
  const double each = group.units / static_cast<double>(group.sites.size()) * kCells;
  const double sd_x = sd_across * along / sheet.length_mm;
  const double sd_y = sd_across / sheet.width_mm;
  for (const glm::dvec2& site : group.sites) {
    std::array<double, kCellsAcross> column{};
    for (std::size_t j = 0; j < kCellsAcross; ++j)
      column[j] =
          share_between(static_cast<double>(j) / kCellsAcross, (j + 1.0) / kCellsAcross, site.y, sd_y);
    for (std::size_t i = 0; i < kCellsAlong; ++i) {
      const double row =
          share_between(static_cast<double>(i) / kCellsAlong, (i + 1.0) / kCellsAlong, site.x, sd_x);
      for (std::size_t j = 0; j < kCellsAcross; ++j) cells[i * kCellsAcross + j] += each * row * column[j];
    }
  }
  return cells;
}

CellDose cell_dose(const GroupKey& key, const Group& group, const ResponseModel& model) {
  const Muscle muscle = std::get<Muscle>(key);
  const std::string start = "muscle." + std::string(name(muscle));
  const Sheet sheet{model.value(start + ".length"), model.value(start + ".width")};
  const double per_site = group.units / static_cast<double>(group.sites.size());
  const double radius = spread_radius(region_of(muscle), std::get<Product>(key), per_site, model).across_mm;
  CellDose cells{};
  for (std::size_t r = 0; r < kRadiusFactors.size(); ++r)
    cells[r] = spread(group, sheet, radius * kRadiusFactors[r], model.value("spread.along"));
  return cells;
}

void add(CellDose& to, const CellDose& from) {
  for (std::size_t r = 0; r < to.size(); ++r)
    for (std::size_t c = 0; c < kCells; ++c) to[r][c] += from[r][c];
}

void add_evenly(CellDose& to, double units) {
  for (Cells& cells : to)
    for (double& cell : cells) cell += units;
}

using EventKey = std::pair<double, Product>;
using Events = std::map<EventKey, CellDose>;

/// Cells from the best to the least reached.
std::array<std::size_t, kCells> by_dose(const Cells& dose) {
  std::array<std::size_t, kCells> order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return dose[a] > dose[b]; });
  return order;
}

/// Cells that get about the same over all events become one sample, in every event the same ones.
std::vector<DoseEvent> sampled(const Events& events) {
  CellDose total{};
  for (const auto& [key, cells] : events) add(total, cells);
  std::vector<DoseEvent> result;
  for (const auto& [key, cells] : events) result.push_back({key.first, key.second, {}});
  for (std::size_t r = 0; r < kRadiusFactors.size(); ++r) {
    // With several events a place must mean the same at every radius.
    const auto order = by_dose(total[events.size() == 1 ? r : kNominalRadius]);
    std::size_t event = 0;
    for (const auto& [key, cells] : events) {
      LocalDose& local = result[event++].local;
      for (std::size_t c = 0; c < kCells; ++c)
        local[r][c * kSamples / kCells] += cells[r][order[c]] * kSamples / kCells;
    }
  }
  return result;
}

}  // namespace

SpreadRadius spread_radius(Region region, Product product, double units, const ResponseModel& model) {
  const std::string key(name(product));
  const double reference = units / model.value("potency." + key);
  // The radii hold for points of four reference units.
  const double across = model.value(region == Region::calf ? "spread.calf" : "spread.face") *
                        std::cbrt(reference / 4.0) * model.value("spread.ratio." + key);
  return {across, across * model.value("spread.along")};
}

std::vector<MuscleDose> dose_field(const Plan& plan, const ResponseModel& model,
                                   const std::vector<FreePointReach>& reach) {
  std::map<std::pair<Muscle, BodySide>, Events> found;
  const double passed_on = model.value("spread.corrugator_to_depressor_supercilii");
  for (const auto& [key, group] : groups_of(plan, reach)) {
    const Muscle muscle = std::get<Muscle>(key);
    const BodySide side = std::get<BodySide>(key);
    const EventKey event{std::get<double>(key), std::get<Product>(key)};
    add(found[{muscle, side}][event], cell_dose(key, group, model));
    // The depressor lies under the corrugator's inner end and shares its points.
    if (muscle == Muscle::corrugator && passed_on > 0.0)
      add_evenly(found[{Muscle::depressor_supercilii, side}][event], group.units * passed_on);
  }
  std::vector<MuscleDose> doses;
  for (const auto& [place, events] : found) doses.push_back({place.first, place.second, sampled(events)});
  return doses;
}

}  // namespace simulation
