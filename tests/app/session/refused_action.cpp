// Compiled by tests alone, once as it is and once for each thing left out that no action may lack.
#include "app/session/change.h"

namespace app::action {
struct Whistle {
#ifdef WITHOUT_PLACE
  static constexpr Traits kTraits{Undoable::no, Gesture::single};
#elif !defined(WITHOUT_TRAITS)
  static constexpr Traits kTraits{Undoable::no, Gesture::single, Kiosk::never};
#endif
};
}  // namespace app::action

namespace app {
#ifndef WITHOUT_CHANGE
void change(Session& session, const action::Whistle& a);
#endif

static_assert(sizeof(AllAnswered<action::OneOf<action::Undo, action::Whistle>>) > 0);
}  // namespace app
