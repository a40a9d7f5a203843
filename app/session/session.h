#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/base/view_names.h"
#include "app/body/curve.h"
#include "app/body/tape_place.h"
#include "app/files/case_file.h"
#include "app/marks/structure_set.h"
#include "app/marks/tapped.h"
#include "app/session/kiosk_state.h"
#include "app/session/sheet_choice.h"
#include "app/studio/frame.h"
#include "app/studio/light.h"
#include "render/camera/camera.h"
#include "render/scene/scene_view.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_surface.h"
#include "simulation/plan/plan.h"
#include "simulation/response/state.h"

namespace app {

enum class Mode { consultant, kiosk };
enum class Theme { light, dark, high_contrast };
enum class LoopMode { once, loop, ping_pong };
/// The side panel that shows when the window is too narrow for both.
enum class SidePanel { plan, outcome };
/// What the outcome's side tells.
enum class OutcomePage { figures, side_effects };

inline constexpr double kMinWeeksPerSecond = 0.5;
inline constexpr double kMaxWeeksPerSecond = 12.0;

struct Playback {
  bool playing = false;
  int direction = 1;              // 1 or -1
  double weeks_per_second = 3.0;  // kMinWeeksPerSecond to kMaxWeeksPerSecond
  LoopMode loop = LoopMode::once;
  double carry_weeks = 0.0;  // time not yet shown, when reduced motion moves month by month
  bool operator==(const Playback&) const = default;
};

/// What a case says beside its plans. Bookmarks are kept for its file.
struct CaseWords {
  std::string title;
  std::string notes;
  std::vector<Bookmark> bookmarks;
  bool operator==(const CaseWords&) const = default;
};

/// What is remembered per region, so that switching back shows what was left.
struct RegionView {
  simulation::Plan plan;
  std::optional<simulation::Plan> beside;  // a second plan for the same person, on the same clock
  double week = 0.0;
  render::Camera camera;
  std::string quantity;  // of the timeline curve, as named by predict; empty: the region's first
  CaseWords words;
  bool operator==(const RegionView&) const = default;
};

/// How large a region's body is and what is at hand for it.
struct RegionSetup {
  render::Framing framing = {.height_mm = 0.0};         // no height: the body has not been seen yet
  render::Framing tiptoe_framing = {.height_mm = 0.0};  // calf only; no height: as standing
  double point_units = 4.0;                             // of the next point placed by hand
  /// As a case was opened, until the view is changed by hand: its body may come later.
  std::optional<std::variant<render::StandardView, CaseCamera>> opened_camera{};
  bool operator==(const RegionSetup&) const = default;

  /// What a standard view of the region holds in a pose; the face has but one.
  const render::Framing& framing_in(simulation::CalfPose pose) const {
    return pose == simulation::CalfPose::tiptoe && tiptoe_framing.height_mm > 0.0 ? tiptoe_framing : framing;
  }
};

/// Needle points on the skin.
struct PointTool {
  bool shown = false;
  bool placing = false;  // a click on the skin adds a point, free points can be dragged; shown as well
  int selected = -1;     // injection of the shown session that is a free point; -1: none
  bool operator==(const PointTool&) const = default;
};

struct Appearance {
  Theme theme = Theme::light;
  double text_scale = 1.0;  // 1 to 2
  bool reduced_motion = false;
  bool operator==(const Appearance&) const = default;
};

/// What lies over the panels.
struct Overlay {
  std::string card;      // evidence card shown; empty: none
  std::string quantity;  // whose range it tells of; empty: none
  bool shortcuts = false;
  std::string shortcut_filter;
  bool operator==(const Overlay&) const = default;
};

/// What undo brings back, as a whole: the plans and how they are looked at.
struct Undone {
  simulation::Region region = simulation::Region::calf;
  RegionView calf;
  RegionView face;
  simulation::Responder responder = simulation::Responder::typical;
  simulation::Expression expression = simulation::Expression::neutral;
  simulation::CalfPose pose = simulation::CalfPose::standing;
  double effort = 1.0;  // of expression or pose, 0 to 1
  render::Layer layer = render::Layer::skin;
  StructureSet hidden{};  // of the anatomy, in layers that show it
  /// A possible side effect, shown for teaching.
  std::optional<simulation::AdverseOutcome> side_effect{};
  Join compare = Join::one;
  Light light;                            // in kiosks always the clinical one
  Treatment treatment = Treatment::both;  // of a face's plan, what is shown
  double wipe = 0.5;                      // share of the width that shows week 0
  double ghost_opacity = 0.4;             // 0 to 1
  TapePlace tape;                         // round the calves; a face has none
  int session_shown = 0;                  // of the plan, in the plan panel
  Playback playback;                      // stands still after an undo
  bool operator==(const Undone&) const = default;
};

/// What undo leaves as it is: the window, how it looks, what lies over it, the tools, the size of the bodies.
struct Kept {
  RegionSetup calf_setup;
  RegionSetup face_setup;
  PointTool points;              // without a selection after an undo
  std::optional<Tapped> tapped;  // a structure whose card is open, while what was tapped is shown
  double aspect = 1.0;           // width by height of one pane of the model view
  SidePanel side_panel = SidePanel::outcome;
  OutcomePage outcome_page = OutcomePage::figures;
  bool findings_open = false;
  Appearance look;
  Overlay overlay;
  unsigned capture_requests = 0;  // counts up; the window saves a picture when it sees a new one
  SheetChoice sheet;              // how the next take-home sheet is made
  SheetRequest sheet_request;
  bool quit = false;
  bool operator==(const Kept&) const = default;
};

/// Everything the screen depends on, besides what is computed from it. A value: copying its undone part is
/// undo. Where a field stands says what an undo does to it; a kiosk has none, so its own part is left alone.
struct Session : Undone, Kept {
  Mode mode = Mode::consultant;
  KioskState kiosk;

  const RegionView& view() const { return region == simulation::Region::calf ? calf : face; }
  RegionView& view() { return region == simulation::Region::calf ? calf : face; }
  const RegionSetup& setup() const { return region == simulation::Region::calf ? calf_setup : face_setup; }
  RegionSetup& setup() { return region == simulation::Region::calf ? calf_setup : face_setup; }
  /// What a standard view holds in the pose shown.
  const render::Framing& framing() const { return setup().framing_in(pose); }
  const simulation::Plan& plan() const { return view().plan; }
  double week() const { return view().week; }
  /// Whether a tap on the model tells what is there: no tool takes it.
  bool tells_structures() const {
    return !points.placing && !(tape.shown && region == simulation::Region::calf);
  }
  /// Where the run ends: as far as the longer of the two plans is shown.
  double last_week() const {
    const double last = simulation::last_shown_week(plan());
    return view().beside ? std::max(last, simulation::last_shown_week(*view().beside)) : last;
  }
};

}  // namespace app
