#pragma once

#include <array>
#include <functional>
#include <map>

#include "app/files/limits_file.h"
#include "app/files/texts.h"
#include "app/session/action.h"
#include "app/session/session.h"
#include "app/window/plan_worker.h"
#include "app/window/view/calf_view.h"
#include "app/window/view/points_view.h"
#include "app/window/view/structure_view.h"
#include "app/window/view/view_data.h"

namespace app {

/// Keeps the newest result of each region and turns it into what the panels show.
class Results {
 public:
  /// Reads the limits, claims and protocol plans. The texts must outlive this. Throws AssetError.
  Results(const Paths& paths, const Texts& texts, std::function<void()> on_news);

  /// Asks for what the session's plans need and takes what has come. Returns the framings of bodies that are
  /// new since the last call.
  std::vector<action::SetFraming> follow(const Session& session);

  /// What the model shows: the newest outcome of the region; null until the first has come. `beside`: of the
  /// second plan; null while there is none.
  std::shared_ptr<const Outcome> outcome(simulation::Region region, PlanSlot slot = PlanSlot::shown) const;

  /// What the panels show now. Up to date after follow().
  const ViewData& view(const Session& session);

  /// Whether a result has come or progress was made since the last call.
  bool changed();

  void set_quality(QualityStep step) { view_.quality = step; }
  void set_drop_problem(std::string words) { view_.drop_problem = std::move(words); }
  void set_cases(const CaseStatus& cases) { view_.cases = cases; }
  void set_sheet_news(std::string words) { view_.sheet_news = std::move(words); }
  void set_sheet_folders(std::array<std::string, kSheetPlaceCount> folders) {
    view_.sheet_folders = std::move(folders);
  }

 private:
  struct Entry {
    PlanWish asked;
    bool waiting = false;
    PlanResult result;
  };
  void ask_if_new(const PlanWish& wish);
  void ask_for(const RegionView& view);
  void take(PlanResult result);
  void view_beside(const Session& session);

  const Texts& texts_;
  Limits limits_;
  bool changed_ = false;
  double progress_seen_ = 0.0;
  ViewData view_;
  CalfView calf_;
  PointsFollower points_;
  StructureFollower structures_;
  std::map<std::pair<simulation::Region, PlanSlot>, Entry> entries_;
  PlanWorker worker_;  // last: its thread ends first
};

}  // namespace app
