#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/action_traits.h"
#include "simulation/plan/plan.h"

/// What can be done to a plan.
namespace app::action {

// The whole plan and its person.
struct SetPlan {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  simulation::Plan plan;
};
struct SetPerson {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  simulation::Person person;
};

// Sessions.
struct SetProduct {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::main_screen};
  int session;
  simulation::Product product;
  /// The published protocol of that product for this region; empty: keep the sites, with no units.
  std::vector<simulation::Injection> protocol;
};
struct SetUnits {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int session;
  simulation::Muscle muscle;
  simulation::Side side;
  double units;
};
struct SetPoints {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int session;
  simulation::Muscle muscle;
  simulation::Side side;
  int points;
};
struct AddSession {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
};
struct RemoveSession {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  int session;
};
struct SetSessionWeek {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int session;
  double week;
};
/// So many sessions, so many weeks apart.
struct SetRhythm {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int sessions;
  double every_weeks;
};
struct ShowSession {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  int session;
};

// A second plan.
/// A second plan of the shown region for the same person, beside the first; empty: none any more.
struct SetBeside {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  std::optional<simulation::Plan> plan;
};
/// A gentler version of the plan beside it, under this title.
struct CompareGentler {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  std::string title;
};

// Fillers of a face's plan.
/// One more at a site without one, in the week shown.
struct AddFiller {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
};
struct SetFiller {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int filler;
  simulation::Filler value;
};
struct RemoveFiller {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  int filler;
};

}  // namespace app::action
