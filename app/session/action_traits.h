#pragma once

#include <concepts>
#include <variant>

/// What holds for every action of a kind, whatever it carries. Each action says it in its type.
namespace app::action {

/// Whether undo brings back what was before the action. Clock ticks, overlays, the window and its look are
/// not undone.
enum class Undoable { no, yes };

/// Continuous actions of a drag arrive many times a second and are one step until EndGesture.
enum class Gesture { single, continuous };

/// Where a kiosk takes the action. On its main screen a person may choose region, product, time and view;
/// plan editing, files, free text and quitting have no place there. `only`: on every screen of a kiosk, and
/// not at a consultant's desk.
enum class Kiosk { never, main_screen, every_screen, only };

/// Nothing is assumed: what is left out does not compile.
struct Traits {
  constexpr Traits(Undoable undo, Gesture drag, Kiosk place) : undoable(undo), gesture(drag), kiosk(place) {
    if (undo == Undoable::no && drag == Gesture::continuous) throw "there is no step to join";
  }

  Undoable undoable;
  Gesture gesture;
  Kiosk kiosk;
};

template <typename A>
concept HasTraits = requires {
  { A::kTraits } -> std::same_as<const Traits&>;
};

template <typename A>
struct Listed {
  static_assert(HasTraits<A>,
                "an action says in kTraits whether it is undone, joins others, and is for a kiosk");
};

template <typename... A>
struct List : Listed<A>... {
  using Variant = std::variant<A...>;
};

/// A variant of actions that have been checked for their traits, none of them twice.
template <typename... A>
using OneOf = typename List<A...>::Variant;

}  // namespace app::action
