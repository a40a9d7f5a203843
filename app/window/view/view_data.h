#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/body/calf_measures.h"
#include "app/body/curve.h"
#include "app/check/plan_check.h"
#include "app/files/claims_file.h"
#include "app/files/held_out_file.h"
#include "app/files/outcomes_file.h"
#include "app/marks/injection_map.h"
#include "app/marks/structure_pick.h"
#include "app/marks/tape_ring.h"
#include "app/session/sheet_choice.h"
#include "app/window/view/case_view.h"
#include "app/window/view/quality_steps.h"
#include "simulation/plan/plan.h"

/// What the panels show beside the session: results that were computed elsewhere. Panels only look values up.
namespace app {

/// A published dose of a product for a region.
struct Protocol {
  simulation::Region region = simulation::Region::calf;
  simulation::Product product = simulation::Product::onabotulinumtoxin_a;
  std::vector<simulation::Injection> injections;
};

/// The tape as it lies on the shown legs.
struct TapeView {
  double t = 0.0;         // share from knee to ankle
  double length_mm = 0;   // knee to ankle, of the left leg
  bool at_widest = true;  // it lies where the calf is widest
  TapeRing ring;
  simulation::Sided<TapeReading> reading;
  /// Girth at every height, knee to ankle at equal steps, cm.
  simulation::Sided<std::vector<double>> before_cm;
  simulation::Sided<std::vector<double>> now_cm;
};

/// The needle points of the shown session on the shown skin.
struct PointsView {
  std::shared_ptr<const InjectionMap> map;
  std::shared_ptr<const render::Topology> topology;  // of the skin
  std::shared_ptr<const PartSurface> skin;           // as shown
  std::vector<bool> seen;                            // of the map's points, from the session's camera
};

/// The tapped structure as it is now.
struct StructureView {
  StructurePoint point;
  StructureEffect effect;
};

/// What the first ray that meets a structure meets in that pane of the stage.
using StructurePicker =
    std::function<std::optional<Tapped>(std::span<const render::Ray> rays, std::size_t pane)>;

/// The structure after (1) or before (-1) the tapped one that is seen; see next_structure().
using StructureStepper = std::function<std::optional<Tapped>(int step)>;

/// What is known of the second plan.
struct BesideView {
  bool model_ready = false;
  std::vector<Curve> curves;

  const Curve* curve(std::string_view quantity) const;
};

struct ViewData {
  std::vector<Curve> curves;
  std::optional<simulation::Sided<LegMeasures>> measures;  // of the legs as drawn; empty: none are
  std::optional<TapeView> tape;                            // when the session shows one
  std::optional<PointsView> points;                        // when the session shows them
  std::optional<StructureView> structure;                  // when the session has tapped one
  StructurePicker pick_structure;                          // empty while no body can be shown
  StructureStepper step_structure;                         // empty as well where the layer shows no anatomy
  /// Of the plan's fillers, mL left at the week shown; empty for one not placed yet.
  std::vector<std::optional<double>> filler_left_ml;
  std::optional<BesideView> beside;  // when the session has a second plan
  std::vector<Finding> findings;
  std::vector<Claim> claims;
  std::vector<KnownOutcome> known_outcomes;
  std::vector<HeldOutStudy> held_out;  // empty: the page of trials the model did not see is not offered
  std::vector<Protocol> protocols;
  bool model_ready = false;                 // a body can be shown
  bool busy = false;                        // the curves belong to an older plan; new ones are on their way
  double progress = 0.0;                    // 0 to 1 while busy
  bool first_shape = false;                 // of a new person the model follows a closed form until then
  std::string problem;                      // why the last computation failed; empty: it did not
  QualityStep quality = QualityStep::full;  // of the model as drawn last
  std::string drop_problem;                 // why the last dropped file did nothing; empty: it did
  CaseStatus cases;
  std::array<std::string, kSheetPlaceCount> sheet_folders;  // by SheetPlace
  std::string sheet_news;  // what became of the last take-home sheet; empty: none was made

  const Curve* curve(std::string_view quantity) const;
};

}  // namespace app
