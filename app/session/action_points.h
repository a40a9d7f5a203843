#pragma once

#include <glm/vec2.hpp>

#include "app/session/action_traits.h"

/// What can be done with free points on the skin, and with the tool that places them.
namespace app::action {

// Points of the plan.
/// One free point on the skin, in the texture of the region's skin (0 to 1, v up).
struct AddPoint {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  int session;
  glm::dvec2 uv;
  double units;
};
/// `injection`: index in the session, of a free point.
struct MovePoint {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int session;
  int injection;
  glm::dvec2 uv;
};
struct SetFreeUnits {
  static constexpr Traits kTraits{Undoable::yes, Gesture::continuous, Kiosk::never};
  int session;
  int injection;
  double units;
};
struct RemovePoint {
  static constexpr Traits kTraits{Undoable::yes, Gesture::single, Kiosk::never};
  int session;
  int injection;
};

// The tool.
/// Needle points on the skin, on or off; off ends placing.
struct ShowPoints {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  bool shown;
};
/// The tool that places free points, on or off; on shows the points.
struct PlacePoints {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  bool placing;
};
/// Units of the next point placed by hand.
struct SetPointUnits {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  double units;
};
/// A free point of the shown session; -1: none.
struct SelectPoint {
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
  int injection;
};

}  // namespace app::action
