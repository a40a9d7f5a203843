#include "app/check/aftercare.h"

#include <array>
#include <limits>
#include <optional>

#include "app/base/names.h"

namespace app {
namespace {

constexpr double kDay = 1.0 / 7.0;

constexpr std::array kPhases = {AftercarePhase{"day0", 0.0, kDay},
                                AftercarePhase{"weeks1_2", kDay, 2.0},
                                AftercarePhase{"weeks2_4", 2.0, 4.0},
                                AftercarePhase{"peak", 4.0, 16.0},
                                AftercarePhase{"waning", 16.0, 26.0},
                                AftercarePhase{"late", 26.0, std::numeric_limits<double>::infinity()}};

/// At week 16 itself, the peak's last day, it has not begun to wane.
bool begun(const AftercarePhase& phase, double since) {
  const bool after = phase.name == "waning" || phase.name == "late";
  return after ? since > phase.from_week : since >= phase.from_week;
}

}  // namespace

std::span<const AftercarePhase> aftercare_phases() {
  return kPhases;
}

std::string aftercare_key(simulation::Region region, std::string_view phase) {
  return "aftercare." + std::string(name_of(kRegionNames, region)) + "." + std::string(phase);
}

std::string aftercare_key(const simulation::Plan& plan, double week) {
  std::optional<double> since;
  for (const simulation::Session& session : plan.sessions)
    if (session.week <= week + 1e-9) since = week - session.week;
  std::string_view now = "before";
  if (since)
    for (const AftercarePhase& phase : kPhases)
      if (begun(phase, *since)) now = phase.name;
  return aftercare_key(plan.region, now);
}

}  // namespace app
