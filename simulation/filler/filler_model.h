#pragma once

#include <array>
#include <string>
#include <vector>

#include "simulation/plan/plan.h"

namespace simulation {

/// One figure of assets/clinical/fillers.json with where it comes from.
struct FillerFigure {
  double low = 0.0;  // of people whose filler lasts shortest, or of the least there is
  double typical = 0.0;
  double high = 0.0;
  std::string unit;
  std::vector<std::string> sources;  // keys of sources.bib
  bool assumed = true;
  std::string why;
};

struct FillerSiteModel {
  FillerFigure weeks_to_half;  // until half of the volume is left
  FillerFigure tissue_share;   // of the volume that lifts the skin; the rest is taken up inward
};

/// Figures of hyaluronic acid fillers. Read by app/files/fillers_file.
struct FillerModel {
  std::array<FillerSiteModel, kFillerSiteCount> sites;
  FillerFigure course_shape;       // 1 decays from the first day, more holds first and then falls
  FillerFigure line_lift;          // most of a static line's depth that filler under it takes away
  FillerFigure line_lift_half_ml;  // mL that take away half of that

  const FillerSiteModel& at(FillerSite site) const { return sites[static_cast<std::size_t>(site)]; }
  FillerSiteModel& at(FillerSite site) { return sites[static_cast<std::size_t>(site)]; }
};

}  // namespace simulation
