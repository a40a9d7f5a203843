#include "app/session/action.h"

namespace app {

action::Traits traits_of(const Action& action) {
  return std::visit([](const auto& a) { return a.kTraits; }, action);
}

}  // namespace app
